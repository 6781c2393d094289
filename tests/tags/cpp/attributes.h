#ifndef ATTRIBUTES_H
//      ^^^^^^^^^^^^ reference.name ATTRIBUTES_H
#define ATTRIBUTES_H
//      ^^^^^^^^^^^^ definition.macro ATTRIBUTES_H
class STORE_EXPORT Store : public Base {
//    ^^^^^^^^^^^^ reference.type STORE_EXPORT
//                 ^^^^^ definition.class Store
//                                ^^^^ reference.implementation Base
 public:
  static Store* Open(const char* path);
//       ^^^^^ reference.type Store
//              ^^^^ reference.name Open
//                               ^^^^ reference.name path
  int size() const { return size_; }
//    ^^^^ definition.method Store::size
//                          ^^^^^ reference.name size_

 private:
  int size_ GUARDED_BY(mutex_);
//    ^^^^^ definition.field Store::size_
//          ^^^^^^^^^^ reference.name GUARDED_BY
//                     ^^^^^^ reference.type mutex_
};
struct STORE_EXPORT Options {
//     ^^^^^^^^^^^^ reference.type STORE_EXPORT
//                  ^^^^^^^ definition.struct Options
  int limit = 1;
//    ^^^^^ definition.field Options::limit
};
class STORE_EXPORT Later;
//    ^^^^^^^^^^^^ reference.type STORE_EXPORT
//                 ^^^^^ reference.type Later
#endif
