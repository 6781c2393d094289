package com.example.store
//      ^^^ reference.name com
//          ^^^^^^^ reference.name example
//                  ^^^^^ reference.name store
package inner
//      ^^^^^ reference.name inner

import java.util.{List => JList, Map}
//     ^^^^ reference.name java
//          ^^^^ reference.name util
//                ^^^^ reference.import List
//                        ^^^^^ reference.name JList
//                               ^^^ reference.import Map
import scala.concurrent._
//     ^^^^^ reference.name scala
//           ^^^^^^^^^^ reference.import concurrent
import akka.actor.ActorSystem
//     ^^^^ reference.name akka
//          ^^^^^ reference.name actor
//                ^^^^^^^^^^^ reference.import ActorSystem

sealed trait Shape[T] extends Base with Serializable { self: Named =>
//           ^^^^^ definition.interface Shape
//                 ^ reference.name T
//                            ^^^^ reference.implementation Base
//                                      ^^^^^^^^^^^^ reference.implementation Serializable
//                                                     ^^^^ reference.name self
//                                                           ^^^^^ reference.type Named
  type Elem = Int
//     ^^^^ definition.type Shape.Elem
//            ^^^ reference.type Int
  type Bound <: AnyRef
//     ^^^^^ definition.type Shape.Bound
//              ^^^^^^ reference.type AnyRef
  def area: Double
//    ^^^^ definition.method Shape.area
//          ^^^^^^ reference.type Double
  val name: String
//    ^^^^ definition.field Shape.name
//          ^^^^^^ reference.type String
  var count = 0
//    ^^^^^ definition.field Shape.count
  lazy val twice: Int = count * 2
//         ^^^^^ definition.field Shape.twice
//                ^^^ reference.type Int
//                      ^^^^^ reference.name count
}

case class Circle(radius: Double, private val id: Int = 3)(cached: Boolean) extends Shape[Int](1) with io.Closeable
//         ^^^^^^ definition.class Circle
//                ^^^^^^ definition.field Circle.radius
//                        ^^^^^^ reference.type Double
//                                            ^^ definition.field Circle.id
//                                                ^^^ reference.type Int
//                                                         ^^^^^^ reference.name cached
//                                                                 ^^^^^^^ reference.type Boolean
//                                                                                  ^^^^^ reference.implementation Shape
//                                                                                        ^^^ reference.type Int
//                                                                                                     ^^ reference.name io
//                                                                                                        ^^^^^^^^^ reference.implementation Closeable

class Store private (val size: Int, plain: String, var open: List[Int]) extends Actor[Message] {
//    ^^^^^ definition.class Store
//                       ^^^^ definition.field Store.size
//                             ^^^ reference.type Int
//                                  ^^^^^ reference.name plain
//                                         ^^^^^^ reference.type String
//                                                     ^^^^ definition.field Store.open
//                                                           ^^^^ reference.type List
//                                                                ^^^ reference.type Int
//                                                                              ^^^^^ reference.implementation Actor
//                                                                                    ^^^^^^^ reference.type Message
  def this() = this(1, "x", Nil)
//                          ^^^ reference.name Nil
  private[this] val log = LoggerFactory.getLogger(getClass)
//                  ^^^ definition.field Store.log
//                        ^^^^^^^^^^^^^ reference.name LoggerFactory
//                                      ^^^^^^^^^ reference.call getLogger
//                                                ^^^^^^^^ reference.name getClass
  private val (low, high) = (1, 2)
//             ^^^ definition.field Store.low
//                  ^^^^ definition.field Store.high
  def +(other: Store): Store = new Store(size + other.size)
//    ^ definition.method Store.+
//      ^^^^^ reference.name other
//             ^^^^^ reference.type Store
//                     ^^^^^ reference.type Store
//                                 ^^^^^ reference.call Store
//                                       ^^^^ reference.name size
//                                              ^^^^^ reference.name other
//                                                    ^^^^ reference.name size
  override def receive: Receive = {
//             ^^^^^^^ definition.method Store.receive
//                      ^^^^^^^ reference.type Receive
    case Circle(r, _) => log.info(s"got $r")
//       ^^^^^^ reference.type Circle
//              ^ reference.name r
//                       ^^^ reference.name log
//                           ^^^^ reference.call info
//                                ^ reference.name s
//                                       ^ reference.name r
    case other: Shape[_] => val local = other; local.area
//       ^^^^^ reference.name other
//              ^^^^^ reference.type Shape
//                              ^^^^^ reference.name local
//                                      ^^^^^ reference.name other
//                                             ^^^^^ reference.name local
//                                                   ^^^^ reference.name area
  }
}

object Store {
//     ^^^^^ definition.class Store
  val Limit, More = 10
//    ^^^^^ definition.constant Store.Limit
//           ^^^^ definition.constant Store.More
  final val lower = "x"
//          ^^^^^ definition.field Store.lower
  implicit class Rich(val text: String) extends AnyVal { def shout = text.toUpperCase }
//               ^^^^ definition.class Store.Rich
//                        ^^^^ definition.field Store.Rich.text
//                              ^^^^^^ reference.type String
//                                              ^^^^^^ reference.implementation AnyVal
//                                                           ^^^^^ definition.method Store.Rich.shout
//                                                                   ^^^^ reference.name text
//                                                                        ^^^^^^^^^^^ reference.name toUpperCase
  def apply(size: Int): Store = new Store(size)
//    ^^^^^ definition.method Store.apply
//          ^^^^ reference.name size
//                ^^^ reference.type Int
//                      ^^^^^ reference.type Store
//                                  ^^^^^ reference.call Store
//                                        ^^^^ reference.name size
}

case object Empty extends Shape[Nothing]
//          ^^^^^ definition.class Empty
//                        ^^^^^ reference.implementation Shape
//                              ^^^^^^^ reference.type Nothing
package object all { type Id = Int; def id(x: Id) = x }
//             ^^^ definition.module all
//                        ^^ definition.type all.Id
//                             ^^^ reference.type Int
//                                      ^^ definition.function all.id
//                                         ^ reference.name x
//                                            ^^ reference.type Id
//                                                  ^ reference.name x

enum Color(val code: Int) {
//   ^^^^^ definition.enum Color
//             ^^^^ definition.field Color.code
//                   ^^^ reference.type Int
  case Red extends Color(1)
//     ^^^ definition.constant Color.Red
//                 ^^^^^ reference.implementation Color
  case Green, Blue
//     ^^^^^ definition.constant Color.Green
//            ^^^^ definition.constant Color.Blue
  case Mixed(red: Int) extends Color(red)
//     ^^^^^ definition.constant Color.Mixed
//           ^^^ definition.field Color.Mixed.red
//                ^^^ reference.type Int
//                             ^^^^^ reference.implementation Color
//                                   ^^^ reference.name red
}
