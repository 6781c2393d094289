def helper(name)
#   ^^^^^^ definition.function helper
#          ^^^^ reference.name name
  name
# ^^^^ reference.name name
end

class Row
#     ^^^ definition.class Row
  def ==(other) = other.id == id
#     ^^ definition.method Row::==
#        ^^^^^ reference.name other
#                 ^^^^^ reference.name other
#                       ^^ reference.call id
#                             ^^ reference.name id
  def [](key); end
#     ^^ definition.method Row::[]
#        ^^^ reference.name key
  def []=(key, value); end
#     ^^^ definition.method Row::[]=
#         ^^^ reference.name key
#              ^^^^^ reference.name value
  def name=(value)
#     ^^^^^ definition.method Row::name=
#           ^^^^^ reference.name value
    @name = value
#    ^^^^ reference.name name
#           ^^^^^ reference.name value
  end
  def +@; end
#     ^^ definition.method Row::+@
  def class; end
#     ^^^^^ definition.method Row::class
  def next; end
#     ^^^^ definition.method Row::next
  def _(text); end
#     ^ definition.method Row::_
#       ^^^^ reference.name text

  alias old_name name
#       ^^^^^^^^ definition.method Row::old_name
#                ^^^^ reference.name name
  alias == eql?
#       ^^ definition.method Row::==
#          ^^^^ reference.name eql?
  alias_method :size, :length
# ^^^^^^^^^^^^ reference.call alias_method
#               ^^^^ definition.method Row::size
#                      ^^^^^^ reference.name length
  alias_method "count", "length"
# ^^^^^^^^^^^^ reference.call alias_method
#               ^^^^^ definition.method Row::count

  define_method(:dynamic) { |x| x }
# ^^^^^^^^^^^^^ reference.call define_method
#                ^^^^^^^ definition.method Row::dynamic
#                            ^ reference.name x
#                               ^ reference.name x
  define_method("built_#{name}") { 1 }
# ^^^^^^^^^^^^^ reference.call define_method
#                        ^^^^ reference.name name
  define_singleton_method(:single) { 1 }
# ^^^^^^^^^^^^^^^^^^^^^^^ reference.call define_singleton_method
#                          ^^^^^^ definition.method Row::single

  def Row.build; end
#     ^^^ reference.name Row
#         ^^^^^ definition.method Row::build
  def row.one; end
#     ^^^ reference.name row
#         ^^^ definition.method Row::one
end

def Row.outside; end
#   ^^^ reference.name Row
#       ^^^^^^^ definition.method Row::outside
