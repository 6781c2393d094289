FROM a
ARG FIRST SECOND=2
#   ^^^^^ definition.variable FIRST
#         ^^^^^^ definition.variable SECOND
ENV AFTER=1
#   ^^^^^ definition.variable AFTER
