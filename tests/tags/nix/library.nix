rec {
  add = a: b: a + b;
# ^^^ definition.function add
#       ^ reference.name a
#          ^ reference.name b
#             ^ reference.name a
#                 ^ reference.name b
  list.map' = f: xs: builtins.map f xs;
# ^^^^ reference.name list
#      ^^^^ definition.function list.map'
#             ^ reference.name f
#                ^^ reference.name xs
#                    ^^^^^^^^ reference.name builtins
#                             ^^^ reference.call map
#                                 ^ reference.name f
#                                   ^^ reference.name xs
  check = x: if x == null then throw "nothing ${toString x}" else assert x > 0; x;
# ^^^^^ definition.function check
#         ^ reference.name x
#               ^ reference.name x
#                              ^^^^^ reference.call throw
#                                               ^^^^^^^^ reference.call toString
#                                                        ^ reference.name x
#                                                                        ^ reference.name x
#                                                                               ^ reference.name x
  limit = 10;
# ^^^^^ definition.variable limit
  "quoted name" = lib.warn "old" (abort "never");
#  ^^^^^^^^^^^ definition.variable quoted name
#                 ^^^ reference.name lib
#                     ^^^^ reference.call warn
#                                 ^^^^^ reference.call abort
  ${dynamic} = 1;
#   ^^^^^^^ reference.name dynamic
  nested = { inner = 1; helper = y: y; };
# ^^^^^^ definition.variable nested
#            ^^^^^ reference.name inner
#                       ^^^^^^ definition.function nested.helper
#                                ^ reference.name y
#                                   ^ reference.name y
  package = callPackage ./package.nix { };
# ^^^^^^^ definition.variable package
#           ^^^^^^^^^^^ reference.call callPackage
#                       ^^^^^^^^^^^^^ reference.import ./package.nix
}
