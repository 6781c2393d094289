function before() { return helper(); }
//       ^^^^^^ definition.function before
//                         ^^^^^^ reference.call helper
const earlier = { a: 1 };
//    ^^^^^^^ definition.constant earlier
//                ^ definition.field earlier.a

function torn( { if (x == ) {
//       ^^^^ reference.name torn
//               ^^ definition.method if
//                   ^ reference.name x
  }}

class After {
//    ^^^^^ definition.class After
  method() { return before(); }
//^^^^^^ definition.method After.method
//                  ^^^^^^ reference.call before
}
const later = () => new After();
// @0+5 reference.name const
//    ^^^^^ definition.function later
//                      ^^^^^ reference.call After
