#include <stdio.h>
//        ^^^^^^^ reference.import stdio.h
#include "queue.h"
//        ^^^^^^^ reference.import queue.h

static int queue_length(struct queue *q);
//         ^^^^^^^^^^^^ reference.name queue_length
//                             ^^^^^ reference.type queue
//                                    ^ reference.name q
extern void queue_free(struct queue *q);
//          ^^^^^^^^^^ reference.name queue_free
//                            ^^^^^ reference.type queue
//                                   ^ reference.name q

static int
queue_length(struct queue *q)
// @0+12 definition.function queue_length
//                  ^^^^^ reference.type queue
//                         ^ reference.name q
{
    return q->length;
//         ^ reference.name q
//            ^^^^^^ reference.name length
}

/* In the style of Kernighan and Ritchie. */
int queue_add(q, item, weight)
//  ^^^^^^^^^ definition.function queue_add
//            ^ reference.name q
//               ^^^^ reference.name item
//                     ^^^^^^ reference.name weight
    struct queue *q;
//         ^^^^^ reference.type queue
//                ^ reference.name q
    char *item;
//        ^^^^ reference.name item
    int weight;
//      ^^^^^^ reference.name weight
{
    int position = queue_length(q);
//      ^^^^^^^^ reference.name position
//                 ^^^^^^^^^^^^ reference.call queue_length
//                              ^ reference.name q
    q->on_add(item);
//  ^ reference.name q
//     ^^^^^^ reference.call on_add
//            ^^^^ reference.name item
    (q->weigh)(item, weight);
//   ^ reference.name q
//      ^^^^^ reference.call weigh
//             ^^^^ reference.name item
//                   ^^^^^^ reference.name weight
    return position;
//         ^^^^^^^^ reference.name position
}

main(argc, argv)
// @0+4 definition.function main
//   ^^^^ reference.name argc
//         ^^^^ reference.name argv
    char **argv;
//         ^^^^ reference.name argv
{
    return run(argc);
//         ^^^ reference.call run
//             ^^^^ reference.name argc
}

char **queue_names(void) { return 0; }
//     ^^^^^^^^^^^ definition.function queue_names
int (queue_macro_guard)(int x) { return x; }
//   ^^^^^^^^^^^^^^^^^ definition.function queue_macro_guard
//                          ^ reference.name x
//                                      ^ reference.name x
void (*queue_handler(int kind))(int) { return 0; }
//     ^^^^^^^^^^^^^ definition.function queue_handler
//                       ^^^^ reference.name kind
__attribute__((noreturn)) static void die(const char *why) { exit(why[0]); }
//             ^^^^^^^^ reference.name noreturn
//                                    ^^^ definition.function die
//                                                    ^^^ reference.name why
//                                                           ^^^^ reference.call exit
//                                                                ^^^ reference.name why
static __init int queue_start(void) { return 0; }
//     ^^^^^^ reference.type __init
//                ^^^^^^^^^^^ definition.function queue_start
QUEUE_API int queue_public(void) { goto out; out: return 0; }
// @0+9 reference.type QUEUE_API
//            ^^^^^^^^^^^^ definition.function queue_public
//                                      ^^^ reference.name out
//                                           ^^^ reference.name out
