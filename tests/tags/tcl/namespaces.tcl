namespace eval ::tide::table {
#         ^^^^ reference.name eval
#              ^^^^^^^^^^^^^ definition.module ::tide::table
    namespace export low high
#             ^^^^^^ reference.name export
#                    ^^^ reference.name low
#                        ^^^^ reference.name high
    variable count 0
#   ^^^^^^^^ reference.call variable
#            ^^^^^ definition.variable ::tide::table::count
    variable station
#   ^^^^^^^^ reference.call variable
#            ^^^^^^^ definition.variable ::tide::table::station
    set levels {}
#       ^^^^^^ definition.variable ::tide::table::levels

    proc low {when} {
#        ^^^ definition.function ::tide::table::low
#             ^^^^ reference.name when
        variable count
#       ^^^^^^^^ reference.call variable
#                ^^^^^ reference.name count
        set level [high $when]
#           ^^^^^ reference.name level
#                  ^^^^ reference.call high
#                        ^^^^ reference.name when
        return [expr {$level - $count}]
#                      ^^^^^ reference.name level
#                               ^^^^^ reference.name count
    }
    namespace eval inner {
#             ^^^^ reference.name eval
#                  ^^^^^ definition.module ::tide::table::inner
        proc high {when} { return 1 }
#            ^^^^ definition.function ::tide::table::inner::high
#                  ^^^^ reference.name when
    }
}
namespace import ::tide::table::*
#         ^^^^^^ reference.name import
#                ^^^^^^^^^^^^^^^^ reference.import ::tide::table::*
::tide::table::low noon
# @0+18 reference.call ::tide::table::low
#                  ^^^^ reference.name noon
