variable "first" {
# @0+8 reference.name variable
#         ^^^^^ definition.variable first
  default =
# ^^^^^^^ reference.name default
}
resource "aws_instance" {
# @0+8 reference.name resource
  ami = ${
# ^^^ reference.name ami
}
variable "last" {
  type = string
# ^^^^ reference.name type
#        ^^^^^^ reference.name string
}
