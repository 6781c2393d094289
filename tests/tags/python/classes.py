class Plain:
#     ^^^^^ definition.class Plain
    name = "plain"
#   ^^^^ definition.field Plain.name
    LIMIT = 10
#   ^^^^^ definition.constant Plain.LIMIT
    count: int = 0
#   ^^^^^ definition.field Plain.count
#          ^^^ reference.type int
    declared: str
#   ^^^^^^^^ definition.field Plain.declared
#             ^^^ reference.type str
    left, (top, *others) = edges
#   ^^^^ definition.field Plain.left
#          ^^^ definition.field Plain.top
#                ^^^^^^ definition.field Plain.others
#                          ^^^^^ reference.name edges
    first = second = third = None
#   ^^^^^ definition.field Plain.first
#           ^^^^^^ definition.field Plain.second
#                    ^^^^^ definition.field Plain.third

    class Nested(Plain):
#         ^^^^^^ definition.class Plain.Nested
#                ^^^^^ reference.implementation Plain
        deep = 1
#       ^^^^ definition.field Plain.Nested.deep

        def method(self):
#           ^^^^^^ definition.method Plain.Nested.method
#                  ^^^^ reference.name self
            self.attribute = 1
#           ^^^^ reference.name self
#                ^^^^^^^^^ reference.name attribute
            self.annotated: int = 2
#           ^^^^ reference.name self
#                ^^^^^^^^^ reference.name annotated
#                           ^^^ reference.type int


class Derived(Plain, package.Base, Generic[T], package.List[Key], metaclass=Meta, key=value):
#     ^^^^^^^ definition.class Derived
#             ^^^^^ reference.implementation Plain
#                    ^^^^^^^ reference.name package
#                            ^^^^ reference.implementation Base
#                                  ^^^^^^^ reference.implementation Generic
#                                          ^ reference.type T
#                                              ^^^^^^^ reference.name package
#                                                      ^^^^ reference.implementation List
#                                                           ^^^ reference.type Key
#                                                                 ^^^^^^^^^ reference.name metaclass
#                                                                           ^^^^ reference.name Meta
#                                                                                 ^^^ reference.name key
#                                                                                     ^^^^^ reference.name value
    pass


@dataclass(frozen=True)
#^^^^^^^^^ reference.call dataclass
#          ^^^^^^ reference.name frozen
class Point:
#     ^^^^^ definition.class Point
    x: float
#   ^ definition.field Point.x
#      ^^^^^ reference.type float
    y: float = field(default=0.0)
#   ^ definition.field Point.y
#      ^^^^^ reference.type float
#              ^^^^^ reference.call field
#                    ^^^^^^^ reference.name default


class Color(enum.Enum):
#     ^^^^^ definition.enum Color
#           ^^^^ reference.name enum
#                ^^^^ reference.implementation Enum
    RED = 1
#   ^^^ definition.constant Color.RED
    GREEN, BLUE = 2, 3
#   ^^^^^ definition.constant Color.GREEN
#          ^^^^ definition.constant Color.BLUE
    lower = auto()
#   ^^^^^ definition.field Color.lower
#           ^^^^ reference.call auto


class Flags(IntFlag): READ = 1; WRITE = 2
#     ^^^^^ definition.enum Flags
#           ^^^^^^^ reference.implementation IntFlag
#                     ^^^^ definition.constant Flags.READ
#                               ^^^^^ definition.constant Flags.WRITE


class Reader(Protocol[T]):
#     ^^^^^^ definition.interface Reader
#            ^^^^^^^^ reference.implementation Protocol
#                     ^ reference.type T
    def read(self) -> T: ...
#       ^^^^ definition.method Reader.read
#            ^^^^ reference.name self
#                     ^ reference.type T


class Closer(typing.Protocol):
#     ^^^^^^ definition.interface Closer
#            ^^^^^^ reference.name typing
#                   ^^^^^^^^ reference.implementation Protocol
    def close(self): ...
#       ^^^^^ definition.method Closer.close
#             ^^^^ reference.name self


class Made(namedtuple("Made", "x y"), mixin()):
#     ^^^^ definition.class Made
#          ^^^^^^^^^^ reference.call namedtuple
#                                     ^^^^^ reference.call mixin
    __slots__ = ()
#   ^^^^^^^^^ definition.field Made.__slots__

    for flag in flags:
#       ^^^^ reference.name flag
#               ^^^^^ reference.name flags
        setting = flag
#       ^^^^^^^ definition.field Made.setting
#                 ^^^^ reference.name flag
    with_block = True
#   ^^^^^^^^^^ definition.field Made.with_block
    del name
#       ^^^^ reference.name name


Pair = collections.namedtuple("Pair", ["a", "b"])
# @0+4 definition.class Pair
#      ^^^^^^^^^^^ reference.name collections
#                  ^^^^^^^^^^ reference.call namedtuple
Movie = TypedDict("Movie", {"name": str})
# @0+5 definition.class Movie
#       ^^^^^^^^^ reference.call TypedDict
#                                   ^^^ reference.name str
