#!/usr/bin/env tclsh
proc hoist {sail {height 3} args} {
#    ^^^^^ definition.function hoist
#           ^^^^ reference.name sail
#                 ^^^^^^ reference.name height
#                           ^^^^ reference.name args
    set rope [lindex $args 0]
#       ^^^^ reference.name rope
#             ^^^^^^ reference.call lindex
#                     ^^^^ reference.name args
    pull $rope $height
#   ^^^^ reference.call pull
#         ^^^^ reference.name rope
#               ^^^^^^ reference.name height
    return [trim_sail $sail]
#           ^^^^^^^^^ reference.call trim_sail
#                      ^^^^ reference.name sail
}

proc ::harbor::moor {ship} {
#    ^^^^^^^^^^^^^^ definition.function ::harbor::moor
#                    ^^^^ reference.name ship
    global berths
#          ^^^^^^ reference.name berths
    upvar 1 $ship vessel
#   ^^^^^ reference.call upvar
#            ^^^^ reference.name ship
#                 ^^^^^^ reference.name vessel
    proc knot {} { tie }
#        ^^^^ definition.function ::harbor::moor::knot
#                  ^^^ reference.call tie
    uplevel 1 [list cast_off $vessel]
#   ^^^^^^^ reference.call uplevel
#              ^^^^ reference.call list
#                   ^^^^^^^^ reference.name cast_off
#                             ^^^^^^ reference.name vessel
    catch {::harbor::release $ship} err
#          ^^^^^^^^^^^^^^^^^ reference.call ::harbor::release
#                             ^^^^ reference.name ship
#                                   ^^^ reference.name err
}

proc drift args { moor [hoist $args] }
#    ^^^^^ definition.function drift
#          ^^^^ reference.name args
#                 ^^^^ reference.call moor
#                       ^^^^^ reference.call hoist
#                              ^^^^ reference.name args
