sub before { helper() }
#   ^^^^^^ definition.function before
#            ^^^^^^ reference.call helper

sub torn {
#   ^^^^ definition.function torn
    my ($x, = ;
#        ^ reference.name x
    if ($x ) { foo(
#        ^ reference.name x
#              ^^^ reference.name foo
}

sub after { before() }
#   ^^^^^ definition.function torn::after
#           ^^^^^^ reference.call before
