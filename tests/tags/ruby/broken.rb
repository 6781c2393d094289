class Before
#     ^^^^^^ reference.name Before
  def open(
#     ^^^^ reference.name open
    x = [1, 2
#   ^ reference.name x
  end
# ^^^ reference.name end

  def close
#     ^^^^^ reference.name close
    run
#   ^^^ reference.name run
  end
end
# @0+3 reference.name end

def after
#   ^^^^^ definition.method after
  done
# ^^^^ reference.name done
end
