/* Preloaded into a program: ends it with SIGKILL right after the Nth time it has made a journal durable (fdatasync or fsync of a
   file whose path contains KILL_FILE). The count goes to KILL_COUNT_FILE when it ends by itself. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_int syncs;

static int is_journal(int fd) {
  char link[64], path[PATH_MAX];
  const char *name = getenv("KILL_FILE");
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (name == NULL || length < 0) return 0;
  path[length] = 0;
  return strstr(path, name) != NULL;
}

static int counted(int fd, int result) {
  const char *at = getenv("KILL_AT");
  if (result == 0 && is_journal(fd)) {
    int count = atomic_fetch_add(&syncs, 1) + 1;
    if (at != NULL && count == atoi(at)) kill(getpid(), SIGKILL);
  }
  return result;
}

int fdatasync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  return counted(fd, real(fd));
}

int fsync(int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return counted(fd, real(fd));
}

__attribute__((destructor)) static void report(void) {
  const char *name = getenv("KILL_COUNT_FILE");
  FILE *file = name == NULL ? NULL : fopen(name, "w");
  if (file != NULL) {
    fprintf(file, "%d\n", atomic_load(&syncs));
    fclose(file);
  }
}
