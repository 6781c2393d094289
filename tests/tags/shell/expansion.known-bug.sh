add() { codes="${codes:+$codes;}$code"; }
# @0+3 definition.function add
#       ^^^^^ reference.name codes
#                ^^^^^ reference.name codes
#                         ^^^^^ reference.name codes
#                                 ^^^^ reference.name code
