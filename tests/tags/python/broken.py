class Before:
#     ^^^^^^ definition.class Before
    name = 1
#   ^^^^ definition.field Before.name


def before():
#   ^^^^^^ definition.function before
    call()
#   ^^^^ reference.call call


def broken():
#   ^^^^^^ definition.function broken
    x = = 3
#   ^ reference.name x
    if y
#      ^ reference.name y
        return )


def after(value: Type) -> Result:
#   ^^^^^ definition.function after
#         ^^^^^ reference.name value
#                ^^^^ reference.type Type
#                         ^^^^^^ reference.type Result
    return value.close()
#          ^^^^^ reference.name value
#                ^^^^^ reference.call close


class After(Before):
#     ^^^^^ definition.class After
#           ^^^^^^ reference.implementation Before
    limit = 2
#   ^^^^^ definition.field After.limit
