{
  a: 1,
//^ definition.field a
  b(x): x,
//^ definition.method b
//  ^ reference.name x
//      ^ reference.name x
}