"""Rules of our own."""

_VERSION = "1.0"
# @0+8 definition.constant _VERSION
CASES, LIMITS = ["a"], {}
# @0+5 definition.variable CASES
#      ^^^^^^ definition.variable LIMITS
helper_of = {"deps": attr.label_list()}
# @0+9 definition.variable helper_of
#                    ^^^^ reference.name attr
#                         ^^^^^^^^^^ reference.call label_list

def _impl(ctx):
#   ^^^^^ definition.function _impl
#         ^^^ reference.name ctx
    out = ctx.actions.declare_file(ctx.label.name)
#   ^^^ reference.name out
#         ^^^ reference.name ctx
#             ^^^^^^^ reference.name actions
#                     ^^^^^^^^^^^^ reference.call declare_file
#                                  ^^^ reference.name ctx
#                                      ^^^^^ reference.name label
#                                            ^^^^ reference.name name
    if not out:
#          ^^^ reference.name out
        fail("no output for %s" % ctx.label)
#       ^^^^ reference.call fail
#                                 ^^^ reference.name ctx
#                                     ^^^^^ reference.name label
    return [DefaultInfo(files = depset([out]))]
#           ^^^^^^^^^^^ reference.call DefaultInfo
#                       ^^^^^ reference.name files
#                               ^^^^^^ reference.call depset
#                                       ^^^ reference.name out

my_rule = rule(implementation = _impl, attrs = helper_of)
# @0+7 definition.variable my_rule
#         ^^^^ reference.call rule
#              ^^^^^^^^^^^^^^ reference.name implementation
#                               ^^^^^ reference.name _impl
#                                      ^^^^^ reference.name attrs
#                                              ^^^^^^^^^ reference.name helper_of

def dependencies(prefix = ""):
#   ^^^^^^^^^^^^ definition.function dependencies
#                ^^^^^^ reference.name prefix
    http_archive(name = "zlib", url = _VERSION)
#   ^^^^^^^^^^^^ reference.call http_archive
#                ^^^^ reference.name name
#                        ^^^^ definition.resource dependencies.zlib
#                               ^^^ reference.name url
#                                     ^^^^^^^^ reference.name _VERSION
    native.cc_library(name = prefix + "x")
#   ^^^^^^ reference.name native
#          ^^^^^^^^^^ reference.call cc_library
#                     ^^^^ reference.name name
#                            ^^^^^^ reference.name prefix
    inner = lambda x: x.name
#   ^^^^^ reference.name inner
#                  ^ reference.name x
#                     ^ reference.name x
#                       ^^^^ reference.name name
