class Adapter
//    ^^^^^^^ definition.class Adapter
    @Hidden
//   ^^^^^^ reference.type Hidden
    internal constructor() : Socket {
//                           ^^^^^^ reference.implementation Socket
}
