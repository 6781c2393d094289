object Main extends App {
//     ^^^^ definition.class Main
//                  ^^^ reference.implementation App
  def first[A: Ordering](items: A*)(implicit context: Context): Future[A] = {
//    ^^^^^ definition.method Main.first
//          ^ reference.name A
//             ^^^^^^^^ reference.type Ordering
//                       ^^^^^ reference.name items
//                              ^ reference.type A
//                                           ^^^^^^^ reference.name context
//                                                    ^^^^^^^ reference.type Context
//                                                              ^^^^^^ reference.type Future
//                                                                     ^ reference.type A
    val local = items.head
//      ^^^^^ reference.name local
//              ^^^^^ reference.name items
//                    ^^^^ reference.name head
    def inner(x: Int): Int = x + 1
//      ^^^^^ definition.function Main.first.inner
//            ^ reference.name x
//               ^^^ reference.type Int
//                     ^^^ reference.type Int
//                           ^ reference.name x
    class Helper { def help = inner(1); val kept = 2 }
//        ^^^^^^ definition.class Main.first.Helper
//                     ^^^^ definition.method Main.first.Helper.help
//                            ^^^^^ reference.call inner
//                                          ^^^^ definition.field Main.first.Helper.kept
    Future { inner(local) }
//  ^^^^^^ reference.call Future
//           ^^^^^ reference.call inner
//                 ^^^^^ reference.name local
  }
  val handler = new Handler[Int] with Closing {
//    ^^^^^^^ definition.field Main.handler
//                  ^^^^^^^ reference.call Handler
//                          ^^^ reference.type Int
//                                    ^^^^^^^ reference.implementation Closing
    val hidden = 1
//      ^^^^^^ reference.name hidden
    def handle(x: Int) = x
//      ^^^^^^ definition.function Main.handler.handle
//             ^ reference.name x
//                ^^^ reference.type Int
//                       ^ reference.name x
  }
  val mapped = items map transform filter { item =>
//    ^^^^^^ definition.field Main.mapped
//             ^^^^^ reference.name items
//                   ^^^ reference.call map
//                       ^^^^^^^^^ reference.name transform
//                                 ^^^^^^ reference.call filter
//                                          ^^^^ reference.name item
    val seen = item
//      ^^^^ reference.name seen
//             ^^^^ reference.name item
    seen.ok
//  ^^^^ reference.name seen
//       ^^ reference.name ok
  }
  lazy val made = Factory.create[Store](1).build()
//         ^^^^ definition.field Main.made
//                ^^^^^^^ reference.name Factory
//                        ^^^^^^ reference.call create
//                               ^^^^^ reference.type Store
//                                         ^^^^^ reference.call build
  @deprecated("use other") def old(): Unit = throw new IllegalStateException("gone")
// ^^^^^^^^^^ reference.type deprecated
//                             ^^^ definition.method Main.old
//                                    ^^^^ reference.type Unit
//                                                     ^^^^^^^^^^^^^^^^^^^^^ reference.call IllegalStateException
  for (x <- xs if x.ok; y = x.z) yield y
//     ^ reference.name x
//          ^^ reference.name xs
//                ^ reference.name x
//                  ^^ reference.name ok
//                      ^ reference.name y
//                          ^ reference.name x
//                            ^ reference.name z
//                                     ^ reference.name y
  val `odd name` = 1
//    ^^^^^^^^^^ definition.field Main.`odd name`
  run()
//^^^ reference.call run
}
def top = 1
//  ^^^ definition.function top
