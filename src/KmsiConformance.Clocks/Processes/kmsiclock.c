/* Moves the wall clock of a process: real time plus the nanoseconds in a file that another process writes.
 * Only CLOCK_REALTIME and CLOCK_REALTIME_COARSE move; timers and sleeps live by monotonic clocks and must not notice.
 * Without KMSI_CLOCK_FILE, or when the file cannot be mapped, nothing changes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL

static const volatile int64_t *offset;
static int (*real_gettime)(clockid_t, struct timespec *);

/* Before main and before any sandbox: a browser's renderer may not open files later, but keeps the mapping. */
__attribute__((constructor)) static void kmsiclock_begin(void)
{
    const char *path = getenv("KMSI_CLOCK_FILE");
    int file;
    void *page;
    *(void **)&real_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    if (path == 0 || (file = open(path, O_RDONLY | O_CLOEXEC)) < 0)
        return;
    page = mmap(0, sizeof *offset, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (page != MAP_FAILED)
        offset = page;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    /* Other libraries' constructors may ask for the time before ours has run. */
    int failed = real_gettime ? real_gettime(clock, now) : (int)syscall(SYS_clock_gettime, clock, now);
    if (!failed && offset && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t moved = *offset + now->tv_nsec;
        now->tv_sec += moved / SECOND;
        now->tv_nsec = moved % SECOND;
    }
    return failed;
}

/* Declared here, not by sys/time.h, whose promise that now is never null would remove the check below. */
int gettimeofday(struct timeval *now, void *zone)
{
    struct timespec exact;
    if (zone)
        ((int *)zone)[0] = ((int *)zone)[1] = 0;
    if (!now)
        return 0;
    if (clock_gettime(CLOCK_REALTIME, &exact))
        return -1;
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now)
{
    struct timespec coarse;
    if (clock_gettime(CLOCK_REALTIME_COARSE, &coarse))
        return (time_t)-1;
    if (now)
        *now = coarse.tv_sec;
    return coarse.tv_sec;
}
