module Store
#      ^^^^^ definition.module Store
  class Engine < Base::Table
#       ^^^^^^ definition.class Store::Engine
#                ^^^^ reference.name Base
#                      ^^^^^ reference.implementation Table
    include Comparable
#   ^^^^^^^ reference.call include
#           ^^^^^^^^^^ reference.implementation Comparable
    extend Tools::Naming, Logging
#   ^^^^^^ reference.call extend
#          ^^^^^ reference.name Tools
#                 ^^^^^^ reference.implementation Naming
#                         ^^^^^^^ reference.implementation Logging
    LIMIT = 3
#   ^^^^^ definition.constant Store::Engine::LIMIT
    LEAST, MOST = 1, 2
#   ^^^^^ definition.constant Store::Engine::LEAST
#          ^^^^ definition.constant Store::Engine::MOST
    @@opened = 0
#     ^^^^^^ definition.field Store::Engine::opened
    @shared = {}
#    ^^^^^^ definition.field Store::Engine::shared

    def initialize(path, mode = "r", *rest, key: nil, **more, &block)
#       ^^^^^^^^^^ definition.method Store::Engine::initialize
#                  ^^^^ reference.name path
#                        ^^^^ reference.name mode
#                                     ^^^^ reference.name rest
#                                           ^^^ reference.name key
#                                                       ^^^^ reference.name more
#                                                              ^^^^^ reference.name block
      @path = path
#      ^^^^ reference.name path
#             ^^^^ reference.name path
      super(path)
#           ^^^^ reference.name path
    end

    def self.open(path)
#            ^^^^ definition.method Store::Engine::open
#                 ^^^^ reference.name path
      new(path)
#     ^^^ reference.call new
#         ^^^^ reference.name path
    end

    class << self
      attr_reader :count
#     ^^^^^^^^^^^ reference.call attr_reader
#                  ^^^^^ definition.field Store::Engine::count

      def close; end
#         ^^^^^ definition.method Store::Engine::close
    end

    private
#   ^^^^^^^ reference.name private

    def sync!; end
#       ^^^^^ definition.method Store::Engine::sync!

    private def shared?; end
#   ^^^^^^^ reference.call private
#               ^^^^^^^ definition.method Store::Engine::shared?
  end

  class Engine::Row; end
#       ^^^^^^ reference.name Engine
#               ^^^ definition.class Store::Engine::Row

  class ::Outer; end
#         ^^^^^ definition.class Store::Outer

  module Deep::Tools
#        ^^^^ reference.name Deep
#              ^^^^^ definition.module Store::Deep::Tools
  end

  Point = Struct.new(:x, :y) do
# ^^^^^ definition.class Store::Point
#         ^^^^^^ reference.call Struct
#                ^^^ reference.call new
#                     ^ reference.name x
#                         ^ reference.name y
    def length; end
#       ^^^^^^ definition.method Store::Point::length
  end
  Failure = Class.new(StandardError)
# ^^^^^^^ definition.class Store::Failure
#           ^^^^^ reference.call Class
#                 ^^^ reference.call new
#                     ^^^^^^^^^^^^^ reference.name StandardError
  Mixin = Module.new
# ^^^^^ definition.module Store::Mixin
#         ^^^^^^ reference.call Module
#                ^^^ reference.call new
  A::B = 3
# ^ reference.name A
#    ^ definition.constant Store::A::B
  NAMES ||= []
# ^^^^^ definition.constant Store::NAMES
end

class << Store
#        ^^^^^ reference.name Store
  def reset; end
#     ^^^^^ definition.method Store::reset
end

$verbose = false
#^^^^^^^ definition.variable verbose
