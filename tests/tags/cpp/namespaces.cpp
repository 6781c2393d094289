namespace outer {
//        ^^^^^ definition.module outer
namespace inner::deep {
//        ^^^^^ reference.name inner
//               ^^^^ definition.module outer::inner::deep
class Node { int id; };
//    ^^^^ definition.class outer::inner::deep::Node
//               ^^ definition.field outer::inner::deep::Node::id
void Node_free(Node* node) {}
//   ^^^^^^^^^ definition.function outer::inner::deep::Node_free
//             ^^^^ reference.type Node
//                   ^^^^ reference.name node
}
namespace {
int hidden;
//  ^^^^^^ definition.variable outer::hidden
}
inline namespace v2 { struct S {}; }
//               ^^ definition.module outer::v2
//                           ^ definition.struct outer::v2::S
}
namespace a::b::c { int value; }
//        ^ reference.name a
//           ^ reference.name b
//              ^ definition.module a::b::c
//                      ^^^^^ definition.variable a::b::c::value
namespace fs = std::filesystem;
//        ^^ definition.module fs
//             ^^^ reference.name std
//                  ^^^^^^^^^^ reference.name filesystem
using namespace std;
//              ^^^ reference.import std
using std::string;
//    ^^^ reference.name std
//         ^^^^^^ reference.import string

int outer::inner::run(int x) { return x; }
//  ^^^^^ reference.name outer
//         ^^^^^ reference.name inner
//                ^^^ definition.method outer::inner::run
//                        ^ reference.name x
//                                    ^ reference.name x
outer::Node& outer::Node::next() { return *this; }
// @0+5 reference.name outer
//     ^^^^ reference.type Node
//           ^^^^^ reference.name outer
//                  ^^^^ reference.name Node
//                        ^^^^ definition.method outer::Node::next
