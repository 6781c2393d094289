class first {
#     ^^^^^ definition.class first
  package { 'a'
# ^^^^^^^ reference.name package
}
define second( {
#      ^^^^^^ reference.name second
}
class third {
#     ^^^^^ definition.class first::third
  service { 'b': }
# ^^^^^^^ reference.call service
#            ^ definition.resource first::third::service::b
}
