namespace Broken {
//        ^^^^^^ reference.name Broken
    class Before { int One() { return Helper(); } }
//        ^^^^^^ definition.class Before
//                     ^^^ definition.method Before.One
//                                    ^^^^^^ reference.call Helper
    class Torn {
//        ^^^^ definition.class Torn
        void Open( { if (x == ) { }
//           ^^^^ definition.method Torn.Open
//                       ^ reference.name x
        int field = ;
//          ^^^^^ reference.name field
    }
    class After { void Two() { new Before(); } }
//        ^^^^^ definition.class Torn.After
//                     ^^^ definition.method Torn.After.Two
//                                 ^^^^^^ reference.call Before
}
