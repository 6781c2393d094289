FROM a AS whole
#    ^ reference.import a
#         ^^^^^ definition.resource whole
ENV A=1
#   ^ definition.variable A
FORM b AS typo
ARG
ENV
FROM c AS after
ENV B=2
