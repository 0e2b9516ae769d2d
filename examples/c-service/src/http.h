/* The part of HTTP/1.1 that a small service needs: one request head in, one answer out. */
#ifndef HTTP_H
#define HTTP_H

#include <stdbool.h>
#include <stddef.h>

#define HTTP_HEAD_MAX 8192
#define HTTP_BODY_MAX (1024L * 1024)

struct http_request {
    char method[8];
    char target[1024];
    char websocket_key[64];
    long content_length;
    bool keep_alive;
    bool wants_websocket;
};

/*
 * Reads a request head from data. Returns its length with the empty line, 0 when more bytes are needed,
 * or minus the status to refuse it with (-400, -413, -431, -501, -505).
 */
int http_parse(const char *data, size_t length, struct http_request *request);

const char *http_reason(int status);

/* Value of an unsigned number in the query of a target, or fallback. */
long http_query_number(const char *target, const char *name, long fallback);

/* True when the target's path is exactly path. */
bool http_path_is(const char *target, const char *path);

#endif
