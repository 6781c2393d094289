given ord: Ordering[Int] with { def compare(a: Int) = 0 }
//    ^^^ definition.variable ord
//         ^^^^^^^^ reference.implementation Ordering
//                  ^^^ reference.type Int
//                                  ^^^^^^^ definition.method ord.compare
//                                          ^ reference.name a
//                                             ^^^ reference.type Int
