#!/usr/bin/perl -w
use My::Store;
#   ^^^^^^^^^ reference.import My::Store
extends 'My::Base';
# @0+7 reference.call extends
#        ^^^^^^^^ reference.implementation My::Base
with qw(My::Role);
# @0+4 reference.call with
#       ^^^^^^^^ reference.implementation My::Role
my $store = My::Store->new(size => 3);
#   ^^^^^ definition.variable store
#           ^^^^^^^^^ reference.type My::Store
#                      ^^^ reference.call new
#                          ^^^^ reference.name size
$store->open->close($store->{name});
#^^^^^ reference.name store
#       ^^^^ reference.call open
#             ^^^^^ reference.call close
#                    ^^^^^ reference.name store
#                            ^^^^ reference.name name
helper 'a', sort { $a <=> $b } map { transform($_) } @ARGV;
# @0+6 reference.call helper
#                   ^ reference.name a
#                          ^ reference.name b
#                                    ^^^^^^^^^ reference.call transform
#                                                     ^^^^ reference.name ARGV
My::Util::run(1);
# @0+13 reference.call My::Util::run
&old_style($store);
#^^^^^^^^^ reference.call old_style
#           ^^^^^ reference.name store
my $handler = sub { my $local = shift; return wanted($local) };
#   ^^^^^^^ definition.variable handler
#                       ^^^^^ reference.name local
#                                             ^^^^^^ reference.call wanted
#                                                     ^^^^^ reference.name local
on(exit => \&finish);
# @0+2 reference.call on
#  ^^^^ reference.name exit
#            ^^^^^^ reference.name finish
$store->$handler(1) if defined $store && ref($store) eq 'HASH';
#^^^^^ reference.name store
#        ^^^^^^^ reference.name handler
#                               ^^^^^ reference.name store
#                                             ^^^^^ reference.name store
foreach my $each (@{ $store->items }) { next unless $each; print STDERR "at $each and $store->{name}\n"; }
#           ^^^^ reference.name each
#                     ^^^^^ reference.name store
#                            ^^^^^ reference.call items
#                                                    ^^^^ reference.name each
#                                                          ^^^^^ reference.call print
#                                                                            ^^^^ reference.name each
#                                                                                      ^^^^^ reference.name store
#                                                                                              ^^^^ reference.name name
sub with_signature ($first, $second = default(), @rest) { $first + @rest }
#   ^^^^^^^^^^^^^^ definition.function with_signature
#                    ^^^^^ reference.name first
#                            ^^^^^^ reference.name second
#                                     ^^^^^^^ reference.call default
#                                                 ^^^^ reference.name rest
#                                                          ^^^^^ reference.name first
#                                                                   ^^^^ reference.name rest
open(my $file, '<', $ENV{HOME}) or die "no home: $!";
# @0+4 reference.call open
#        ^^^^ definition.variable file
#                    ^^^ reference.name ENV
#                        ^^^^ reference.name HOME
#                                  ^^^ reference.call die
