package require Tcl 8.6
# @0+7 reference.call package
#       ^^^^^^^ reference.name require
#               ^^^ reference.import Tcl
package require -exact charts 1.2
# @0+7 reference.call package
#       ^^^^^^^ reference.name require
#                      ^^^^^^ reference.import charts
package provide tide 2.0
# @0+7 reference.call package
#       ^^^^^^^ reference.name provide
#               ^^^^ reference.name tide
source lib/tide.tcl
# @0+6 reference.call source
#      ^^^^^^^^^^^^ reference.import lib/tide.tcl
source "lib/quoted.tcl"
# @0+6 reference.call source
#       ^^^^^^^^^^^^^^ reference.import lib/quoted.tcl
source [file join [file dirname [info script]] lib buoy.tcl]
# @0+6 reference.call source
#       ^^^^ reference.call file
#            ^^^^ reference.name join
#                  ^^^^ reference.call file
#                       ^^^^^^^ reference.name dirname
#                                ^^^^ reference.call info
#                                     ^^^^^^ reference.name script
#                                              ^^^ reference.name lib
#                                                  ^^^^^^^^ reference.import buoy.tcl
source $where
# @0+6 reference.call source
#       ^^^^^ reference.name where
