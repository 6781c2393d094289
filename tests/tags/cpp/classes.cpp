class Forward;
//    ^^^^^^^ reference.type Forward
class Base { public: virtual ~Base() {} virtual int size() const = 0; };
//    ^^^^ definition.class Base
//                           ^^^^^ definition.method Base::~Base
//                            ^^^^ reference.name Base
//                                                  ^^^^ definition.method Base::size

class Shape final : public Base, private detail::Mixin<int> {
//    ^^^^^ definition.class Shape
//                         ^^^^ reference.implementation Base
//                                       ^^^^^^ reference.name detail
//                                               ^^^^^ reference.implementation Mixin
 public:
  Shape() = default;
//^^^^^ definition.method Shape::Shape
  explicit Shape(int sides) : sides_(sides) { init(); }
//         ^^^^^ definition.method Shape::Shape
//                   ^^^^^ reference.name sides
//                            ^^^^^^ reference.name sides_
//                                   ^^^^^ reference.name sides
//                                            ^^^^ reference.call init
  Shape(const Shape&) = delete;
//^^^^^ definition.method Shape::Shape
//            ^^^^^ reference.type Shape
  ~Shape();
// ^^^^^ reference.name Shape
  int size() const override { return this->sides_; }
//    ^^^^ definition.method Shape::size
//                                         ^^^^^^ reference.name sides_
  void declared_only();
//     ^^^^^^^^^^^^^ reference.name declared_only
  Shape& operator=(const Shape& other) { return *this; }
//^^^^^ reference.type Shape
//       ^^^^^^^^^ definition.method Shape::operator=
//                       ^^^^^ reference.type Shape
//                              ^^^^^ reference.name other
  bool operator==(const Shape& other) const;
//                      ^^^^^ reference.type Shape
//                             ^^^^^ reference.name other
  template <typename T> T as(T fallback) { return fallback; }
//                   ^ reference.type T
//                      ^ reference.type T
//                        ^^ definition.method Shape::as
//                           ^ reference.type T
//                             ^^^^^^^^ reference.name fallback
//                                                ^^^^^^^^ reference.name fallback
  static const int kMax = 3;
//                 ^^^^ definition.constant Shape::kMax
  static constexpr char kNames[] = "abc";
//                      ^^^^^^ definition.constant Shape::kNames
  using value_type = int;
//      ^^^^^^^^^^ definition.type Shape::value_type
  typedef int key_type;
//            ^^^^^^^^ definition.type Shape::key_type
  enum class Color : int { Red, Green = 2 };
//           ^^^^^ definition.enum Shape::Color
//                         ^^^ definition.constant Shape::Color::Red
//                              ^^^^^ definition.constant Shape::Color::Green
  struct Inner { int depth; };
//       ^^^^^ definition.struct Shape::Inner
//                   ^^^^^ definition.field Shape::Inner::depth
  friend class Builder;
//             ^^^^^^^ reference.type Builder

 private:
  int sides_ = 0, *cache_;
//    ^^^^^^ definition.field Shape::sides_
//                 ^^^^^^ definition.field Shape::cache_
  std::function<void(int)> on_change_;
//^^^ reference.name std
//     ^^^^^^^^ reference.type function
//                         ^^^^^^^^^^ definition.field Shape::on_change_
  void (*raw_)(int);
//       ^^^^ definition.field Shape::raw_
  Base& parent_;
//^^^^ reference.type Base
//      ^^^^^^^ definition.field Shape::parent_
  static int count_;
//           ^^^^^^ definition.field Shape::count_
};

int Shape::count_ = 0;
//  ^^^^^ reference.name Shape
//         ^^^^^^ definition.field Shape::count_
Shape::~Shape() { delete cache_; }
// @0+5 reference.name Shape
//     ^^^^^^ definition.method Shape::~Shape
//      ^^^^^ reference.name Shape
//                       ^^^^^^ reference.name cache_
void Shape::declared_only() { Base::size(); }
//   ^^^^^ reference.name Shape
//          ^^^^^^^^^^^^^ definition.method Shape::declared_only
//                            ^^^^ reference.name Base
//                                  ^^^^ reference.call size
bool Shape::operator==(const Shape& other) const { return true; }
//   ^^^^^ reference.name Shape
//          ^^^^^^^^^^ definition.method Shape::operator==
//                           ^^^^^ reference.type Shape
//                                  ^^^^^ reference.name other
Shape& make(int sides) { return *new Shape(sides); }
// @0+5 reference.type Shape
//     ^^^^ definition.function make
//              ^^^^^ reference.name sides
//                                   ^^^^^ reference.call Shape
//                                         ^^^^^ reference.name sides
