class Adapter
//    ^^^^^^^ definition.class Adapter
    @Hidden
//   ^^^^^^ reference.type Hidden
    internal constructor() : Socket {
//                           ^^^^^^ reference.implementation Socket
}

class Delegating(inner: Shape) : Shape by inner {
//    ^^^^^^^^^^ definition.class Delegating
//               ^^^^^ reference.name inner
//                      ^^^^^ reference.type Shape
//                               ^^^^^ reference.implementation Shape
//                                        ^^^^^ reference.name inner
    companion object Named : Factory
//                   ^^^^^ definition.class Delegating.Named
//                           ^^^^^^^ reference.implementation Factory
}
