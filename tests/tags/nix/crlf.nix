{
  a = 1;
# ^ definition.variable a
  b = x: x;
# ^ definition.function b
#     ^ reference.name x
#        ^ reference.name x
}