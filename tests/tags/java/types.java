package com.example;
//      ^^^ reference.name com
//          ^^^^^^^ reference.name example

public interface Shape extends Sized, Comparable<Shape> {
//               ^^^^^ definition.interface Shape
//                             ^^^^^ reference.implementation Sized
//                                    ^^^^^^^^^^ reference.implementation Comparable
//                                               ^^^^^ reference.type Shape
  int SIDES = 3;
//    ^^^^^ definition.constant Shape.SIDES
  double area();
//       ^^^^ definition.method Shape.area
  default String label() { return "shape"; }
//        ^^^^^^ reference.type String
//               ^^^^^ definition.method Shape.label
}

sealed interface Known permits Circle, Square {}
//               ^^^^^ definition.interface Known
//                             ^^^^^^ reference.type Circle
//                                     ^^^^^^ reference.type Square

enum Color implements Known {
//   ^^^^^ definition.enum Color
//                    ^^^^^ reference.implementation Known
  RED(1) { int code() { return 1; } },
//^^^ definition.constant Color.RED
//             ^^^^ definition.method Color.RED.code
  GREEN;
//^^^^^ definition.constant Color.GREEN

  private final int value;
//                  ^^^^^ definition.field Color.value
  Color() { this(0); }
//^^^^^ definition.method Color.Color
  Color(int value) { this.value = value; }
//^^^^^ definition.method Color.Color
//          ^^^^^ reference.name value
//                        ^^^^^ reference.name value
//                                ^^^^^ reference.name value
  int code() { return value; }
//    ^^^^ definition.method Color.code
//                    ^^^^^ reference.name value
}

record Circle(double radius, @Name String label) implements Known {
//     ^^^^^^ definition.class Circle
//                   ^^^^^^ definition.field Circle.radius
//                            ^^^^ reference.type Name
//                                 ^^^^^^ reference.type String
//                                        ^^^^^ definition.field Circle.label
//                                                          ^^^^^ reference.implementation Known
  static int made;
//           ^^^^ definition.field Circle.made
  Circle { check(radius); }
//^^^^^^ definition.method Circle.Circle
//         ^^^^^ reference.call check
//               ^^^^^^ reference.name radius
  double area() { return radius * radius; }
//       ^^^^ definition.method Circle.area
//                       ^^^^^^ reference.name radius
//                                ^^^^^^ reference.name radius
}

@interface Name {
//         ^^^^ definition.interface Name
  String value() default "";
//^^^^^^ reference.type String
//       ^^^^^ definition.method Name.value
  int DEPTH = 1;
//    ^^^^^ definition.constant Name.DEPTH
}
