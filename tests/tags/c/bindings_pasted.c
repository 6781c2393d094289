#define COMMAND(name, options) { #name, CMD_ ## name, options }
//      ^^^^^^^ definition.macro COMMAND
//              ^^^^ reference.name name
//                    ^^^^^^^ reference.name options
//                                ^^^^ reference.name name
//                                      ^^^^ reference.name CMD_
//                                              ^^^^ reference.name name
//                                                    ^^^^^^^ reference.name options
#define HANDLER(name) { name ## _handler, prefix_##name##_done }
//      ^^^^^^^ definition.macro HANDLER
//              ^^^^ reference.name name
//                      ^^^^ reference.name name
//                              ^^^^^^^^ reference.name _handler
//                                        ^^^^^^^ reference.name prefix_
//                                                 ^^^^ reference.name name
//                                                       ^^^^^ reference.name _done
#define PLAIN(name) { name, 0 }
//      ^^^^^ definition.macro PLAIN
//            ^^^^ reference.name name
//                    ^^^^ reference.name name

static struct command commands[] = {
//            ^^^^^^^ reference.type command
//                    ^^^^^^^^ definition.variable commands
	COMMAND(RAISE_ANCHOR, 2),
// @1+7 reference.call COMMAND
//       ^^^^^^^^^^^^ definition.constant commands.RAISE_ANCHOR
//       ^^^^^^^^^^^^^^^^ reference.name CMD_RAISE_ANCHOR
	COMMAND(42, 0),
// @1+7 reference.call COMMAND
	PLAIN(DROP_ANCHOR),
// @1+5 reference.call PLAIN
//     ^^^^^^^^^^^ reference.name DROP_ANCHOR
};

struct handler *handlers[2][2] = {
//     ^^^^^^^ reference.type handler
//              ^^^^^^^^ definition.variable handlers
	HANDLER(moor),
// @1+7 reference.call HANDLER
//       ^^^^ reference.name moor
	UNKNOWN(cast_off),
// @1+7 reference.call UNKNOWN
//       ^^^^^^^^ reference.name cast_off
};

static void run(void)
//          ^^^ definition.function run
{
	struct command local[] = { COMMAND(HOIST, 1) };
//      ^^^^^^^ reference.type command
//              ^^^^^ reference.name local
//                          ^^^^^^^ reference.call COMMAND
//                                  ^^^^^ reference.name HOIST
}
