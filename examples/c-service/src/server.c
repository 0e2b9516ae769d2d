#define _GNU_SOURCE
#include "server.h"

#include "exchange.h"
#include "websocket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS 256

static void drop(struct server *server, struct connection *connection)
{
    if (connection->previous != NULL)
        connection->previous->next = connection->next;
    else
        server->connections = connection->next;
    if (connection->next != NULL)
        connection->next->previous = connection->previous;
    connection_free(connection);
}

static void accept_all(struct server *server)
{
    for (;;) {
        int fd = accept4(server->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return;
        int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        struct connection *connection = connection_new(fd);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        if (connection == NULL || epoll_ctl(server->epoll, EPOLL_CTL_ADD, fd, &event) < 0) {
            close(fd);
            free(connection);
            continue;
        }
        connection->next = server->connections;
        if (server->connections != NULL)
            server->connections->previous = connection;
        server->connections = connection;
        set_deadline(server, connection, now_ms() + server->options->head_ms);
    }
}

static void expire_due(struct server *server, int64_t now)
{
    server->next_deadline = INT64_MAX;
    for (struct connection *connection = server->connections, *next; connection != NULL; connection = next) {
        next = connection->next;
        if (connection->deadline <= now && !exchange_expired(server, connection))
            drop(server, connection);
        else if (connection->deadline < server->next_deadline)
            server->next_deadline = connection->deadline;
    }
}

/* Drops nobody itself: the events of this round may still point at any connection. */
static void stop_listening(struct server *server)
{
    static const char going_away[] = {0x03, (char)0xE9}; /* 1001, RFC 6455 section 7.4.1 */
    char out[WEBSOCKET_FRAME_MAX];
    server->stopping = true;
    server->stop_at = now_ms() + server->options->grace_ms;
    /* Clients whose handshake is done but who were not accepted yet are served, too. */
    accept_all(server);
    close(server->listener);
    server->listener = -1;
    for (struct connection *connection = server->connections; connection != NULL; connection = connection->next) {
        bool idle = connection->state == READING && connection->in_size == 0;
        if (idle)
            set_deadline(server, connection, now_ms() + CLOSING_IDLE_MS);
        if (connection->state == WEBSOCKET) {
            set_deadline(server, connection, server->stop_at);
            connection_append(connection, out, websocket_write(WEBSOCKET_CLOSE, going_away, sizeof going_away, out));
            if (connection_send(connection) < 0)
                set_deadline(server, connection, now_ms());
        }
    }
}

static int open_listener(const struct server_options *options)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options->port)};
    if (inet_pton(AF_INET, options->address, &address.sin_addr) != 1) {
        fprintf(stderr, "ADDRESS is '%s'; it must be an IPv4 address such as 127.0.0.1\n", options->address);
        return -1;
    }
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0
        || bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 1024) < 0) {
        fprintf(stderr, "cannot listen on %s:%d: %s\n", options->address, options->port, strerror(errno));
        if (fd >= 0)
            close(fd);
        return -1;
    }
    return fd;
}

static int open_signals(void)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    sigprocmask(SIG_BLOCK, &wanted, NULL);
    return signalfd(-1, &wanted, SFD_NONBLOCK | SFD_CLOEXEC);
}

static bool start(struct server *server)
{
    server->listener = open_listener(server->options);
    if (server->listener < 0)
        return false;
    server->signals = open_signals();
    server->epoll = epoll_create1(EPOLL_CLOEXEC);
    /* The two descriptors are told from connections by the address of their own field. */
    struct epoll_event listening = {.events = EPOLLIN, .data.ptr = &server->listener};
    struct epoll_event signalled = {.events = EPOLLIN, .data.ptr = &server->signals};
    epoll_ctl(server->epoll, EPOLL_CTL_ADD, server->listener, &listening);
    epoll_ctl(server->epoll, EPOLL_CTL_ADD, server->signals, &signalled);
    snprintf(server->headers, sizeof server->headers, "X-Version: %.64s\r\nX-Host: %.64s\r\n", server->options->version, server->options->host);
    return true;
}

static void handle(struct server *server, const struct epoll_event *event)
{
    if (event->data.ptr == &server->listener) {
        if (!server->stopping)
            accept_all(server);
    } else if (event->data.ptr == &server->signals) {
        struct signalfd_siginfo info;
        if (read(server->signals, &info, sizeof info) == sizeof info && !server->stopping)
            stop_listening(server);
    } else {
        struct connection *connection = event->data.ptr;
        bool alive = event->events & EPOLLOUT ? exchange_advance(server, connection) : exchange_readable(server, connection);
        if (!alive)
            drop(server, connection);
    }
}

int server_run(const struct server_options *options)
{
    struct server server = {.options = options, .next_deadline = INT64_MAX};
    if (!start(&server))
        return 1;
    while (!server.stopping || server.connections != NULL) {
        int64_t now = now_ms();
        if (server.stopping && now >= server.stop_at)
            break;
        if (now >= server.next_deadline) {
            expire_due(&server, now);
            continue;
        }
        int64_t until = server.stopping && server.stop_at < server.next_deadline ? server.stop_at : server.next_deadline;
        int64_t wait = until == INT64_MAX ? -1 : until - now;
        struct epoll_event events[EVENTS];
        int count = epoll_wait(server.epoll, events, EVENTS, wait > 60000 ? 60000 : (int)wait);
        for (int i = 0; i < count; i++)
            handle(&server, &events[i]);
    }
    while (server.connections != NULL)
        drop(&server, server.connections);
    close(server.epoll);
    close(server.signals);
    return 0;
}
