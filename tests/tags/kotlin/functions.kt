@file:JvmName("Main")
//    ^^^^^^^ reference.type JvmName

fun <A> first(items: List<A>, limit: Int = MOST): A where A : Any {
//   ^ reference.type A
//      ^^^^^ definition.function first
//            ^^^^^ reference.name items
//                   ^^^^ reference.type List
//                        ^ reference.type A
//                            ^^^^^ reference.name limit
//                                   ^^^ reference.type Int
//                                         ^^^^ reference.name MOST
//                                                ^ reference.type A
//                                                        ^ reference.type A
//                                                            ^^^ reference.type Any
    fun inner(x: Int): Int = x + 1
//      ^^^^^ definition.function first.inner
//            ^ reference.name x
//               ^^^ reference.type Int
//                     ^^^ reference.type Int
//                           ^ reference.name x
    val (low, high) = pair
//       ^^^ reference.name low
//            ^^^^ reference.name high
//                    ^^^^ reference.name pair
    val local = items.map { item -> val seen = item.name; seen }.filter(::wanted)
//      ^^^^^ reference.name local
//              ^^^^^ reference.name items
//                    ^^^ reference.call map
//                          ^^^^ reference.name item
//                                      ^^^^ reference.name seen
//                                             ^^^^ reference.name item
//                                                  ^^^^ reference.name name
//                                                        ^^^^ reference.name seen
//                                                               ^^^^^^ reference.call filter
//                                                                        ^^^^^^ reference.name wanted
    if (local is Special) inner(low) else items shl high
//      ^^^^^ reference.name local
//               ^^^^^^^ reference.type Special
//                        ^^^^^ reference.call inner
//                              ^^^ reference.name low
//                                        ^^^^^ reference.name items
//                                              ^^^ reference.call shl
//                                                  ^^^^ reference.name high
    return local!!.first() as A
//         ^^^^^ reference.name local
//                 ^^^^^ reference.call first
//                            ^ reference.type A
}

fun String.shout(): String = this.uppercase()
//  ^^^^^^ reference.type String
//         ^^^^^ definition.function shout
//                  ^^^^^^ reference.type String
//                                ^^^^^^^^^ reference.call uppercase

suspend fun run(args: Array<String>) {
//          ^^^ definition.function run
//              ^^^^ reference.name args
//                    ^^^^^ reference.type Array
//                          ^^^^^^ reference.type String
    val made = Store<Int>(1).apply { begin() }
//      ^^^^ reference.name made
//             ^^^^^ reference.call Store
//                   ^^^ reference.type Int
//                           ^^^^^ reference.call apply
//                                   ^^^^^ reference.call begin
    when (val state = made?.state) {
//            ^^^^^ reference.name state
//                    ^^^^ reference.name made
//                          ^^^^^ reference.name state
        is Open -> state.close()
//         ^^^^ reference.type Open
//                 ^^^^^ reference.name state
//                       ^^^^^ reference.call close
        in ready -> throw IllegalStateException("bad $state")
//         ^^^^^ reference.name ready
//                        ^^^^^^^^^^^^^^^^^^^^^ reference.call IllegalStateException
//                                                    ^^^^^ reference.name state
        else -> listOf(1, 2).forEach(::println)
//              ^^^^^^ reference.call listOf
//                           ^^^^^^^ reference.call forEach
//                                     ^^^^^^^ reference.name println
    }
    for (index in 0 until 10) made[index] = index
//       ^^^^^ reference.name index
//                  ^^^^^ reference.call until
//                            ^^^^ reference.name made
//                                 ^^^^^ reference.name index
//                                          ^^^^^ reference.name index
    val text = """a "quoted" $args call()"""
//      ^^^^ reference.name text
//                            ^^^^ reference.name args
    val f = fun(x: Int): Int { val y = x; return y }
//      ^ reference.name f
//              ^ reference.name x
//                 ^^^ reference.type Int
//                       ^^^ reference.type Int
//                                 ^ reference.name y
//                                     ^ reference.name x
//                                               ^ reference.name y
    @Suppress("unused") val unused = f(1)
//   ^^^^^^^^ reference.type Suppress
//                          ^^^^^^ reference.name unused
//                                   ^ reference.call f
}
fun `a name with spaces`() {}
//  ^^^^^^^^^^^^^^^^^^^^ definition.function `a name with spaces`
