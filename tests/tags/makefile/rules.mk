.PHONY: all clean
# @0+6 reference.name .PHONY
#       ^^^ reference.call all
#           ^^^^^ reference.call clean
all: program docs | build
# @0+3 definition.resource all
#    ^^^^^^^ reference.call program
#            ^^^^ reference.call docs
#                   ^^^^^ reference.call build
	$(CC) -o $@ $^
#  ^^ reference.name CC
program docs: main.o
# @0+7 definition.resource program
#       ^^^^ definition.resource docs
#             ^^^^^^ reference.call main.o
build/tool: tool.c ; $(CC) $<
# @0+10 definition.resource build/tool
#           ^^^^^^ reference.call tool.c
#                      ^^ reference.name CC
%.o: %.c
# @0+3 reference.name %.o
#    ^^^ reference.call %.c
	$(CC) -c $<
#  ^^ reference.name CC
$(OBJECTS): config.h
# ^^^^^^^ reference.name OBJECTS
#           ^^^^^^^^ reference.call config.h
debug: CFLAGS = -g
# @0+5 reference.name debug
#      ^^^^^^ reference.name CFLAGS
clean::
# @0+5 definition.resource clean
	rm -f *.o
$(eval $(call announce,done))
#             ^^^^^^^^ reference.name announce
#                      ^^^^ reference.name done
