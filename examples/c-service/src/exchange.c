#define _GNU_SOURCE
#include "exchange.h"

#include "health.h"
#include "websocket.h"

#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>

#define SLOWEST_MS 60000

int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void set_deadline(struct server *server, struct connection *connection, int64_t deadline)
{
    connection->deadline = deadline;
    if (deadline < server->next_deadline)
        server->next_deadline = deadline;
}

static void watch(struct server *server, struct connection *connection, bool out)
{
    if (connection->events_out == out)
        return;
    struct epoll_event event = {.events = EPOLLIN | (out ? EPOLLOUT : 0), .data.ptr = connection};
    epoll_ctl(server->epoll, EPOLL_CTL_MOD, connection->fd, &event);
    connection->events_out = out;
}

static int idle_ms(const struct server *server)
{
    /* While stopping, a connection gets a moment for a request that is already under way, not the whole idle time. */
    return server->stopping ? CLOSING_IDLE_MS : server->options->idle_ms;
}

static void begin_answer(struct server *server, struct connection *connection, int status, const char *body)
{
    connection->close_after |= server->stopping || !connection->request.keep_alive;
    connection_answer(connection, status, server->headers, body);
    connection->state = WRITING;
    set_deadline(server, connection, now_ms() + server->options->head_ms);
}

static void refuse(struct server *server, struct connection *connection, int status)
{
    connection->close_after = true;
    begin_answer(server, connection, status, http_reason(status));
}

static void upgrade(struct server *server, struct connection *connection)
{
    char accept[WEBSOCKET_ACCEPT_SIZE], answer[256];
    websocket_accept(connection->request.websocket_key, accept);
    int size = snprintf(answer, sizeof answer,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Version: %.64s\r\nSec-WebSocket-Accept: %s\r\n\r\n",
                        server->options->version, accept);
    connection_append(connection, answer, (size_t)size);
    connection->state = WEBSOCKET;
    set_deadline(server, connection, server->stopping ? server->stop_at : INT64_MAX);
}

static void page(struct server *server, struct connection *connection)
{
    char body[256];
    snprintf(body, sizeof body, "c-service v%.64s on %.64s\n", server->options->version, server->options->host);
    begin_answer(server, connection, 200, body);
}

static void health(struct server *server, struct connection *connection)
{
    bool good = server->options->data_file == NULL || health_check(server->options->data_file);
    begin_answer(server, connection, good ? 200 : 503, good ? "ok\n" : "the data file cannot be written and read back\n");
}

static void dispatch(struct server *server, struct connection *connection)
{
    const struct http_request *request = &connection->request;
    const char *target = request->target;
    if (strcmp(request->method, "GET") != 0 && strcmp(request->method, "HEAD") != 0 && strcmp(request->method, "POST") != 0) {
        begin_answer(server, connection, 405, "GET, HEAD and POST are allowed\n");
    } else if (http_path_is(target, "/health")) {
        health(server, connection);
    } else if (http_path_is(target, "/slow")) {
        long ms = http_query_number(target, "ms", 1000);
        connection->state = WAITING;
        set_deadline(server, connection, now_ms() + (ms > SLOWEST_MS ? SLOWEST_MS : ms));
    } else if (http_path_is(target, "/ws") && request->wants_websocket && request->websocket_key[0] != '\0') {
        upgrade(server, connection);
    } else if (http_path_is(target, "/")) {
        page(server, connection);
    } else {
        begin_answer(server, connection, 404, "not found\n");
    }
}

/* Takes the next request out of the input buffer; false when it is not all there yet. */
static bool next_request(struct server *server, struct connection *connection)
{
    if (connection->body_left > 0) {
        size_t some = connection->in_size < (size_t)connection->body_left ? connection->in_size : (size_t)connection->body_left;
        connection_consume(connection, some);
        connection->body_left -= (long)some;
        if (connection->body_left > 0)
            return false;
        dispatch(server, connection);
        return true;
    }
    if (connection->in_size == 0)
        return false;
    int head = http_parse(connection->in, connection->in_size, &connection->request);
    if (head == 0)
        return false;
    if (head < 0) {
        refuse(server, connection, -head);
        return true;
    }
    connection_consume(connection, (size_t)head);
    connection->body_left = connection->request.content_length;
    if (connection->body_left > 0)
        return next_request(server, connection);
    dispatch(server, connection);
    return true;
}

/* Echoes the frames that have arrived; false when the conversation is over. */
static bool echo(struct connection *connection)
{
    struct websocket_frame frame;
    char out[WEBSOCKET_FRAME_MAX];
    int used;
    while ((used = websocket_read(connection->in, connection->in_size, &frame)) > 0) {
        connection_consume(connection, (size_t)used);
        int opcode = frame.opcode == WEBSOCKET_PING ? WEBSOCKET_PONG : frame.opcode;
        if (frame.opcode != WEBSOCKET_PONG
            && !connection_append(connection, out, websocket_write(opcode, frame.payload, frame.size, out)))
            return false;
        if (frame.opcode == WEBSOCKET_CLOSE) {
            connection->close_after = true;
            return true;
        }
    }
    return used == 0;
}

/* Goes as far with a connection as its bytes allow; false when it is to be dropped. */
bool exchange_advance(struct server *server, struct connection *connection)
{
    for (;;) {
        if (connection->state == WEBSOCKET && !connection->close_after && !echo(connection))
            return false;
        if (connection->state == READING && !next_request(server, connection))
            return true;
        if (connection->state == WAITING)
            return true;

        int sent = connection_send(connection);
        if (sent < 0 || (sent == 1 && connection->close_after))
            return false;
        watch(server, connection, sent == 0);
        if (sent == 0 || connection->state == WEBSOCKET)
            return true;
        connection->state = READING;
        set_deadline(server, connection, now_ms() + idle_ms(server));
    }
}

bool exchange_readable(struct server *server, struct connection *connection)
{
    bool was_idle = connection->state == READING && connection->in_size == 0 && connection->body_left == 0;
    int got = connection_receive(connection);
    if (got < 0)
        return false;
    if (got > 0 && was_idle)
        set_deadline(server, connection, now_ms() + server->options->head_ms);
    return exchange_advance(server, connection);
}

bool exchange_expired(struct server *server, struct connection *connection)
{
    if (connection->state == WAITING) {
        page(server, connection);
        return exchange_advance(server, connection);
    }
    if (connection->state == READING && (connection->in_size > 0 || connection->body_left > 0)) {
        refuse(server, connection, 408);
        return exchange_advance(server, connection);
    }
    return false;
}
