FIRST = 1
# @0+5 definition.variable FIRST
all: ( [ }
# @0+3 definition.resource all
	echo "
= nothing
# ^^^^^^^ reference.name nothing
SECOND := $(wildcard
# @0+6 reference.name SECOND
last: all
THIRD = 3
# @0+5 definition.variable THIRD
