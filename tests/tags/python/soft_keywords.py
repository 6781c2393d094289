def types():
#   ^^^^^ definition.function types
    type(x).attribute = y
#   ^^^^ reference.call type
#        ^ reference.name x
#           ^^^^^^^^^ reference.name attribute
#                       ^ reference.name y
    type(x)[0] = y
#   ^^^^ reference.call type
#        ^ reference.name x
#                ^ reference.name y
    type (x).rows[0] = y
#   ^^^^ reference.call type
#         ^ reference.name x
#            ^^^^ reference.name rows
#                      ^ reference.name y
    match(a, b)
#   ^^^^^ reference.call match
#         ^ reference.name a
#            ^ reference.name b
    case = match[type]
#   ^^^^ reference.name case
#          ^^^^^ reference.name match
#                ^^^^ reference.name type
    print(case, file=out)
#   ^^^^^ reference.call print
#         ^^^^ reference.name case
#               ^^^^ reference.name file
#                    ^^^ reference.name out
    exec(code)
#   ^^^^ reference.call exec
#        ^^^^ reference.name code
    type.attribute = match
#   ^^^^ reference.name type
#        ^^^^^^^^^ reference.name attribute
#                    ^^^^^ reference.name match


type Alias = int
#    ^^^^^ definition.type Alias
#            ^^^ reference.type int
type Alias2[T] = list[T]
#    ^^^^^^ definition.type Alias2
#           ^ reference.type T
#                ^^^^ reference.type list
#                     ^ reference.type T
