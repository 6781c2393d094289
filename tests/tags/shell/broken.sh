before() { helper; }
# @0+6 definition.function before
#          ^^^^^^ reference.call helper

torn() {
# @0+4 definition.function torn
  run )
# ^^^ reference.call run
  echo "after ${"
# ^^^^ reference.call echo
}

fi
# @0+2 reference.call fi
after() { before "text"; }
# @0+5 definition.function after
#         ^^^^^^ reference.call before
