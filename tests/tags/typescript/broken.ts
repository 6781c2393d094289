interface Before { id: string }
//        ^^^^^^ definition.interface Before
//                 ^^ definition.field Before.id
const earlier: Before = make();
//    ^^^^^^^ definition.constant earlier
//             ^^^^^^ reference.type Before
//                      ^^^^ reference.call make

function torn(: { if (x == ) {
//       ^^^^ reference.name torn
//                ^^ definition.method if
//                    ^ reference.name x
  }}

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
type Later = After;
// @0+4 reference.name type
//   ^^^^^ reference.name Later
//           ^^^^^ reference.name After
