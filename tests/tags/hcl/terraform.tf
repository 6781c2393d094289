# Blocks of every kind.
terraform {
# @0+9 reference.name terraform
  required_version = ">= 1.0"
# ^^^^^^^^^^^^^^^^ reference.name required_version
  backend "s3" { bucket = "state" }
# ^^^^^^^ reference.name backend
#                ^^^^^^ reference.name bucket
}
provider "aws" { region = var.region }
# @0+8 reference.name provider
#         ^^^ definition.resource aws
#                ^^^^^^ reference.name region
#                         ^^^ reference.name var
#                             ^^^^^^ reference.name region
variable "region" {
# @0+8 reference.name variable
#         ^^^^^^ definition.variable region
  type    = string
# ^^^^ reference.name type
#           ^^^^^^ reference.name string
  default = "eu-central-1"
# ^^^^^^^ reference.name default
}
locals {
# @0+6 reference.name locals
  name = "web-${var.region}"
# ^^^^ definition.variable name
#               ^^^ reference.name var
#                   ^^^^^^ reference.name region
  tags = { Owner = upper("ops") }
# ^^^^ definition.variable tags
#          ^^^^^ reference.name Owner
#                  ^^^^^ reference.call upper
}
data "aws_ami" "coreos" {
# @0+4 reference.name data
#     ^^^^^^^ reference.type aws_ami
#               ^^^^^^ definition.resource aws_ami.coreos
  owners = ["self"]
# ^^^^^^ reference.name owners
}
resource "aws_instance" "web" {
# @0+8 reference.name resource
#         ^^^^^^^^^^^^ reference.type aws_instance
#                        ^^^ definition.resource aws_instance.web
  ami   = data.aws_ami.coreos.id
# ^^^ reference.name ami
#         ^^^^ reference.name data
#              ^^^^^^^ reference.name aws_ami
#                      ^^^^^^ reference.name coreos
#                             ^^ reference.name id
  count = length(local.tags)
# ^^^^^ reference.name count
#         ^^^^^^ reference.call length
#                ^^^^^ reference.name local
#                      ^^^^ reference.name tags
  provisioner "local-exec" {
# ^^^^^^^^^^^ reference.name provisioner
    command = <<EOF
#   ^^^^^^^ reference.name command
echo ${self.id} # no comment
#      ^^^^ reference.name self
#           ^^ reference.name id
EOF
  }
}
module "vpc" {
# @0+6 reference.name module
#       ^^^ definition.module vpc
  source = "./modules/vpc"
# ^^^^^^ reference.name source
#           ^^^^^^^^^^^^^ reference.import ./modules/vpc
  peer   = aws_instance.web[0].id
# ^^^^ reference.name peer
#          ^^^^^^^^^^^^ reference.name aws_instance
#                       ^^^ reference.name web
#                              ^^ reference.name id
}
output "ip" { value = module.vpc.ip }
# @0+6 reference.name output
#       ^^ definition.resource ip
#             ^^^^^ reference.name value
#                     ^^^^^^ reference.name module
#                            ^^^ reference.name vpc
#                                ^^ reference.name ip
