def first(a:
#   ^^^^^ reference.name first
#         ^ reference.name a
    pass
cc_library(
# @0+10 reference.call cc_library
    name = "lost",
#   ^^^^ reference.name name
    srcs = [,
#   ^^^^ reference.name srcs
)
def last():
#   ^^^^ reference.call last
    fail("x"
#   ^^^^ reference.name fail
