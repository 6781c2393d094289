package com.example.store
//      ^^^ reference.name com
//          ^^^^^^^ reference.name example
//                  ^^^^^ reference.name store

import kotlin.math.*
//     ^^^^^^^^^^^ reference.import kotlin.math
//            ^^^^ reference.name math
import java.util.List as JList
//     ^^^^^^^^^^^^^^ reference.import java.util.List
//          ^^^^ reference.name util
//               ^^^^ reference.type List
//                       ^^^^^ reference.type JList
import okhttp3.Request
//     ^^^^^^^^^^^^^^^ reference.import okhttp3.Request
//             ^^^^^^^ reference.type Request

private const val LIMIT = 10
//                ^^^^^ definition.constant LIMIT
const val prefix = "x"
//        ^^^^^^ definition.constant prefix
val RETRIES = 3
//  ^^^^^^^ definition.constant RETRIES
val top: String = "x"
//  ^^^ definition.variable top
//       ^^^^^^ reference.type String
var String.twice: Int
//  ^^^^^^ reference.type String
//         ^^^^^ definition.variable twice
//                ^^^ reference.type Int
    get() { val local = 1; return local }
//              ^^^^^ reference.name local
//                                ^^^^^ reference.name local
    set(value) { length = value }
//      ^^^^^ reference.name value
//               ^^^^^^ reference.name length
//                        ^^^^^ reference.name value
private typealias Handler = (Int) -> Unit
//                ^^^^^^^ definition.type Handler
//                           ^^^ reference.type Int
//                                   ^^^^ reference.type Unit

interface Shape<T> : Base, Other<Int> {
//        ^^^^^ definition.interface Shape
//              ^ reference.type T
//                   ^^^^ reference.implementation Base
//                         ^^^^^ reference.implementation Other
//                               ^^^ reference.type Int
    val area: Double
//      ^^^^ definition.field Shape.area
//            ^^^^^^ reference.type Double
    fun draw(depth: Int = 1)
//      ^^^^ definition.method Shape.draw
//           ^^^^^ reference.name depth
//                  ^^^ reference.type Int
}

sealed class Result<out T>(val value: T, private var count: Int = LIMIT, plain: String) : Parent(1), Closeable {
//           ^^^^^^ definition.class Result
//                      ^ reference.type T
//                             ^^^^^ definition.field Result.value
//                                    ^ reference.type T
//                                                   ^^^^^ definition.field Result.count
//                                                          ^^^ reference.type Int
//                                                                ^^^^^ reference.name LIMIT
//                                                                       ^^^^^ reference.name plain
//                                                                              ^^^^^^ reference.type String
//                                                                                        ^^^^^^ reference.implementation Parent
//                                                                                                   ^^^^^^^^^ reference.implementation Closeable
    companion object {
        const val TAG = "tag"
//                ^^^ definition.constant Result.TAG
        @JvmStatic fun create() = Ok(1)
//       ^^^^^^^^^ reference.type JvmStatic
//                     ^^^^^^ definition.method Result.create
//                                ^^ reference.call Ok
    }
    object Empty : Result<Nothing>(1)
//         ^^^^^ definition.class Result.Empty
//                 ^^^^^^ reference.implementation Result
//                        ^^^^^^^ reference.type Nothing
    data class Ok(val code: Int) : Result<Int>(code)
//             ^^ definition.class Result.Ok
//                    ^^^^ definition.field Result.Ok.code
//                          ^^^ reference.type Int
//                                 ^^^^^^ reference.implementation Result
//                                        ^^^ reference.type Int
//                                             ^^^^ reference.name code
    inner class Inside
//              ^^^^^^ definition.class Result.Inside
    val lazily by lazy { val local = 1; local }
//      ^^^^^^ definition.field Result.lazily
//                ^^^^ reference.call lazy
//                           ^^^^^ reference.name local
//                                      ^^^^^ reference.name local
    lateinit var late: Handler
//               ^^^^ definition.field Result.late
//                     ^^^^^^^ reference.type Handler
    val handler = object : Callback { override fun done() { late() } }
//      ^^^^^^^ definition.field Result.handler
//                         ^^^^^^^^ reference.implementation Callback
//                                                 ^^^^ definition.function Result.handler.done
//                                                          ^^^^ reference.call late
    override fun toString(): String = "a $value ${value.name} b"
//               ^^^^^^^^ definition.method Result.toString
//                           ^^^^^^ reference.type String
//                                        ^^^^^ reference.name value
//                                                ^^^^^ reference.name value
//                                                      ^^^^ reference.name name
    init {
        val checked = value
//          ^^^^^^^ reference.name checked
//                    ^^^^^ reference.name value
        check(checked)
//      ^^^^^ reference.call check
//            ^^^^^^^ reference.name checked
    }
}

class Delegating(inner: Shape<Int>) : Shape<Int> by inner
//    ^^^^^^^^^^ definition.class Delegating
//               ^^^^^ reference.name inner
//                      ^^^^^ reference.type Shape
//                            ^^^ reference.type Int
//                                    ^^^^^ reference.implementation Shape
//                                          ^^^ reference.type Int
//                                                  ^^^^^ reference.name inner
class Outer {
//    ^^^^^ definition.class Outer
    companion object Named : Factory
//                   ^^^^^ definition.class Outer.Named
//                           ^^^^^^^ reference.implementation Factory
}

enum class Color(val rgb: Int) {
//         ^^^^^ definition.enum Color
//                   ^^^ definition.field Color.rgb
//                        ^^^ reference.type Int
    RED(1),
//  ^^^ definition.constant Color.RED
    GREEN(2) { override fun mix() = 1 };
//  ^^^^^ definition.constant Color.GREEN
//                          ^^^ definition.function Color.GREEN.mix

    abstract fun mix(): Int
//               ^^^ definition.method Color.mix
//                      ^^^ reference.type Int
}

fun interface Run { fun run() }
//            ^^^ definition.interface Run
//                      ^^^ definition.method Run.run
annotation class Marked(val why: String)
//               ^^^^^^ definition.class Marked
//                          ^^^ definition.field Marked.why
//                               ^^^^^^ reference.type String
