MAX_SIZE = 1024
# @0+8 definition.constant MAX_SIZE
_PRIVATE: Final = 2
# @0+8 definition.constant _PRIVATE
#         ^^^^^ reference.type Final
version = "1.0"
# @0+7 definition.variable version
__all__ = ["version"]
# @0+7 definition.variable __all__
annotated: dict[str, int] = {}
# @0+9 definition.variable annotated
#          ^^^^ reference.type dict
#               ^^^ reference.type str
#                    ^^^ reference.type int
declared: Path
# @0+8 definition.variable declared
#         ^^^^ reference.type Path
A, b = 1, 2
# @0+1 definition.constant A
#  ^ definition.variable b
[c, D] = pair
#^ definition.variable c
#   ^ definition.constant D
#        ^^^^ reference.name pair
(e, (f, *g)), h = nested
#^ definition.variable e
#    ^ definition.variable f
#        ^ definition.variable g
#             ^ definition.variable h
#                 ^^^^^^ reference.name nested
x = Y = z = 0
# @0+1 definition.variable x
#   ^ definition.constant Y
#       ^ definition.variable z
table["key"] = 1
# @0+5 reference.name table
module.attribute = 2
# @0+6 reference.name module
#      ^^^^^^^^^ reference.name attribute
version += "a"
# @0+7 reference.name version
with open(path) as handle:
#    ^^^^ reference.call open
#         ^^^^ reference.name path
#                  ^^^^^^ reference.name handle
    inside_with = handle.read()
#   ^^^^^^^^^^^ definition.variable inside_with
#                 ^^^^^^ reference.name handle
#                        ^^^^ reference.call read
for item in items:
#   ^^^^ reference.name item
#           ^^^^^ reference.name items
    inside_for = item
#   ^^^^^^^^^^ definition.variable inside_for
#                ^^^^ reference.name item
try:
    import fast
#          ^^^^ reference.import fast
    HAS_FAST = True
#   ^^^^^^^^ definition.constant HAS_FAST
except ImportError:
#      ^^^^^^^^^^^ reference.type ImportError
    HAS_FAST = False
#   ^^^^^^^^ definition.constant HAS_FAST
if (n := len(items)) > 3:
#   ^ reference.name n
#        ^^^ reference.call len
#            ^^^^^ reference.name items
    inside_if = n
#   ^^^^^^^^^ definition.variable inside_if
#               ^ reference.name n
del version
#   ^^^^^^^ reference.name version
squares = [i * i for i in range(10) if i]
# @0+7 definition.variable squares
#          ^ reference.name i
#              ^ reference.name i
#                    ^ reference.name i
#                         ^^^^^ reference.call range
#                                      ^ reference.name i
T = TypeVar("T", bound="Base")
# @0+1 definition.type T
#   ^^^^^^^ reference.call TypeVar
#                ^^^^^ reference.name bound
P = typing.ParamSpec("P")
# @0+1 definition.type P
#   ^^^^^^ reference.name typing
#          ^^^^^^^^^ reference.call ParamSpec
UserId = NewType("UserId", int)
# @0+6 definition.type UserId
#        ^^^^^^^ reference.call NewType
#                          ^^^ reference.name int
Vector: TypeAlias = list[float]
# @0+6 definition.type Vector
#       ^^^^^^^^^ reference.type TypeAlias
#                   ^^^^ reference.name list
#                        ^^^^^ reference.name float
type Matrix[N: int, *Ts] = list[Vector[N]]
#    ^^^^^^ definition.type Matrix
#           ^ reference.type N
#              ^^^ reference.type int
#                    ^^ reference.type Ts
#                          ^^^^ reference.type list
#                               ^^^^^^ reference.type Vector
#                                      ^ reference.type N
type Plain = int
#    ^^^^^ definition.type Plain
#            ^^^ reference.type int
match = re.match(type, print)
# @0+5 definition.variable match
#       ^^ reference.name re
#          ^^^^^ reference.call match
#                ^^^^ reference.name type
#                      ^^^^^ reference.name print
