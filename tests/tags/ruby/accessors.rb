class Output
#     ^^^^^^ definition.class Output
  attr_reader :path, :mode
# ^^^^^^^^^^^ reference.call attr_reader
#              ^^^^ definition.field Output::path
#                     ^^^^ definition.field Output::mode
  attr_accessor "name"
# ^^^^^^^^^^^^^ reference.call attr_accessor
#                ^^^^ definition.field Output::name
  attr_writer :size
# ^^^^^^^^^^^ reference.call attr_writer
#              ^^^^ definition.field Output::size
  cattr_accessor :shared
# ^^^^^^^^^^^^^^ reference.call cattr_accessor
#                 ^^^^^^ definition.field Output::shared
  class_attribute :kind
# ^^^^^^^^^^^^^^^ reference.call class_attribute
#                  ^^^^ definition.field Output::kind

  config_param :host, :string, default: "localhost"
# ^^^^^^^^^^^^ reference.call config_param
#               ^^^^ definition.field Output::host
#                      ^^^^^^ reference.name string
#                              ^^^^^^^ reference.name default
  config_param(:port, :integer)
# ^^^^^^^^^^^^ reference.call config_param
#               ^^^^ definition.field Output::port
#                      ^^^^^^^ reference.name integer
  config_section :buffer do
# ^^^^^^^^^^^^^^ reference.call config_section
#                 ^^^^^^ reference.name buffer
    config_set_default :flush_mode, :interval
#   ^^^^^^^^^^^^^^^^^^ reference.call config_set_default
#                       ^^^^^^^^^^ reference.name flush_mode
#                                    ^^^^^^^^ reference.name interval
  end
end
object.attr_reader :other
# @0+6 reference.name object
#      ^^^^^^^^^^^ reference.call attr_reader
#                   ^^^^^ reference.name other
