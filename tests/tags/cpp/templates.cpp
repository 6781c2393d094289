template <typename T> class Box { T item; T get() { return item; } };
//                 ^ reference.type T
//                          ^^^ definition.class Box
//                                ^ reference.type T
//                                  ^^^^ definition.field Box::item
//                                        ^ reference.type T
//                                          ^^^ definition.method Box::get
//                                                         ^^^^ reference.name item
template <typename T> struct Box<T*> { T* item; };
//                 ^ reference.type T
//                           ^^^ definition.struct Box
//                               ^ reference.type T
//                                     ^ reference.type T
//                                        ^^^^ definition.field Box::item
template <typename T> using Boxes = std::vector<Box<T>>;
//                 ^ reference.type T
//                          ^^^^^ definition.type Boxes
//                                  ^^^ reference.name std
//                                       ^^^^^^ reference.type vector
//                                              ^^^ reference.type Box
//                                                  ^ reference.type T
template <typename T> constexpr T pi = T(3);
//                 ^ reference.type T
//                              ^ reference.type T
//                                ^^ definition.constant pi
//                                     ^ reference.call T
template <typename T> concept Small = sizeof(T) < 8;
//                 ^ reference.type T
//                            ^^^^^ definition.interface Small
//                                           ^ reference.name T
template <class T> T Tree<T>::root(T x) { return x; }
//              ^ reference.type T
//                 ^ reference.type T
//                   ^^^^ reference.type Tree
//                        ^ reference.type T
//                            ^^^^ definition.method Tree::root
//                                 ^ reference.type T
//                                   ^ reference.name x
//                                               ^ reference.name x
template <> int Tree<int>::root(int x) { return x; }
//              ^^^^ reference.type Tree
//                         ^^^^ definition.method Tree::root
//                                  ^ reference.name x
//                                              ^ reference.name x
template <typename T, typename... Rest> void all(T first, Rest... rest) { all(rest...); }
//                 ^ reference.type T
//                                ^^^^ reference.type Rest
//                                           ^^^ definition.function all
//                                               ^ reference.type T
//                                                 ^^^^^ reference.name first
//                                                        ^^^^ reference.type Rest
//                                                                ^^^^ reference.name rest
//                                                                        ^^^ reference.call all
//                                                                            ^^^^ reference.name rest
template class Box<int>;
//             ^^^ reference.type Box
