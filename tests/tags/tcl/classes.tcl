oo::class create Boat {
# @0+9 reference.call oo::class
#         ^^^^^^ reference.name create
#                ^^^^ definition.class Boat
    superclass Vessel
#   ^^^^^^^^^^ reference.call superclass
#              ^^^^^^ reference.implementation Vessel
    mixin Floats
#   ^^^^^ reference.call mixin
#         ^^^^^^ reference.implementation Floats
    variable speed
#   ^^^^^^^^ reference.call variable
#            ^^^^^ definition.field Boat::speed
    constructor {s} { set speed $s }
#   ^^^^^^^^^^^ reference.call constructor
#                ^ reference.call s
#                         ^^^^^ reference.name speed
#                                ^ reference.name s
    method sail {to} {
#   ^^^^^^ reference.call method
#          ^^^^ definition.method Boat::sail
#                ^^ reference.call to
        my turn $to
#       ^^ reference.call my
#          ^^^^ reference.call turn
#                ^^ reference.name to
        next $to
#       ^^^^ reference.call next
#             ^^ reference.name to
    }
    method Stop {} {}
#   ^^^^^^ reference.call method
#          ^^^^ definition.method Boat::Stop
}
set boat [Boat new 4]
#   ^^^^ definition.variable boat
#         ^^^^ reference.call Boat
#              ^^^ reference.name new
$boat sail north
#^^^^ reference.name boat
#     ^^^^ reference.call sail
#          ^^^^^ reference.name north
