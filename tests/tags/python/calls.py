run()
# @0+3 reference.call run
server.start(port=8080, handler=on_request, *args, **options)
# @0+6 reference.name server
#      ^^^^^ reference.call start
#            ^^^^ reference.name port
#                       ^^^^^^^ reference.name handler
#                               ^^^^^^^^^^ reference.name on_request
#                                            ^^^^ reference.name args
#                                                    ^^^^^^^ reference.name options
first().second().third(inner(a), b.c)
# @0+5 reference.call first
#       ^^^^^^ reference.call second
#                ^^^^^ reference.call third
#                      ^^^^^ reference.call inner
#                            ^ reference.name a
#                                ^ reference.name b
#                                  ^ reference.name c
factory[key](value)
# @0+7 reference.name factory
#       ^^^ reference.name key
#            ^^^^^ reference.name value
(grouped)(1)
#^^^^^^^ reference.call grouped
items = [*chain(a), *b.values()]
# @0+5 definition.variable items
#         ^^^^^ reference.call chain
#               ^ reference.name a
#                    ^ reference.name b
#                      ^^^^^^ reference.call values
super().__init__()
# @0+5 reference.call super
#       ^^^^^^^^ reference.call __init__
print(len(x), file=sys.stderr)
# @0+5 reference.call print
#     ^^^ reference.call len
#         ^ reference.name x
#             ^^^^ reference.name file
#                  ^^^ reference.name sys
#                      ^^^^^^ reference.name stderr
await_me = lambda: fetch()
# @0+8 definition.function await_me
#                  ^^^^^ reference.call fetch
type(x).attribute = y
# @0+4 reference.call type
#    ^ reference.name x
#       ^^^^^^^^^ reference.name attribute
#                   ^ reference.name y
type(x)
# @0+4 reference.call type
#    ^ reference.name x
callbacks = {"a": on_a, "b": module.on_b}
# @0+9 definition.variable callbacks
#                 ^^^^ reference.name on_a
#                            ^^^^^^ reference.name module
#                                   ^^^^ reference.name on_b
result = a if b else c
# @0+6 definition.variable result
#        ^ reference.name a
#             ^ reference.name b
#                    ^ reference.name c
x[start:stop, step] = -value
# @0+1 reference.name x
# ^^^^^ reference.name start
#       ^^^^ reference.name stop
#             ^^^^ reference.name step
#                      ^^^^^ reference.name value
assert condition, message
#      ^^^^^^^^^ reference.name condition
#                 ^^^^^^^ reference.name message
