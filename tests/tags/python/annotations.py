def types(
#   ^^^^^ definition.function types
    a: int,
#   ^ reference.name a
#      ^^^ reference.type int
    b: str | None = None,
#   ^ reference.name b
#      ^^^ reference.type str
    *args: package.Class,
#    ^^^^ reference.name args
#          ^^^^^^^ reference.name package
#                  ^^^^^ reference.type Class
    c: Optional[list[package.Item]] = default,
#   ^ reference.name c
#      ^^^^^^^^ reference.type Optional
#               ^^^^ reference.type list
#                    ^^^^^^^ reference.name package
#                            ^^^^ reference.type Item
#                                     ^^^^^^^ reference.name default
    d: Callable[[int, Request], Awaitable[Response]],
#   ^ reference.name d
#      ^^^^^^^^ reference.type Callable
#                ^^^ reference.type int
#                     ^^^^^^^ reference.type Request
#                               ^^^^^^^^^ reference.type Awaitable
#                                         ^^^^^^^^ reference.type Response
    e: "Forward" = None,
#   ^ reference.name e
    f: Literal["a", Color.RED],
#   ^ reference.name f
#      ^^^^^^^ reference.type Literal
#                   ^^^^^ reference.name Color
#                         ^^^ reference.type RED
    g: int | package.Class[Key] | list[dict[str, T]],
#   ^ reference.name g
#      ^^^ reference.type int
#            ^^^^^^^ reference.name package
#                    ^^^^^ reference.type Class
#                          ^^^ reference.type Key
#                                 ^^^^ reference.type list
#                                      ^^^^ reference.type dict
#                                           ^^^ reference.type str
#                                                ^ reference.type T
    **options: Unpack[Options],
#     ^^^^^^^ reference.name options
#              ^^^^^^ reference.type Unpack
#                     ^^^^^^^ reference.type Options
) -> dict[str, tuple[int, ...]]:
#    ^^^^ reference.type dict
#         ^^^ reference.type str
#              ^^^^^ reference.type tuple
#                    ^^^ reference.type int
    local: set[Item] = set()
#   ^^^^^ reference.name local
#          ^^^ reference.type set
#              ^^^^ reference.type Item
#                      ^^^ reference.call set
    self.attribute: Queue[Task] = Queue()
#   ^^^^ reference.name self
#        ^^^^^^^^^ reference.name attribute
#                   ^^^^^ reference.type Queue
#                         ^^^^ reference.type Task
#                                 ^^^^^ reference.call Queue


class Box[T: (int, str), *Ts, **P](Base[T], Mapping[str, package.Value]):
#     ^^^ definition.class Box
#         ^ reference.type T
#             ^^^ reference.type int
#                  ^^^ reference.type str
#                         ^^ reference.type Ts
#                               ^ reference.type P
#                                  ^^^^ reference.implementation Base
#                                       ^ reference.type T
#                                           ^^^^^^^ reference.implementation Mapping
#                                                   ^^^ reference.type str
#                                                        ^^^^^^^ reference.name package
#                                                                ^^^^^ reference.type Value
    item: T | None
#   ^^^^ definition.field Box.item
#         ^ reference.type T


def first[T](items: list[T]) -> T: ...
#   ^^^^^ definition.function first
#         ^ reference.type T
#            ^^^^^ reference.name items
#                   ^^^^ reference.type list
#                        ^ reference.type T
#                               ^ reference.type T


try:
    pass
except OSError:
#      ^^^^^^^ reference.type OSError
    pass
except (package.Timeout, ValueError) as error:
#       ^^^^^^^ reference.name package
#               ^^^^^^^ reference.type Timeout
#                        ^^^^^^^^^^ reference.type ValueError
#                                       ^^^^^ reference.name error
    raise Failure(error) from error
#         ^^^^^^^ reference.call Failure
#                 ^^^^^ reference.name error
#                             ^^^^^ reference.name error
except package.Other as other:
#      ^^^^^^^ reference.name package
#              ^^^^^ reference.type Other
#                       ^^^^^ reference.name other
    pass
except* Group:
#       ^^^^^ reference.type Group
    pass
