package org.tide
//      ^^^ reference.name org
//          ^^^^ reference.name tide

import org.harbor.Ship
//     ^^^^^^^^^^^^^^^ reference.import org.harbor.Ship
//         ^^^^^^ reference.name harbor
//                ^^^^ reference.import Ship
import static org.harbor.Rules.*
//            ^^^^^^^^^^^^^^^^ reference.import org.harbor.Rules
//                ^^^^^^ reference.name harbor
//                       ^^^^^ reference.import Rules

class Boat extends Vessel implements Floats, Sails {
//    ^^^^ definition.class Boat
//                 ^^^^^^ reference.implementation Vessel
//                                   ^^^^^^ reference.implementation Floats
//                                           ^^^^^ reference.implementation Sails
    static final int MAX = 3
//                   ^^^ definition.field Boat.MAX
    private String name = 'x'
//          ^^^^^^ reference.type String
//                 ^^^^ definition.field Boat.name
    def speed
//      ^^^^^ definition.field Boat.speed
    Boat(String n) { this.name = n }
//  ^^^^ definition.method Boat.Boat
//       ^^^^^^ reference.type String
//              ^ reference.name n
//                        ^^^^ reference.name name
//                               ^ reference.name n
    def sail(int to, Map opts) {
//      ^^^^ definition.method Boat.sail
//               ^^ reference.name to
//                   ^^^ reference.type Map
//                       ^^^^ reference.name opts
        def local = 1
//          ^^^^^ reference.name local
        turn(to) { it + 1 }
//      ^^^^ reference.call turn
//           ^^ reference.name to
//                 ^^ reference.name it
        return new Ship(name: name)
//                 ^^^^ reference.call Ship
//                      ^^^^ reference.name name
//                            ^^^^ reference.name name
    }
    String toString() { name }
//  ^^^^^^ reference.name String
//         ^^^^^^^^ definition.method Boat.toString
//                      ^^^^ reference.name name
    static void main(String[] args) { new Boat('x').sail 3 }
//              ^^^^ definition.method Boat.main
//                   ^^^^^^ reference.name String
//                            ^^^^ reference.name args
//                                        ^^^^ reference.call Boat
//                                                  ^^^^ reference.name sail
    class Keel { def depth() { 1 } }
//        ^^^^ definition.class Boat.Keel
//                   ^^^^^ definition.method Boat.Keel.depth
}
abstract class Moored<T> extends Vessel<T> { abstract void moor(int berth) }
//             ^^^^^^ definition.class Moored
//                    ^ reference.type T
//                               ^^^^^^ reference.implementation Vessel
//                                      ^ reference.type T
//                                                         ^^^^ definition.method Moored.moor
//                                                                  ^^^^^ reference.name berth
public interface Floats { void drift(int hours) }
//               ^^^^^^ definition.interface Floats
//                             ^^^^^ definition.method Floats.drift
//                                       ^^^^^ reference.name hours
trait Sails { int area() { 1 } }
//    ^^^^^ definition.interface Sails
//                ^^^^ definition.method Sails.area
enum Wind { NORTH, SOUTH }
//   ^^^^ definition.enum Wind
//          ^^^^^ definition.constant Wind.NORTH
//                 ^^^^^ definition.constant Wind.SOUTH
@CompileStatic
// @1+13 reference.type CompileStatic
class Last {
//    ^^^^ definition.class Last
}
