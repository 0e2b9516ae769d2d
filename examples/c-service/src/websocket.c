#include "websocket.h"

#include <stdio.h>
#include <string.h>

static void base64(const uint8_t *data, size_t size, char *out)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < size; i += 3) {
        uint32_t three = (uint32_t)data[i] << 16;
        if (i + 1 < size)
            three |= (uint32_t)data[i + 1] << 8;
        if (i + 2 < size)
            three |= data[i + 2];
        *out++ = letters[three >> 18];
        *out++ = letters[three >> 12 & 63];
        *out++ = i + 1 < size ? letters[three >> 6 & 63] : '=';
        *out++ = i + 2 < size ? letters[three & 63] : '=';
    }
    *out = '\0';
}

void websocket_accept(const char *key, char accept[WEBSOCKET_ACCEPT_SIZE])
{
    char text[128];
    uint8_t digest[20];
    int size = snprintf(text, sizeof text, "%.64s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
    sha1((const uint8_t *)text, (size_t)size, digest);
    base64(digest, sizeof digest, accept);
}

int websocket_read(const char *data, size_t length, struct websocket_frame *frame)
{
    const uint8_t *bytes = (const uint8_t *)data;
    if (length < 2)
        return 0;
    /* Fragments and unmasked frames are refused: an echo service needs neither. */
    if ((bytes[0] & 0xF0) != 0x80 || (bytes[1] & 0x80) == 0)
        return -1;
    size_t size = bytes[1] & 0x7F;
    size_t at = 2;
    if (size == 126) {
        if (length < 4)
            return 0;
        size = (size_t)bytes[2] << 8 | bytes[3];
        at = 4;
    }
    if (size > WEBSOCKET_PAYLOAD_MAX || (bytes[1] & 0x7F) == 127)
        return -1;
    if (length < at + 4 + size)
        return 0;

    const uint8_t *mask = bytes + at;
    frame->opcode = bytes[0] & 0x0F;
    frame->size = size;
    for (size_t i = 0; i < size; i++)
        frame->payload[i] = (char)(bytes[at + 4 + i] ^ mask[i % 4]);
    return (int)(at + 4 + size);
}

size_t websocket_write(int opcode, const char *payload, size_t size, char *out)
{
    size_t at = 2;
    out[0] = (char)(0x80 | opcode);
    if (size < 126) {
        out[1] = (char)size;
    } else {
        out[1] = 126;
        out[2] = (char)(size >> 8);
        out[3] = (char)(size & 0xFF);
        at = 4;
    }
    memcpy(out + at, payload, size);
    return at + size;
}
