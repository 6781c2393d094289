# Variables, and what is added to them.
CC ?= gcc
# @0+2 definition.variable CC
SOURCES := $(wildcard src/*.c) main.c
# @0+7 definition.variable SOURCES
OBJECTS = $(SOURCES:.c=.o)
# @0+7 definition.variable OBJECTS
#           ^^^^^^^ reference.name SOURCES
#                   ^^ reference.name .c
#                      ^^ reference.name .o
CFLAGS += -O2
# @0+6 reference.name CFLAGS
NOW != date
# @0+3 definition.variable NOW
export PATH := /opt/bin
#      ^^^^ definition.variable PATH
override LDFLAGS = -s
#        ^^^^^^^ definition.variable LDFLAGS
foo-objs := a.o \
# @0+8 definition.variable foo-objs
	b.o
obj-y += net/
# @0+5 reference.name obj-y
obj-$(CONFIG_FOO) += foo.o
# @0+4 reference.name obj-
#     ^^^^^^^^^^ reference.name CONFIG_FOO
#                 ^ reference.name +
#                    ^^^^^ reference.name foo.o
obj-$(CONFIG_BAR)-y := bar.o
# @0+4 reference.name obj-
#     ^^^^^^^^^^ reference.name CONFIG_BAR
#                ^^ reference.name -y
#                      ^^^^^ reference.call bar.o
$(prefix)_flags := -g
# ^^^^^^ reference.name prefix
#        ^^^^^^ definition.variable _flags
#                   ^ reference.call g
define announce
#      ^^^^^^^^ definition.function announce
echo $(1)
endef
include $(srctree)/scripts/common.mk
#         ^^^^^^^ reference.name srctree
#                 ^^^^^^^^^^^^^^^^^^ reference.name /scripts/common.mk
#                  ^^^^^^^^^^^^^^^^^ reference.import scripts/common.mk
-include local.mk other.mk
#        ^^^^^^^^ reference.import local.mk
#                 ^^^^^^^^ reference.import other.mk
