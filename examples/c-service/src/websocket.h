/* WebSocket (RFC 6455): the handshake's answer and single frames. */
#ifndef WEBSOCKET_H
#define WEBSOCKET_H

#include <stddef.h>
#include <stdint.h>

#define WEBSOCKET_ACCEPT_SIZE 29
#define WEBSOCKET_PAYLOAD_MAX 4096
#define WEBSOCKET_FRAME_MAX (WEBSOCKET_PAYLOAD_MAX + 4)

enum { WEBSOCKET_TEXT = 1, WEBSOCKET_BINARY = 2, WEBSOCKET_CLOSE = 8, WEBSOCKET_PING = 9, WEBSOCKET_PONG = 10 };

struct websocket_frame {
    int opcode;
    size_t size;
    char payload[WEBSOCKET_PAYLOAD_MAX];
};

/* Sec-WebSocket-Accept for a key, as a string of 28 characters. */
void websocket_accept(const char *key, char accept[WEBSOCKET_ACCEPT_SIZE]);

/* Reads a masked client frame: bytes used, 0 when more are needed, -1 when the peer broke the protocol or sends too much. */
int websocket_read(const char *data, size_t length, struct websocket_frame *frame);

/* Writes an unmasked server frame into out (WEBSOCKET_FRAME_MAX bytes); returns its size. */
size_t websocket_write(int opcode, const char *payload, size_t size, char *out);

/* SHA-1 (RFC 3174), which the handshake asks for. */
void sha1(const uint8_t *data, size_t size, uint8_t digest[20]);

#endif
