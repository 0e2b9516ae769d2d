#define _GNU_SOURCE
#include "http.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *http_reason(int status)
{
    switch (status) {
    case 101: return "Switching Protocols";
    case 200: return "OK";
    case 400: return "Bad Request";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 413: return "Content Too Large";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default:  return "Error";
    }
}

/* True when a comma-separated header value names the token, whatever its case. */
static bool has_token(const char *value, size_t length, const char *token)
{
    size_t want = strlen(token);
    for (size_t at = 0; at < length;) {
        while (at < length && (value[at] == ' ' || value[at] == '\t' || value[at] == ','))
            at++;
        size_t end = at;
        while (end < length && value[end] != ',' && value[end] != ' ' && value[end] != '\t')
            end++;
        if (end - at == want && strncasecmp(value + at, token, want) == 0)
            return true;
        at = end;
    }
    return false;
}

static int parse_length(const char *value, size_t length, long *result)
{
    if (length == 0 || length > 15)
        return -400;
    long number = 0;
    for (size_t i = 0; i < length; i++) {
        if (!isdigit((unsigned char)value[i]))
            return -400;
        number = number * 10 + (value[i] - '0');
    }
    if (number > HTTP_BODY_MAX)
        return -413;
    *result = number;
    return 0;
}

static bool named(const char *name, size_t length, const char *want)
{
    return length == strlen(want) && strncasecmp(name, want, length) == 0;
}

static int parse_header(const char *line, size_t length, struct http_request *request)
{
    const char *colon = memchr(line, ':', length);
    if (colon == NULL || colon == line)
        return -400;
    size_t name = (size_t)(colon - line);
    const char *value = colon + 1;
    size_t size = length - name - 1;
    while (size > 0 && (*value == ' ' || *value == '\t'))
        value++, size--;
    while (size > 0 && (value[size - 1] == ' ' || value[size - 1] == '\t'))
        size--;

    if (named(line, name, "content-length"))
        return parse_length(value, size, &request->content_length);
    if (named(line, name, "transfer-encoding"))
        return -501;
    if (named(line, name, "connection")) {
        if (has_token(value, size, "close"))
            request->keep_alive = false;
        else if (has_token(value, size, "keep-alive"))
            request->keep_alive = true;
    } else if (named(line, name, "upgrade")) {
        request->wants_websocket = has_token(value, size, "websocket");
    } else if (named(line, name, "sec-websocket-key") && size < sizeof request->websocket_key) {
        memcpy(request->websocket_key, value, size);
        request->websocket_key[size] = '\0';
    }
    return 0;
}

static int parse_request_line(const char *line, size_t length, struct http_request *request)
{
    const char *first = memchr(line, ' ', length);
    const char *last = memrchr(line, ' ', length);
    if (first == NULL || last == first)
        return -400;
    size_t method = (size_t)(first - line);
    size_t target = (size_t)(last - first - 1);
    if (method == 0 || method >= sizeof request->method || target == 0 || first[1] != '/')
        return -400;
    if (target >= sizeof request->target)
        return -431;
    memcpy(request->method, line, method);
    memcpy(request->target, first + 1, target);

    size_t version = length - (size_t)(last + 1 - line);
    if (version != 8 || memcmp(last + 1, "HTTP/1.", 7) != 0)
        return -505;
    request->keep_alive = last[8] == '1';
    return 0;
}

int http_parse(const char *data, size_t length, struct http_request *request)
{
    memset(request, 0, sizeof *request);
    const char *end = memmem(data, length, "\r\n\r\n", 4);
    if (end == NULL)
        return length >= HTTP_HEAD_MAX ? -431 : 0;
    size_t head = (size_t)(end - data) + 4;
    if (head > HTTP_HEAD_MAX)
        return -431;

    bool first = true;
    for (const char *line = data; line <= end;) {
        const char *stop = memmem(line, head - (size_t)(line - data), "\r\n", 2);
        size_t size = (size_t)(stop - line);
        int refused = first ? parse_request_line(line, size, request) : parse_header(line, size, request);
        if (refused < 0)
            return refused;
        first = false;
        line = stop + 2;
    }
    return (int)head;
}

long http_query_number(const char *target, const char *name, long fallback)
{
    const char *at = strchr(target, '?');
    size_t size = strlen(name);
    while (at != NULL) {
        at++;
        if (strncmp(at, name, size) == 0 && at[size] == '=' && isdigit((unsigned char)at[size + 1])) {
            errno = 0;
            long value = strtol(at + size + 1, NULL, 10);
            return errno == 0 ? value : fallback;
        }
        at = strchr(at, '&');
    }
    return fallback;
}

bool http_path_is(const char *target, const char *path)
{
    size_t size = strlen(path);
    return strncmp(target, path, size) == 0 && (target[size] == '\0' || target[size] == '?');
}
