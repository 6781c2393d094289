print "text", value
# @0+5 reference.call print
#             ^^^^^ reference.name value
print >>output, "text"
# @0+5 reference.call print
#       ^^^^^^ reference.name output
exec code in scope
# @0+4 reference.call exec
#    ^^^^ reference.name code
#            ^^^^^ reference.name scope
raise Failure, "message"
#     ^^^^^^^ reference.name Failure
try:
    run()
#   ^^^ reference.call run
except (IOError, OSError), error:
#       ^^^^^^^ reference.type IOError
#                ^^^^^^^ reference.type OSError
#                          ^^^^^ reference.name error
    pass
