#ifndef HEALTH_H
#define HEALTH_H

#include <stdbool.h>

/* True when the file can be written and read back. */
bool health_check(const char *file);

#endif
