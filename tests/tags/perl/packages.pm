package My::Store;
#       ^^^^^^^^^ definition.module My::Store
use strict;
#   ^^^^^^ reference.import strict
use parent -norequire, 'My::Base', 'Other';
#   ^^^^^^ reference.import parent
#                       ^^^^^^^^ reference.implementation My::Base
#                                   ^^^^^ reference.implementation Other
use base qw(Exporter);
#   ^^^^ reference.import base
#           ^^^^^^^^ reference.implementation Exporter
use Getopt::Long qw(GetOptions);
#   ^^^^^^^^^^^^ reference.import Getopt::Long
use constant LIMIT => 10;
#   ^^^^^^^^ reference.import constant
#            ^^^^^ definition.constant LIMIT
use constant { FIRST => 1, SECOND => LIMIT };
#   ^^^^^^^^ reference.import constant
#              ^^^^^ definition.constant FIRST
#                          ^^^^^^ definition.constant SECOND
#                                    ^^^^^ reference.name LIMIT
require Foo::Bar;
#       ^^^^^^^^ reference.import Foo::Bar
require "lib/common.pl";
#        ^^^^^^^^^^^^^ reference.import lib/common.pl
our $VERSION = '1.2';
#    ^^^^^^^ definition.variable VERSION
our (@ISA, %cache) = ();
#     ^^^ definition.variable ISA
#           ^^^^^ definition.variable cache
my $count = 0;
#   ^^^^^ definition.variable count
*alias = \&new;
#^^^^^ definition.function alias
#          ^^^ reference.name new
*made = sub { helper() };
#^^^^ definition.function made
#             ^^^^^^ reference.call helper

sub new {
#   ^^^ definition.function new
    my ($class, %args) = @_;
#        ^^^^^ reference.name class
#                ^^^^ reference.name args
    my $self = { name => $args{name}, size => LIMIT };
#       ^^^^ reference.name self
#                ^^^^ reference.name name
#                         ^^^^ reference.name args
#                              ^^^^ reference.name name
#                                     ^^^^ reference.name size
#                                             ^^^^^ reference.name LIMIT
    return bless $self, $class;
#          ^^^^^ reference.call bless
#                 ^^^^ reference.name self
#                        ^^^^^ reference.name class
}

sub _private($$) { my $inner = shift; $inner->method(1); }
#   ^^^^^^^^ definition.function _private
#                      ^^^^^ reference.name inner
#                                      ^^^^^ reference.name inner
#                                             ^^^^^^ reference.call method

package Block {
#       ^^^^^ definition.module Block
    sub within { My::Store->new(name => 1) }
#       ^^^^^^ definition.function Block::within
#                ^^^^^^^^^ reference.type My::Store
#                           ^^^ reference.call new
#                               ^^^^ reference.name name
}

package Last;
#       ^^^^ definition.module Last
sub last_one : lvalue { $cache{x} }
#   ^^^^^^^^ definition.function last_one
#                        ^^^^^ reference.name cache
#                              ^ reference.name x
1;
