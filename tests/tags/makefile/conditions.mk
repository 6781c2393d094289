ifeq ($(ARCH),arm64)
#       ^^^^ reference.name ARCH
#             ^^^^^ reference.name arm64
  FLAGS := -mabi=lp64
# ^^^^^ definition.variable FLAGS
  ifdef CONFIG_DEBUG
#       ^^^^^^^^^^^^ reference.name CONFIG_DEBUG
	LEVEL := 3
#^^^^^ definition.variable LEVEL
  else
	LEVEL := 0
#^^^^^ definition.variable LEVEL
  endif # debug
else
  FLAGS := -m64
# ^^^^^ definition.variable FLAGS
endif

install: all
# @0+7 definition.resource install
#        ^^^ reference.call all
ifneq ($(DESTDIR),)
#        ^^^^^^^ reference.name DESTDIR
	mkdir -p $(DESTDIR)
#           ^^^^^^^ reference.name DESTDIR
endif
	cp program $(DESTDIR)
#             ^^^^^^^ reference.name DESTDIR

ifndef VERSION
#      ^^^^^^^ reference.name VERSION
$(error VERSION is not set)
endif
last: install
# @0+4 definition.resource last
#     ^^^^^^^ reference.call install
