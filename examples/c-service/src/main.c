#define _GNU_SOURCE
#include "server.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifndef VERSION
#define VERSION "0"
#endif

static int number(const char *name, int fallback, int least, int most)
{
    const char *text = getenv(name);
    if (text == NULL || *text == '\0')
        return fallback;
    char *end;
    long value = strtol(text, &end, 10);
    if (*end != '\0' || value < least || value > most) {
        fprintf(stderr, "%s is '%s'; it must be a number from %d to %d\n", name, text, least, most);
        exit(1);
    }
    return (int)value;
}

static const char *text(const char *name, const char *fallback)
{
    const char *value = getenv(name);
    return value == NULL || *value == '\0' ? fallback : value;
}

int main(void)
{
    char host[65] = "localhost";
    gethostname(host, sizeof host - 1);
    struct server_options options = {
        .address = text("ADDRESS", "127.0.0.1"),
        .port = number("PORT", 8080, 1, 65535),
        .version = text("VERSION", VERSION),
        .host = text("BLUEGREEN_HOST", host),
        .data_file = text("DATA_FILE", NULL),
        /* Longer than a load balancer keeps its idle connections, so that it never writes into one that we just closed. */
        .idle_ms = number("IDLE_MS", 75000, 1, 3600000),
        .head_ms = number("HEAD_MS", 10000, 1, 3600000),
        .grace_ms = number("GRACE_MS", 30000, 0, 3600000),
    };
    return server_run(&options);
}
