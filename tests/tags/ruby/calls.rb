require "json"
# @0+7 reference.call require
#        ^^^^ reference.import json
require_relative "../store/engine"
# @0+16 reference.call require_relative
#                 ^^^^^^^^^^^^^^^ reference.import ../store/engine
require name
# @0+7 reference.call require
#       ^^^^ reference.name name

def run(list, &block)
#   ^^^ definition.function run
#       ^^^^ reference.name list
#              ^^^^^ reference.name block
  list.each(&:close)
# ^^^^ reference.name list
#      ^^^^ reference.call each
#             ^^^^^ reference.call close
  list.map { |item| item.size + block.call(item) }
# ^^^^ reference.name list
#      ^^^ reference.call map
#             ^^^^ reference.name item
#                   ^^^^ reference.name item
#                        ^^^^ reference.call size
#                               ^^^^^ reference.name block
#                                     ^^^^ reference.call call
#                                          ^^^^ reference.name item
  store = Store::Engine.new(path: "x", mode: MODE)
# ^^^^^ reference.name store
#         ^^^^^ reference.name Store
#                ^^^^^^ reference.call Engine
#                       ^^^ reference.call new
#                           ^^^^ reference.name path
#                                      ^^^^ reference.name mode
#                                            ^^^^ reference.name MODE
  store&.open
# ^^^^^ reference.name store
#        ^^^^ reference.call open
  Store::open("y")
# ^^^^^ reference.name Store
#        ^^^^ reference.call open
  Integer("3")
# ^^^^^^^ reference.call Integer
  before_action :check
# ^^^^^^^^^^^^^ reference.call before_action
#                ^^^^^ reference.name check
  @count += 1
#  ^^^^^ reference.name count
  $stderr.puts "#{store.name} is #{@state}"
#  ^^^^^^ reference.name stderr
#         ^^^^ reference.call puts
#                 ^^^^^ reference.name store
#                       ^^^^ reference.call name
#                                   ^^^^^ reference.name state
  yield store
#       ^^^^^ reference.name store
rescue Store::Failure, IOError => error
#      ^^^^^ reference.name Store
#             ^^^^^^^ reference.type Failure
#                      ^^^^^^^ reference.type IOError
#                                 ^^^^^ reference.name error
  raise Missing, "no #{error}"
# ^^^^^ reference.call raise
#       ^^^^^^^ reference.name Missing
#                      ^^^^^ reference.name error
end

case value
#    ^^^^^ reference.name value
when Row, Store::Engine then 1
#    ^^^ reference.type Row
#         ^^^^^ reference.name Store
#                ^^^^^^ reference.type Engine
end
case value
#    ^^^^^ reference.name value
in { name: String => name }
#    ^^^^ reference.name name
#          ^^^^^^ reference.name String
#                    ^^^^ reference.name name
  name
# ^^^^ reference.name name
end
puts <<~TEXT
# @0+4 reference.call puts
  #{helper(name)}
#   ^^^^^^ reference.call helper
#          ^^^^ reference.name name
TEXT
