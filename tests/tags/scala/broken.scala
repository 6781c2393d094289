package broken
//      ^^^^^^ reference.name broken

class Before { def one = helper() }
//    ^^^^^^ definition.class Before
//                 ^^^ definition.method Before.one
//                       ^^^^^^ reference.call helper

class Torn {
//    ^^^^ definition.class Torn
  def open( = {
//    ^^^^ definition.method Torn.open
  val x = = 3
//    ^ reference.name x
}

object After {
//     ^^^^^ definition.class Torn.After
  def two = new Before()
//    ^^^ definition.method Torn.After.two
//              ^^^^^^ reference.call Before
}
