(( value++ ))
#  ^^^^^ reference.name value
