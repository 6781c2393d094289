# What the grammar doesn't read is blanked: what follows is found nevertheless.
proc roll {max} {
#    ^^^^ definition.function roll
#          ^^^ reference.name max
    set a [expr {int(rand()*$max)}]
#       ^ reference.name a
#                ^^^ reference.name int
#                    ^^^^ reference.name rand
#                            ^^^ reference.name max
    set b [expr {rand()}]
#       ^ reference.name b
#                ^^^^ reference.name rand
    set c [expr $a + round($b) * 2]
#       ^ reference.name c
#                ^ reference.name a
#                    ^^^^^ reference.name round
#                           ^ reference.name b
    after 20; # wait for proc nothing {} {}
#   ^^^^^ reference.call after
    store key{t} other{t};
#   ^^^^^ reference.call store
#         ^^^ reference.name key
#             ^ reference.name t
#                ^^^^^ reference.name other
#                      ^ reference.name t
    return $waves($a)
#           ^^^^^ reference.name waves
#                  ^ reference.name a
}
proc after_roll {} { roll 5 }
#    ^^^^^^^^^^ definition.function after_roll
#                    ^^^^ reference.call roll
