#define _GNU_SOURCE
#include "connection.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

struct connection *connection_new(int fd)
{
    struct connection *connection = calloc(1, sizeof *connection);
    if (connection != NULL)
        connection->fd = fd;
    return connection;
}

void connection_free(struct connection *connection)
{
    close(connection->fd);
    free(connection);
}

int connection_receive(struct connection *connection)
{
    size_t room = sizeof connection->in - connection->in_size;
    if (room == 0) /* pipelined more than one request's worth while an answer is due */
        return -1;
    ssize_t got = recv(connection->fd, connection->in + connection->in_size, room, 0);
    if (got > 0) {
        connection->in_size += (size_t)got;
        return 1;
    }
    return got < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

void connection_consume(struct connection *connection, size_t size)
{
    memmove(connection->in, connection->in + size, connection->in_size - size);
    connection->in_size -= size;
}

void connection_answer(struct connection *connection, int status, const char *headers, const char *body)
{
    bool head_only = strcasecmp(connection->request.method, "HEAD") == 0;
    int size = snprintf(connection->out, sizeof connection->out,
                        "HTTP/1.1 %d %s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %zu\r\n%sConnection: %s\r\n\r\n%s",
                        status, http_reason(status), strlen(body), headers, connection->close_after ? "close" : "keep-alive",
                        head_only ? "" : body);
    connection->out_size = (size_t)size;
    connection->out_sent = 0;
}

bool connection_append(struct connection *connection, const char *data, size_t size)
{
    if (connection->out_sent == connection->out_size)
        connection->out_sent = connection->out_size = 0;
    if (connection->out_size + size > sizeof connection->out)
        return false;
    memcpy(connection->out + connection->out_size, data, size);
    connection->out_size += size;
    return true;
}

int connection_send(struct connection *connection)
{
    while (connection->out_sent < connection->out_size) {
        ssize_t sent = send(connection->fd, connection->out + connection->out_sent, connection->out_size - connection->out_sent, MSG_NOSIGNAL);
        if (sent < 0)
            return errno == EAGAIN || errno == EINTR ? 0 : -1;
        connection->out_sent += (size_t)sent;
    }
    return 1;
}
