package com.example.store;
//      ^^^ reference.name com
//          ^^^^^^^ reference.name example
//                  ^^^^^ reference.name store

import java.util.List;
//     ^^^^^^^^^^^^^^ reference.import java.util.List
//          ^^^^ reference.name util
//               ^^^^ reference.type List
import static java.util.Map.entry;
//            ^^^^^^^^^^^^^^^^^^^ reference.import java.util.Map.entry
//                 ^^^^ reference.name util
//                      ^^^ reference.name Map
//                          ^^^^^ reference.name entry
import java.io.*;
//     ^^^^^^^ reference.import java.io
//          ^^ reference.name io

@Deprecated
// @1+10 reference.type Deprecated
public abstract class Store<T extends Key> extends base.Table<T> implements Runnable, Source<T> {
//                    ^^^^^ definition.class Store
//                          ^ reference.type T
//                                    ^^^ reference.type Key
//                                                 ^^^^ reference.type base
//                                                      ^^^^^ reference.implementation Table
//                                                            ^ reference.type T
//                                                                          ^^^^^^^^ reference.implementation Runnable
//                                                                                    ^^^^^^ reference.implementation Source
//                                                                                           ^ reference.type T
  public static final int LIMIT = 3, LEAST = 1;
//                        ^^^^^ definition.constant Store.LIMIT
//                                   ^^^^^ definition.constant Store.LEAST
  final static String NAME = "s";
//             ^^^^^^ reference.type String
//                    ^^^^ definition.constant Store.NAME
  private final List<String> names = new ArrayList<>();
//              ^^^^ reference.type List
//                   ^^^^^^ reference.type String
//                           ^^^^^ definition.field Store.names
//                                       ^^^^^^^^^ reference.call ArrayList
  static int opened;
//           ^^^^^^ definition.field Store.opened
  int[] sizes[], count;
//      ^^^^^ definition.field Store.sizes
//               ^^^^^ definition.field Store.count

  static { register(); }
//         ^^^^^^^^ reference.call register

  public Store(int count) {
//       ^^^^^ definition.method Store.Store
//                 ^^^^^ reference.name count
    super(count);
//        ^^^^^ reference.name count
    this.count = count;
//       ^^^^^ reference.name count
//               ^^^^^ reference.name count
  }

  @Override
// ^^^^^^^^ reference.type Override
  public <R> R run(T item, String... rest) throws IOException {
//        ^ reference.type R
//           ^ reference.type R
//             ^^^ definition.method Store.run
//                 ^ reference.type T
//                   ^^^^ reference.name item
//                         ^^^^^^ reference.type String
//                                   ^^^^ reference.name rest
//                                                ^^^^^^^^^^^ reference.type IOException
    Runnable later = () -> finish(item);
//  ^^^^^^^^ reference.type Runnable
//           ^^^^^ reference.name later
//                         ^^^^^^ reference.call finish
//                                ^^^^ reference.name item
    rest.forEach(String::valueOf);
//  ^^^^ reference.name rest
//       ^^^^^^^ reference.call forEach
//               ^^^^^^ reference.name String
//                       ^^^^^^^ reference.name valueOf
    Object anonymous = new Thread() {
//  ^^^^^^ reference.type Object
//         ^^^^^^^^^ reference.name anonymous
//                         ^^^^^^ reference.call Thread
      int runs;
//        ^^^^ definition.field Store.run.runs
      public void run() { later.run(); }
//                ^^^ definition.method Store.run.run
//                        ^^^^^ reference.name later
//                              ^^^ reference.call run
    };
    class Local { void inside() {} }
//        ^^^^^ definition.class Store.run.Local
//                     ^^^^^^ definition.method Store.run.Local.inside
    return Store.<R>open(LIMIT, this.count);
//         ^^^^^ reference.name Store
//                ^ reference.type R
//                  ^^^^ reference.call open
//                       ^^^^^ reference.name LIMIT
//                                   ^^^^^ reference.name count
  }

  abstract void close();
//              ^^^^^ definition.method Store.close
  native int handle();
//           ^^^^^^ definition.method Store.handle

  static class Nested implements Store.Inner {}
//             ^^^^^^ definition.class Store.Nested
//                               ^^^^^ reference.type Store
//                                     ^^^^^ reference.implementation Inner
  interface Inner {}
//          ^^^^^ definition.interface Store.Inner
}
