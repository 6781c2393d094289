#ifndef MACROS_H
//      ^^^^^^^^ reference.name MACROS_H
#define MACROS_H
//      ^^^^^^^^ definition.macro MACROS_H
#define LIMIT 10
//      ^^^^^ definition.macro LIMIT
#define MAX(a, b) ((a) > (b) ? (a) : (b))
//      ^^^ definition.macro MAX
//          ^ reference.name a
//             ^ reference.name b
//                  ^ reference.name a
//                        ^ reference.name b
//                              ^ reference.name a
//                                    ^ reference.name b
#define WALK(list, item) \
//      ^^^^ definition.macro WALK
//           ^^^^ reference.name list
//                 ^^^^ reference.name item
    for (item = first_of(list); item; item = item->next) /* each */ \
//       ^^^^ reference.name item
//              ^^^^^^^^ reference.call first_of
//                       ^^^^ reference.name list
//                              ^^^^ reference.name item
//                                    ^^^^ reference.name item
//                                           ^^^^ reference.name item
//                                                 ^^^^ reference.name next
        visit(item, "not a name", 'x', 0x1fUL)
//      ^^^^^ reference.call visit
//            ^^^^ reference.name item
#define EMPTY
//      ^^^^^ definition.macro EMPTY
#undef OLD_LIMIT
//     ^^^^^^^^^ reference.name OLD_LIMIT

SYSCALL_DEFINE2(open_queue, int, flags)
// @0+15 reference.call SYSCALL_DEFINE2
//              ^^^^^^^^^^ definition.function open_queue
//                               ^^^^^ reference.name flags
{
    int local_of_macro = 1;
//      ^^^^^^^^^^^^^^ reference.name local_of_macro
    return local_of_macro;
//         ^^^^^^^^^^^^^^ reference.name local_of_macro
}

MODULE_INIT(start_module) {
// @0+11 reference.call MODULE_INIT
//          ^^^^^^^^^^^^ definition.function start_module
    return MAX(LIMIT, 2);
//         ^^^ reference.call MAX
//             ^^^^^ reference.name LIMIT
}

static int HANDLER(on_event)(struct event *event)
//         ^^^^^^^ reference.name HANDLER
//                 ^^^^^^^^ definition.function on_event
//                                  ^^^^^ reference.type event
//                                         ^^^^^ reference.name event
{
#define WITHIN 1
//      ^^^^^^ definition.macro WITHIN
    return WITHIN;
//         ^^^^^^ reference.name WITHIN
}

struct flags {
//     ^^^^^ definition.struct flags
    int set;
//      ^^^ definition.field flags.set
#define FLAG_SET 1
//      ^^^^^^^^ definition.macro FLAG_SET
    int clear;
//      ^^^^^ definition.field flags.clear
};
#endif
