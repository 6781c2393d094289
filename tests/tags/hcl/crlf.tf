variable "a" {
# @0+8 reference.name variable
#         ^ definition.variable a
  default = 1
# ^^^^^^^ reference.name default
}
output "b" {
# @0+6 reference.name output
#       ^ definition.resource b
  value = var.a
# ^^^^^ reference.name value
#         ^^^ reference.name var
#             ^ reference.name a
}