#include <vector>
//        ^^^^^^ reference.import vector
int declared(int);
//  ^^^^^^^^ reference.name declared
int* pointer(int) { return nullptr; }
//   ^^^^^^^ definition.function pointer
int& reference(int x) { return *pointer(x); }
//   ^^^^^^^^^ definition.function reference
//                 ^ reference.name x
//                              ^^^^^^^ reference.call pointer
//                                      ^ reference.name x
auto trailing(int x) -> int { return x; }
//   ^^^^^^^^ definition.function trailing
//                ^ reference.name x
//                                   ^ reference.name x
bool operator<(const Key& a, const Key& b) { return a.id < b.id; }
//   ^^^^^^^^^ definition.function operator<
//                   ^^^ reference.type Key
//                        ^ reference.name a
//                                 ^^^ reference.type Key
//                                      ^ reference.name b
//                                                  ^ reference.name a
//                                                    ^^ reference.name id
//                                                         ^ reference.name b
//                                                           ^^ reference.name id
extern "C" int plain(void) { return 1; }
//             ^^^^^ definition.function plain
extern "C" {
int grouped(void) { return 2; }
//  ^^^^^^^ definition.function grouped
}
constexpr int kLimit = 3;
//            ^^^^^^ definition.constant kLimit
const char* const kName = "n";
//                ^^^^^ definition.constant kName
static std::map<int, int> table = {{1, 2}};
//     ^^^ reference.name std
//          ^^^ reference.type map
//                        ^^^^^ definition.variable table
std::string text("x");
// @0+3 reference.name std
//   ^^^^^^ reference.type string
//          ^^^^ definition.variable text
auto twice = [](int x) { return x * 2; };
//   ^^^^^ definition.function twice
//                  ^ reference.name x
//                              ^ reference.name x

void caller() {
//   ^^^^^^ definition.function caller
  auto local = [&](int y) { return twice(y); };
//     ^^^^^ definition.function caller::local
//                     ^ reference.name y
//                                 ^^^^^ reference.call twice
//                                       ^ reference.name y
  int plain_local = local(1);
//    ^^^^^^^^^^^ reference.name plain_local
//                  ^^^^^ reference.call local
  std::make_unique<Shape>(plain_local);
//^^^ reference.name std
//     ^^^^^^^^^^^ reference.call make_unique
//                 ^^^^^ reference.type Shape
//                        ^^^^^^^^^^^ reference.name plain_local
  ns::inner::run<int>(2);
//^^ reference.name ns
//    ^^^^^ reference.name inner
//           ^^^ reference.call run
  object.method<int>(3)->next();
//^^^^^^ reference.name object
//       ^^^^^^ reference.call method
//                       ^^^^ reference.call next
}

TEST(ShapeTest, CountsSides) { EXPECT_EQ(caller(), 1); }
// @0+4 reference.call TEST
//   ^^^^^^^^^ reference.type ShapeTest
//              ^^^^^^^^^^^ definition.function ShapeTest::CountsSides
//                             ^^^^^^^^^ reference.call EXPECT_EQ
//                                       ^^^^^^ reference.call caller
TEST_F(ShapeFixture, IsEmpty) { int inside = 1; }
// @0+6 reference.call TEST_F
//     ^^^^^^^^^^^^ reference.type ShapeFixture
//                   ^^^^^^^ definition.function ShapeFixture::IsEmpty
//                                  ^^^^^^ reference.name inside
