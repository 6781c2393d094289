extern int declared_elsewhere;
//         ^^^^^^^^^^^^^^^^^^ reference.name declared_elsewhere
extern const char *also_elsewhere[];
//                 ^^^^^^^^^^^^^^ reference.name also_elsewhere
int counter, *cursor, buckets[16], (*hook)(int);
//  ^^^^^^^ definition.variable counter
//            ^^^^^^ definition.variable cursor
//                    ^^^^^^^ definition.variable buckets
//                                   ^^^^ definition.variable hook
static const char *name = "a", **names;
//                 ^^^^ definition.variable name
//                               ^^^^^ definition.variable names
const int limit = 10;
//        ^^^^^ definition.constant limit
static const unsigned char table[2][2] = { { 1, 2 }, [1] = { 3 } };
//                         ^^^^^ definition.constant table
char *const fixed = 0;
//          ^^^^^ definition.variable fixed
int (*handlers[2])(void) = { first, second };
//    ^^^^^^^^ definition.variable handlers
//                           ^^^^^ reference.name first
//                                  ^^^^^^ reference.name second
static struct option { const char *key; int value; } options[] = { { .key = "k", .value = 1 } };
//            ^^^^^^ definition.struct option
//                                 ^^^ definition.field option.key
//                                          ^^^^^ definition.field option.value
//                                                   ^^^^^^^ definition.variable options
//                                                                    ^^^ reference.name key
//                                                                                ^^^^^ reference.name value
struct { int hidden; } state;
//           ^^^^^^ definition.field state.hidden
//                     ^^^^^ definition.variable state
enum { ON, OFF } mode = ON;
//     ^^ definition.constant mode.ON
//         ^^^ definition.constant mode.OFF
//               ^^^^ definition.variable mode
//                      ^^ reference.name ON
static LIST_HEAD(pending);
//     ^^^^^^^^^ reference.call LIST_HEAD
//               ^^^^^^^ definition.variable pending
DEFINE_MUTEX(lock);
// @0+12 reference.call DEFINE_MUTEX
//           ^^^^ definition.variable lock
clock_type (*read_other)(struct where *at);
// @0+10 reference.type clock_type
//           ^^^^^^^^^^ definition.variable read_other
//                              ^^^^^ reference.type where
//                                     ^^ reference.name at

#ifdef WITH_CACHE
//     ^^^^^^^^^^ reference.name WITH_CACHE
static int cache_size = 1;
//         ^^^^^^^^^^ definition.variable cache_size
#else
static int cache_size;
//         ^^^^^^^^^^ definition.variable cache_size
#endif

int use(int argument)
//  ^^^ definition.function use
//          ^^^^^^^^ reference.name argument
{
    int inside = counter, *pointer;
//      ^^^^^^ reference.name inside
//               ^^^^^^^ reference.name counter
//                         ^^^^^^^ reference.name pointer
    static int kept;
//             ^^^^ reference.name kept
    const int bound = limit;
//            ^^^^^ reference.name bound
//                    ^^^^^ reference.name limit
    extern int declared_inside;
//             ^^^^^^^^^^^^^^^ reference.name declared_inside
    return inside + kept + bound + table[0][argument];
//         ^^^^^^ reference.name inside
//                  ^^^^ reference.name kept
//                         ^^^^^ reference.name bound
//                                 ^^^^^ reference.name table
//                                          ^^^^^^^^ reference.name argument
}
