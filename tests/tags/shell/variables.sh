ROOT="/opt"
# @0+4 definition.variable ROOT
count=1
# @0+5 definition.variable count
count+=1
# @0+5 reference.name count
readonly VERSION=1.2 PLATFORM="linux"
#        ^^^^^^^ definition.constant VERSION
#                    ^^^^^^^^ definition.constant PLATFORM
declare -r LIMIT=10
#          ^^^^^ definition.constant LIMIT
declare -xr BOTH=1
#           ^^^^ definition.constant BOTH
declare -A ports=([web]=80)
#          ^^^^^ definition.variable ports
typeset plain=2
#       ^^^^^ definition.variable plain
export PATH="$PATH:$ROOT/bin" KUBECONFIG
#      ^^^^ definition.variable PATH
#             ^^^^ reference.name PATH
#                   ^^^^ reference.name ROOT
#                             ^^^^^^^^^^ reference.name KUBECONFIG
ports[db]=5432
# @0+5 reference.name ports
list=(one "$ROOT" three)
# @0+4 definition.variable list
#           ^^^^ reference.name ROOT
MODE=fast run "$count" "${list[@]}" "${#list[@]}" "$#"
# @0+4 reference.name MODE
#         ^^^ reference.call run
#               ^^^^^ reference.name count
#                         ^^^^ reference.name list
#                                       ^^^^ reference.name list
for each in "${list[@]}"; do last="$each"; done
#   ^^^^ reference.name each
#              ^^^^ reference.name list
#                            ^^^^ definition.variable last
#                                   ^^^^ reference.name each

setup() {
# @0+5 definition.function setup
  local own=1
#       ^^^ reference.name own
  global_after_call=2
# ^^^^^^^^^^^^^^^^^ reference.name global_after_call
  export REGION="eu"
#        ^^^^^^ definition.variable REGION
  readonly ZONE="a"
#          ^^^^ definition.constant ZONE
  declare -r inner=3
#            ^^^^^ reference.name inner
  unset count
#       ^^^^^ reference.name count
  : "${HOME:?must be set}" "${NODE:=first}"
#      ^^^^ reference.name HOME
#                             ^^^^ reference.name NODE
  if [[ "$own" -gt $global_after_call ]]; then echo $((own + count)); fi
#         ^^^ reference.name own
#                   ^^^^^^^^^^^^^^^^^ reference.name global_after_call
#                                              ^^^^ reference.call echo
#                                                      ^^^ reference.name own
#                                                            ^^^^^ reference.name count
}
