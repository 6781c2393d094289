class Before { int a; };
//    ^^^^^^ definition.class Before
//                 ^ definition.field Before::a

void broken( {
//   ^^^^^^ reference.name broken
  int x = ;
//    ^ definition.variable x

class After { int b; int get() { return b; } };
//    ^^^^^ definition.class After
//                ^ definition.field After::b
//                       ^^^ definition.method After::get
//                                      ^ reference.name b
int last() { return 1; }
//  ^^^^ definition.function last
