source lib/common.sh
# @0+6 reference.call source
#      ^^^^^^^^^^^^^ reference.import lib/common.sh
. ./env.sh
# ^^^^^^^^ reference.import ./env.sh
source "${ROOT}/hack/lib/init.sh"
# @0+6 reference.call source
#       ^^^^^^^^^^^^^^^^^^^^^^^^ reference.import ${ROOT}/hack/lib/init.sh
#         ^^^^ reference.name ROOT
. "$(dirname "$0")/util.sh" --quiet
#  ^^^^^^^^^^^^^^^^^^^^^^^ reference.import $(dirname "$0")/util.sh
#    ^^^^^^^ reference.call dirname
. 'single.sh'
#  ^^^^^^^^^ reference.import single.sh
[ -f /etc/default/docker ] && . /etc/default/docker
#                               ^^^^^^^^^^^^^^^^^^^ reference.import /etc/default/docker
