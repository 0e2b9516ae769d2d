/* One thread, one epoll: accepts, reads requests, answers, and ends without cutting anybody off. */
#ifndef SERVER_H
#define SERVER_H

struct server_options {
    const char *address;
    int port;
    const char *version;
    const char *host;
    const char *data_file; /* what /health reads and writes; NULL: nothing to check */
    int idle_ms;           /* a kept-alive connection without a request */
    int head_ms;           /* from the first byte of a request to its last */
    int grace_ms;          /* after SIGTERM, for answers and WebSockets that are still open */
};

/* Serves until SIGTERM or SIGINT and until what was in flight is answered. Returns the exit code. */
int server_run(const struct server_options *options);

#endif
