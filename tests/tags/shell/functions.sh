#!/usr/bin/env bash

function kube::log::say() {
#        ^^^^^^^^^^^^^^ definition.function kube::log::say
  local message="$1" level=2
#       ^^^^^^^ reference.name message
#                    ^^^^^ reference.name level
  echo "${message}: ${level}"
# ^^^^ reference.call echo
#         ^^^^^^^ reference.name message
#                     ^^^^^ reference.name level
}

start-node() {
# @0+10 definition.function start-node
  kube::log::say "starting $1"
# ^^^^^^^^^^^^^^ reference.call kube::log::say
  helper() { stop "$@"; }
# ^^^^^^ definition.function start-node.helper
#            ^^^^ reference.call stop
  helper
# ^^^^^^ reference.call helper
}

function with_keyword { start-node; }
#        ^^^^^^^^^^^^ definition.function with_keyword
#                       ^^^^^^^^^^ reference.call start-node

in_subshell() (
# @0+11 definition.function in_subshell
  start-node "$(latest_version "$1")"
# ^^^^^^^^^^ reference.call start-node
#               ^^^^^^^^^^^^^^ reference.call latest_version
)

_private() { :; }
# @0+8 definition.function _private

trap cleanup EXIT
# @0+4 reference.call trap
#    ^^^^^^^ reference.name cleanup
#            ^^^^ reference.name EXIT
start-node && _private || in_subshell
# @0+10 reference.call start-node
#             ^^^^^^^^ reference.call _private
#                         ^^^^^^^^^^^ reference.call in_subshell
if with_keyword; then
#  ^^^^^^^^^^^^ reference.call with_keyword
  run_test start-node --verbose -v1 "quoted" 5
# ^^^^^^^^ reference.call run_test
#          ^^^^^^^^^^ reference.name start-node
fi
ls | while read -r line; do with_keyword "$line"; done
# @0+2 reference.call ls
#          ^^^^ reference.call read
#                  ^^^^ reference.name line
#                           ^^^^^^^^^^^^ reference.call with_keyword
#                                          ^^^^ reference.name line
"${ROOT}/bin/start" now
#  ^^^^ reference.name ROOT
#                   ^^^ reference.name now
$COMMAND argument
#^^^^^^^ reference.name COMMAND
#        ^^^^^^^^ reference.name argument
