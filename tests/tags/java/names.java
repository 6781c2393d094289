class Übung {
//    ^^^^^ definition.class Übung
  int größe = 1;
//    ^^^^^ definition.field Übung.größe

  int länge(Object o) {
//    ^^^^^ definition.method Übung.länge
//          ^^^^^^ reference.type Object
//                 ^ reference.name o
    if (o instanceof Übung andere && andere.größe > größe) return andere.länge(null);
//      ^ reference.name o
//                   ^^^^^ reference.type Übung
//                         ^^^^^^ reference.name andere
//                                   ^^^^^^ reference.name andere
//                                          ^^^^^ reference.name größe
//                                                  ^^^^^ reference.name größe
//                                                                ^^^^^^ reference.name andere
//                                                                       ^^^^^ reference.call länge
    switch (o) {
//          ^ reference.name o
      case Circle(var radius, String label) -> use(label);
//         ^^^^^^ reference.type Circle
//                    ^^^^^^ reference.name radius
//                            ^^^^^^ reference.type String
//                                   ^^^^^ reference.name label
//                                             ^^^ reference.call use
//                                                 ^^^^^ reference.name label
    }
    again:
//  ^^^^^ reference.name again
    for (int i : a.b.values()) { new a.b.Thing<Übung>(i); break again; }
//           ^ reference.name i
//               ^ reference.name a
//                 ^ reference.name b
//                   ^^^^^^ reference.call values
//                                   ^ reference.type a
//                                     ^ reference.type b
//                                       ^^^^^ reference.call Thing
//                                             ^^^^^ reference.type Übung
//                                                    ^ reference.name i
//                                                              ^^^^^ reference.name again
    return this.größe;
//              ^^^^^ reference.name größe
  }
}
