A = 1
# @0+1 definition.variable A
all: b
# @0+3 definition.resource all
#    ^ reference.call b
	echo $(A)
#       ^ reference.name A
