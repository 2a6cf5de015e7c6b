// Before libevent's headers, which ask for GNU's names: types would differ from those Swift has of glibc.
#include <features.h>

#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>
