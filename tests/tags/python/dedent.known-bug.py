class Dedent:
#     ^^^^^^ definition.class Dedent
    def method(self):
#       ^^^^^^ definition.method Dedent.method
#              ^^^^ reference.name self
        def f():
#           ^ definition.function Dedent.method.f
            (bar.
#            ^^^ reference.name bar
        baz)
#       ^^^ reference.name baz
            (bar.
#            ^^^ reference.name bar
        baz(
#       ^^^ reference.call baz
        ))

    def after(self):
#       ^^^^^ definition.method Dedent.after
#             ^^^^ reference.name self
        pass
