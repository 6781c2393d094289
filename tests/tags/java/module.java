open module com.example.store {
//          ^^^^^^^^^^^^^^^^^ definition.module com.example.store
//              ^^^^^^^ reference.name example
//                      ^^^^^ reference.name store
  requires transitive java.sql;
//                    ^^^^^^^^ reference.import java.sql
//                         ^^^ reference.name sql
  exports com.example.store;
//        ^^^ reference.name com
//            ^^^^^^^ reference.name example
//                    ^^^^^ reference.name store
  provides com.example.Shape with com.example.Circle;
//         ^^^ reference.name com
//             ^^^^^^^ reference.name example
//                     ^^^^^ reference.name Shape
//                                ^^^ reference.name com
//                                    ^^^^^^^ reference.name example
//                                            ^^^^^^ reference.name Circle
}
