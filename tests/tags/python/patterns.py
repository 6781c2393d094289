def dispatch(command):
#   ^^^^^^^^ definition.function dispatch
#            ^^^^^^^ reference.name command
    match command:
#         ^^^^^^^ reference.name command
        case Point(x=0, y=value):
#            ^^^^^ reference.type Point
#                  ^ reference.name x
#                       ^ reference.name y
#                         ^^^^^ reference.name value
            pass
        case geometry.Circle(center, radius=r) if r > limit:
#            ^^^^^^^^ reference.name geometry
#                     ^^^^^^ reference.type Circle
#                            ^^^^^^ reference.name center
#                                    ^^^^^^ reference.name radius
#                                           ^ reference.name r
#                                                 ^ reference.name r
#                                                     ^^^^^ reference.name limit
            pass
        case [first, *rest] | (first, rest):
#             ^^^^^ reference.name first
#                     ^^^^ reference.name rest
#                              ^^^^^ reference.name first
#                                     ^^^^ reference.name rest
            pass
        case {"key": found, **others}:
#                    ^^^^^ reference.name found
#                             ^^^^^^ reference.name others
            pass
        case Color.RED | None | 3:
#            ^^^^^ reference.name Color
#                  ^^^ reference.name RED
            pass
        case str() as text:
#            ^^^ reference.type str
#                     ^^^^ reference.name text
            pass
        case _:
            pass
