class a::b {
#     ^ reference.name a
#        ^ definition.class a::b
  $x = 1
#  ^ definition.variable a::b::x
}