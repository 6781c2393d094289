#!/bin/sh
# Indexes code that any machine with Python has: the interpreter's standard library and the packages installed beside
# codelens. Then asks three questions. Nothing is fetched; everything is kept in .demo/ (remove it to start anew).
set -eu
CODELENS_HOME=$PWD/.demo/home
export CODELENS_HOME
mkdir -p .demo
python - >.demo/repos.yaml <<'EOF'
import json, sysconfig
print("# Two folders of this machine, read in place. An entry may have a url: instead; see repos.yaml.")
print("repositories:")
for name, folder, exclude in (
    ("python-stdlib", sysconfig.get_path("stdlib"), ["site-packages", "/test", "/idlelib", "/lib2to3"]),
    ("python-packages", sysconfig.get_path("purelib"), []),
):
    print(f"- name: {name}\n  path: {json.dumps(folder)}\n  exclude: {json.dumps(exclude)}")
EOF
if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); else bold='' plain=''; fi
say() { printf '\n%s$ %s%s\n' "$bold" "$*" "$plain"; }
ask() { say codelens "$@"; codelens "$@"; }

say codelens update --repos .demo/repos.yaml
codelens update --repos .demo/repos.yaml
ask where-defined HTTPServer
ask references HTTPServer --limit 8 --kind call --kind implementation
ask search '"unclosed transport"' --limit 5
ask show TCPServer.server_bind
cat <<'EOF'

The same in the app, as one types:

  CODELENS_HOME=.demo/home .venv/bin/codelens

Now for real repositories. From a machine with a network:

  codelens update kubernetes etcd containerd      fetch (one commit each) and index
  codelens where-defined Pod --repo kubernetes
  codelens where-defined Server.Run               qualified; PodSp* is a prefix, NSIF are initials
  codelens search '"took too long"' --repo etcd
  codelens references Lessor --kind type
EOF
