def types(a: Annotated[int, Range(low, high)]): ...
#   ^^^^^ definition.function types
#         ^ reference.name a
#            ^^^^^^^^^ reference.type Annotated
#                      ^^^ reference.type int
#                           ^^^^^ reference.call Range
#                                 ^^^ reference.name low
#                                      ^^^^ reference.name high
