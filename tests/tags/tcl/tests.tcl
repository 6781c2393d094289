# A test's text and its code are both in braces.
start_harbor {tags {"tide"} overrides {save ""}} {
# @0+12 reference.call start_harbor
#             ^^^^ reference.call tags
#                           ^^^^^^^^^ reference.name overrides
#                                      ^^^^ reference.call save
    proc helper {} { return 1 }
#        ^^^^^^ definition.function helper
    test {Ships that moor are listed} {
#   ^^^^ reference.call test
#         ^^^^^ reference.name Ships
#               ^^^^ reference.name that
#                    ^^^^ reference.name moor
#                         ^^^ reference.name are
#                             ^^^^^^ reference.name listed
        assert_equal [harbor list] {one two}
#       ^^^^^^^^^^^^ reference.call assert_equal
#                     ^^^^^^ reference.call harbor
#                            ^^^^ reference.name list
#                                   ^^^ reference.call one
#                                       ^^^ reference.name two
        harbor config set berths 4
#       ^^^^^^ reference.call harbor
#              ^^^^^^ reference.name config
#                         ^^^^^^ reference.name berths
    } {} {needs:tide}
#         ^^^^^^^^^^ reference.call needs:tide
    test "quoted $name" { helper }
#   ^^^^ reference.call test
#                 ^^^^ reference.name name
#                         ^^^^^^ reference.call helper
}
