use feature 'class';
#   ^^^^^^^ reference.import feature
class Shape :isa(Base) {
#     ^^^^^ definition.class Shape
    field $area = 1;
#          ^^^^ definition.field Shape::area
    method grow($by) { return $area * $by }
#          ^^^^ definition.method Shape::grow
#                ^^ reference.name by
#                              ^^^^ reference.name area
#                                      ^^ reference.name by
}
