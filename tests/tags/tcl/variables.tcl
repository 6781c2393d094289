set depth 12
#   ^^^^^ definition.variable depth
set ::total 0
#   ^^^^^^^ definition.variable ::total
set anchor(weight) 40
#   ^^^^^^ definition.variable anchor
#          ^^^^^^ reference.name weight
variable chain 9
# @0+8 reference.call variable
#        ^^^^^ definition.variable chain
if {$depth > 10} {
#    ^^^^^ reference.name depth
    set local_or_not 1
#       ^^^^^^^^^^^^ reference.name local_or_not
}
foreach fathom {1 2 3} {
#       ^^^^^^ reference.name fathom
    incr ::total $fathom
#   ^^^^ reference.call incr
#        ^^^^^^^ reference.name ::total
#                 ^^^^^^ reference.name fathom
    set line $anchor(weight)
#       ^^^^ reference.name line
#             ^^^^^^ reference.name anchor
#                    ^^^^^^ reference.name weight
}
puts "depth $depth, [format %d $::total], ${depth}m"
# @0+4 reference.call puts
#            ^^^^^ reference.name depth
#                    ^^^^^^ reference.call format
#                               ^^^^^^^ reference.name ::total
