/* A client's connection and what is known of it between two events. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include "http.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CONNECTION_IN (HTTP_HEAD_MAX + 1024)
#define CONNECTION_OUT 8192

enum connection_state { READING, WAITING, WRITING, WEBSOCKET };

struct connection {
    int fd;
    enum connection_state state;
    bool close_after;
    bool events_out;
    int64_t deadline;     /* ms of the monotonic clock: when WAITING the time to answer, else the time to give up */
    long body_left;       /* bytes of a request's body still to be thrown away */
    size_t in_size;
    size_t out_size;
    size_t out_sent;
    struct http_request request;
    struct connection *previous;
    struct connection *next;
    char in[CONNECTION_IN];
    char out[CONNECTION_OUT];
};

struct connection *connection_new(int fd);
void connection_free(struct connection *connection);

/* Bytes from the peer into the buffer: 1 progress, 0 nothing now, -1 the peer is gone. */
int connection_receive(struct connection *connection);

/* Forgets the first size bytes that were received. */
void connection_consume(struct connection *connection, size_t size);

/* Puts an answer into the output buffer. */
void connection_answer(struct connection *connection, int status, const char *headers, const char *body);

/* Puts bytes into the output buffer; false when there is no room. */
bool connection_append(struct connection *connection, const char *data, size_t size);

/* Sends what is in the output buffer: 1 all sent, 0 the peer is slow, -1 the peer is gone. */
int connection_send(struct connection *connection);

#endif
