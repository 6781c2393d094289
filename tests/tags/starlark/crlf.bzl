X = 1
# @0+1 definition.constant X
cc_library(
# @0+10 reference.call cc_library
    name = "a",
#   ^^^^ reference.name name
#           ^ definition.resource a
)