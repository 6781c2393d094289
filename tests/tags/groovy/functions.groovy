#!/usr/bin/env groovy
def hoist(sail, height = 2) { pull(sail, height) }
//  ^^^^^ definition.function hoist
//        ^^^^ reference.name sail
//              ^^^^^^ reference.name height
//                            ^^^^ reference.call pull
//                                 ^^^^ reference.name sail
//                                       ^^^^^^ reference.name height
private void lower(List<Sail> sails) { sails.each { sail -> drop sail } }
//           ^^^^^ definition.function lower
//                 ^^^^ reference.type List
//                      ^^^^ reference.type Sail
//                            ^^^^^ reference.name sails
//                                     ^^^^^ reference.name sails
//                                           ^^^^ reference.call each
//                                                  ^^^^ reference.name sail
//                                                          ^^^^ reference.name drop
//                                                               ^^^^ reference.name sail
def trim = { rope -> rope.length() }
//  ^^^^ definition.function trim
//           ^^^^ reference.name rope
//                   ^^^^ reference.name rope
//                        ^^^^^^ reference.call length
def total = 4
//  ^^^^^ definition.variable total
int depth = 5
//  ^^^^^ definition.variable depth
String chart = load('x')
// @0+6 reference.type String
//     ^^^^^ definition.variable chart
//             ^^^^ reference.call load
fathoms = depth * 6
// @0+7 definition.variable fathoms
//        ^^^^^ reference.name depth
if (depth > 3) {
//  ^^^^^ reference.name depth
    println "depth ${depth} $total"
//  ^^^^^^^ reference.call println
//                   ^^^^^ reference.name depth
//                           ^^^^^ reference.name total
}
hoist chart, 2
// @0+5 reference.call hoist
//    ^^^^^ reference.name chart
