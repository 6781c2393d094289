interface Before { id: string }
//        ^^^^^^ definition.interface Before
//                 ^^ definition.field Before.id
const earlier: Before = make();
//    ^^^^^^^ definition.constant earlier
//             ^^^^^^ reference.type Before
//                      ^^^^ reference.call make

function torn(value: Before) {
//       ^^^^ definition.function torn
//            ^^^^^ reference.name value
//                   ^^^^^^ reference.type Before
  return call(value, ;
//       ^^^^ reference.call call
//            ^^^^^ reference.name value
}

class After implements Before {
//    ^^^^^ definition.class After
//                     ^^^^^^ reference.implementation Before
  id: string;
//^^ definition.field After.id
  method(): Before { return earlier; }
//^^^^^^ definition.method After.method
//          ^^^^^^ reference.type Before
//                          ^^^^^^^ reference.name earlier
}
const half: = 1;
//    ^^^^ definition.constant half
type Later = After;
//   ^^^^^ definition.type Later
//           ^^^^^ reference.type After
