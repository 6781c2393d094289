proc before {} { helper }
#    ^^^^^^ definition.function before
#                ^^^^^^ reference.call helper

proc torn {a {
#    ^^^^ definition.function torn
#          ^ reference.name a
    if {$a == 1 {
#        ^ reference.name a
        call_in_torn [lindex $a
#       ^^^^^^^^^^^^ reference.call call_in_torn
#                     ^^^^^^ reference.call lindex
#                             ^ reference.name a
}

proc after {} {
#    ^^^^^ definition.function after
    helper $x
#   ^^^^^^ reference.call helper
#           ^ reference.name x
}

set later 5
#   ^^^^^ reference.name later
