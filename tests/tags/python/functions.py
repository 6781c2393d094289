def plain(first, second=default, *rest, key=None, **options):
#   ^^^^^ definition.function plain
#         ^^^^^ reference.name first
#                ^^^^^^ reference.name second
#                       ^^^^^^^ reference.name default
#                                 ^^^^ reference.name rest
#                                       ^^^ reference.name key
#                                                   ^^^^^^^ reference.name options
    """A docstring holds no names: plain."""
    local = first + second  # comments neither
#   ^^^^^ reference.name local
#           ^^^^^ reference.name first
#                   ^^^^^^ reference.name second
    other: int = 1
#   ^^^^^ reference.name other
#          ^^^ reference.type int
    for index, (value, *more) in enumerate(rest):
#       ^^^^^ reference.name index
#               ^^^^^ reference.name value
#                       ^^^^ reference.name more
#                                ^^^^^^^^^ reference.call enumerate
#                                          ^^^^ reference.name rest
        yield value
#             ^^^^^ reference.name value

    def inner(x):
#       ^^^^^ definition.function plain.inner
#             ^ reference.name x
        return local + x
#              ^^^^^ reference.name local
#                      ^ reference.name x

    class Local:
#         ^^^^^ definition.class plain.Local
        size = 3
#       ^^^^ definition.field plain.Local.size

    by_name = lambda item: item.name
#   ^^^^^^^ definition.function plain.by_name
#                    ^^^^ reference.name item
#                          ^^^^ reference.name item
#                               ^^^^ reference.name name
    return inner(key)
#          ^^^^^ reference.call inner
#                ^^^ reference.name key


async def fetch(url, /, *, timeout):
#         ^^^^^ definition.function fetch
#               ^^^ reference.name url
#                          ^^^^^^^ reference.name timeout
    async with session.get(url) as response:
#              ^^^^^^^ reference.name session
#                      ^^^ reference.call get
#                          ^^^ reference.name url
#                                  ^^^^^^^^ reference.name response
        return await response.json()
#                    ^^^^^^^^ reference.name response
#                             ^^^^ reference.call json


@wraps(plain)
#^^^^^ reference.call wraps
#      ^^^^^ reference.name plain
@registry.register("name", retries=3)
#^^^^^^^^ reference.name registry
#         ^^^^^^^^ reference.call register
#                          ^^^^^^^ reference.name retries
@cached
#^^^^^^ reference.call cached
def decorated(): ...
#   ^^^^^^^^^ definition.function decorated


class Server:
#     ^^^^^^ definition.class Server
    def run(self):
#       ^^^ definition.method Server.run
#           ^^^^ reference.name self
        global counter, total
#              ^^^^^^^ reference.name counter
#                       ^^^^^ reference.name total
        counter = 1
#       ^^^^^^^ reference.name counter
        nonlocal_state = self.state
#       ^^^^^^^^^^^^^^ reference.name nonlocal_state
#                        ^^^^ reference.name self
#                             ^^^^^ reference.name state

        def nested():
#           ^^^^^^ definition.function Server.run.nested
            nonlocal nonlocal_state
#                    ^^^^^^^^^^^^^^ reference.name nonlocal_state
            nonlocal_state = 2
#           ^^^^^^^^^^^^^^ reference.name nonlocal_state

    @property
#    ^^^^^^^^ reference.call property
    async def state(self):
#             ^^^^^ definition.method Server.state
#                   ^^^^ reference.name self
        return self._state
#              ^^^^ reference.name self
#                   ^^^^^^ reference.name _state

    on_close = lambda self: None
#   ^^^^^^^^ definition.method Server.on_close
#                     ^^^^ reference.name self

    if PLATFORM == "linux":
#      ^^^^^^^^ reference.name PLATFORM
        @staticmethod
#        ^^^^^^^^^^^^ reference.call staticmethod
        def epoll(): ...
#           ^^^^^ definition.method Server.epoll


if condition:
#  ^^^^^^^^^ reference.name condition
    def conditional(): ...
#       ^^^^^^^^^^^ definition.function conditional
else:
    double = (lambda x: 2 * x)
#   ^^^^^^ definition.function double
#                    ^ reference.name x
#                           ^ reference.name x
