/* What is said on one connection: requests taken, answered, echoed. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "connection.h"
#include "server.h"

#define CLOSING_IDLE_MS 1000

struct server {
    const struct server_options *options;
    int epoll, listener, signals;
    bool stopping;
    int64_t stop_at;      /* end of the grace after SIGTERM */
    int64_t next_deadline; /* no connection has an earlier one */
    char headers[512];
    struct connection *connections;
};

int64_t now_ms(void);
void set_deadline(struct server *server, struct connection *connection, int64_t deadline);

/* The three things that happen to a connection; each returns false when it is to be dropped. */
bool exchange_advance(struct server *server, struct connection *connection);
bool exchange_readable(struct server *server, struct connection *connection);
bool exchange_expired(struct server *server, struct connection *connection);

#endif
