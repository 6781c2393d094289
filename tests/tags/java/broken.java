class Before { void one() {} }
//    ^^^^^^ definition.class Before
//                  ^^^ definition.method Before.one

class Broken {
//    ^^^^^^ definition.class Broken
  void two( { int x = ; }
//     ^^^ definition.method Broken.two
//                ^ reference.name x
}

class After { int field; void three() { two(); } }
//    ^^^^^ definition.class After
//                ^^^^^ definition.field After.field
//                            ^^^^^ definition.method After.three
//                                      ^^^ reference.call two
