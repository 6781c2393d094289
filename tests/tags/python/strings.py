name = "name"
# @0+4 definition.variable name
message = f"{name!r:>{width}} {user.name} {count + 1=} {call(x)!s} {{escaped}}"
# @0+7 definition.variable message
#            ^^^^ reference.name name
#                     ^^^^^ reference.name width
#                              ^^^^ reference.name user
#                                   ^^^^ reference.name name
#                                          ^^^^^ reference.name count
#                                                       ^^^^ reference.call call
#                                                            ^ reference.name x
nested = f"{f'{inner}' + f"{table['key']}"}"
# @0+6 definition.variable nested
#              ^^^^^ reference.name inner
#                           ^^^^^ reference.name table
raw = rf"\d{digits}"
# @0+3 definition.variable raw
#           ^^^^^^ reference.name digits
parts = "a" f"{b}" "c"
# @0+5 definition.variable parts
#              ^ reference.name b
text = f"""
# @0+4 definition.variable text
{first}
#^^^^^ reference.name first
    {second(
#    ^^^^^^ reference.call second
        third
#       ^^^^^ reference.name third
    )}
"""
plain = b"bytes" "no {names} here"
# @0+5 definition.variable plain
