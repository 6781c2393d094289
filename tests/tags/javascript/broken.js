function before() { return helper(); }
//       ^^^^^^ definition.function before
//                         ^^^^^^ reference.call helper
const earlier = { a: 1 };
//    ^^^^^^^ definition.constant earlier
//                ^ definition.field earlier.a

function torn(value) {
//       ^^^^ definition.function torn
//            ^^^^^ reference.name value
  return call(value, ;
//       ^^^^ reference.call call
//            ^^^^^ reference.name value
}

class After {
//    ^^^^^ definition.class After
  method() { return before(); }
//^^^^^^ definition.method After.method
//                  ^^^^^^ reference.call before
  half( { return 1; }
//^^^^ definition.field After.half
//        ^^^^^^ reference.name return
}
let half = = 2;
//  ^^^^ definition.variable half
const later = () => new After();
//    ^^^^^ definition.function later
//                      ^^^^^ reference.call After
