package broken
//      ^^^^^^ reference.name broken

class Before { fun one() = helper() }
//    ^^^^^^ definition.class Before
//                 ^^^ definition.method Before.one
//                         ^^^^^^ reference.call helper

class Torn {
//    ^^^^ definition.class Torn
    fun open( = 1
//      ^^^^ definition.method Torn.open
    val x = = 3
//      ^ definition.field Torn.x
}

class After {
//    ^^^^^ definition.class After
    fun two() = Before()
//      ^^^ definition.method After.two
//              ^^^^^^ reference.call Before
}
