# a comment: not_called "x"
cat <<EOF
# @0+3 reference.call cat
function in_document() { run; }
$HOME $(in_command)
#^^^^ reference.name HOME
#       ^^^^^^^^^^ reference.call in_command
EOF
cat <<-'EOF' | apply -f - && after_document
# @0+3 reference.call cat
#              ^^^^^ reference.call apply
#                            ^^^^^^^^^^^^^^ reference.call after_document
	$not_a_variable
	EOF
case "$1" in
  start|--begin) begin ;;
#                ^^^^^ reference.call begin
  (stop) end_it ;;
#        ^^^^^^ reference.call end_it
  *) usage >&2; exit 1 ;;
#    ^^^^^ reference.call usage
#               ^^^^ reference.call exit
esac
value=${1:-${DEFAULT}}
# @0+5 definition.variable value
#            ^^^^^^^ reference.name DEFAULT
text=${value//search/replace}
# @0+4 definition.variable text
#      ^^^^^ reference.name value
last=`old_style "$value"`
# @0+4 definition.variable last
#     ^^^^^^^^^ reference.call old_style
#                 ^^^^^ reference.name value
diff <(left) <(right)
# @0+4 reference.call diff
#      ^^^^ reference.call left
#              ^^^^^ reference.call right
[[ $text =~ ^a+$ ]] && eval "$last"
#   ^^^^ reference.name text
#                      ^^^^ reference.call eval
#                             ^^^^ reference.name last
find . -name '*.sh' -exec check {} \;
# @0+4 reference.call find
#                         ^^^^^ reference.name check
echo é | sed 's/é/e/'; naïve() { :; }
# @0+4 reference.call echo
#        ^^^ reference.call sed
#                      ^^^^^ definition.function naïve
