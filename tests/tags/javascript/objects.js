const codes = {
//    ^^^^^ definition.constant codes
  OK: 0,
//^^ definition.field codes.OK
  "NOT-FOUND": 404,
// ^^^^^^^^^ definition.field codes.NOT-FOUND
  shared,
//^^^^^^ reference.name shared
  [computed]: 1,
// ^^^^^^^^ reference.name computed
  check() { return 1; },
//^^^^^ definition.method codes.check
  get size() { return 2; },
//    ^^^^ definition.method codes.size
  parse: (text) => text,
//^^^^^ definition.method codes.parse
//        ^^^^ reference.name text
//                 ^^^^ reference.name text
  format: function formatted() {},
//^^^^^^ definition.method codes.format
//                 ^^^^^^^^^ definition.function codes.format.formatted
  nested: { depth: 2, deeper: { not: 3 } },
//^^^^^^ definition.field codes.nested
//          ^^^^^ reference.name depth
//                    ^^^^^^ reference.name deeper
//                              ^^^ reference.name not
  table: [{ id: 1 }],
//^^^^^ definition.field codes.table
//          ^^ reference.name id
};
const frozen = Object.freeze({ LOW: 1, HIGH: 2 });
//    ^^^^^^ definition.constant frozen
//             ^^^^^^ reference.name Object
//                    ^^^^^^ reference.call freeze
//                             ^^^ definition.field frozen.LOW
//                                     ^^^^ definition.field frozen.HIGH
const made = make({ option: true, done() {} });
//    ^^^^ definition.constant made
//           ^^^^ reference.call make
//                  ^^^^^^ reference.name option
//                                ^^^^ definition.method made.done

function run() {
//       ^^^ definition.function run
  const local = { key: 1, act() {} };
//      ^^^^^ reference.name local
//                ^^^ reference.name key
//                        ^^^ definition.method run.act
  return { open: () => {}, closed: true };
//         ^^^^ definition.method run.open
//                         ^^^^^^ reference.name closed
}

options.defaults = { width: 1 };
// @0+7 reference.name options
//      ^^^^^^^^ definition.variable options.defaults
//                   ^^^^^ definition.field options.defaults.width
Codes.MAX_SIZE = 10;
// @0+5 reference.name Codes
//    ^^^^^^^^ definition.constant Codes.MAX_SIZE
Codes.other = 10;
// @0+5 reference.name Codes
//    ^^^^^ reference.name other
