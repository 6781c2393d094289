{
  first = ;
# ^^^^^ definition.variable first
  second = [ 1 2 ;
# ^^^^^^ definition.variable second
  third = x: x;
# ^^^^^ definition.function third
#         ^ reference.name x
#            ^ reference.name x
  fourth = { a = ; };
# ^^^^^^ definition.variable fourth
#            ^ reference.name a
}
