# a comment: not_called("x")
my $text = q{it's call()} . qq[a "$quoted" text] . 'c';
#   ^^^^ definition.variable text
#                                  ^^^^^^ reference.name quoted
if ($text =~ m/^"it's/ && $text !~ m{call(x)}) { $text =~ s{one}{two}g; $text =~ tr/a-z/A-Z/; }
#    ^^^^ reference.name text
#                          ^^^^ reference.name text
#                                                 ^^^^ reference.name text
#                                                                        ^^^^ reference.name text
my $half = $text / 2; # it's
#   ^^^^ definition.variable half
#           ^^^^ reference.name text
print <<"END", after_it();
# @0+5 reference.call print
#              ^^^^^^^^ reference.call after_it
$text call() "here
#^^^^ reference.name text
END
print <<~'END';
# @0+5 reference.call print
    $not_read
    END
my @words = qw(one two three);
#   ^^^^^ definition.variable words

format STDOUT =
# @0+6 reference.call format
@<<<<<< @>>>>
$text, $half
#^^^^ reference.name text
#       ^^^^ reference.name half
.

=pod

sub documented { }

=cut

sub after { undocumented() }
#   ^^^^^ definition.function after
#           ^^^^^^^^^^^^ reference.call undocumented
__END__
sub never { }
