# -*- coding: utf-8 -*-
class Größe(Maß):
#     ^^^^^ definition.class Größe
#           ^^^ reference.implementation Maß
	höhe = "ü" ; ÄRGER = 1
#^^^^ definition.field Größe.höhe
#             ^^^^^ definition.constant Größe.ÄRGER
	def 名前(self, ß): return self.höhe, "ü", ß
#    ^^ definition.method Größe.名前
#       ^^^^ reference.name self
#             ^ reference.name ß
#                        ^^^^ reference.name self
#                             ^^^^ reference.name höhe
#                                        ^ reference.name ß

def outer():
#   ^^^^^ definition.function outer
	def a():
#    ^ definition.function outer.a
		class B:
#       ^ definition.class outer.a.B
			def c(self): pass
#      ^ definition.method outer.a.B.c
#        ^^^^ reference.name self
			class D: e = 1
#        ^ definition.class outer.a.B.D
#           ^ definition.field outer.a.B.D.e
	x = 1; y = x
#^ reference.name x
#       ^ reference.name y
#           ^ reference.name x

if True: first = 1; second = 2
#        ^^^^^ definition.variable first
#                   ^^^^^^ definition.variable second
long = 1 + \
# @0+4 definition.variable long
	other
#^^^^^ reference.name other
