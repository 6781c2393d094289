{ stdenv, fetchurl, lib }:
# ^^^^^^ reference.name stdenv
#         ^^^^^^^^ reference.name fetchurl
#                   ^^^ reference.name lib
stdenv.mkDerivation rec {
# @0+6 reference.name stdenv
#      ^^^^^^^^^^^^ reference.call mkDerivation
  pname = "tool";
# ^^^^^ reference.name pname
#          ^^^^ definition.resource tool
  version = "1.0";
# ^^^^^^^ reference.name version
  src = fetchurl { url = "https://example.org/${pname}.tar.gz"; };
# ^^^ reference.name src
#       ^^^^^^^^ reference.call fetchurl
#                  ^^^ reference.name url
#                                               ^^^^^ reference.name pname
  installPhase = ''
# ^^^^^^^^^^^^ reference.name installPhase
    cp tool ''${out} ${placeholder "out"} # no comment
#                      ^^^^^^^^^^^ reference.call placeholder
  '';
  passthru.tests = x: x;
# ^^^^^^^^ reference.name passthru
#          ^^^^^ definition.function passthru.tests
#                  ^ reference.name x
#                     ^ reference.name x
  meta.broken = lib.versionOlder version "2";
# ^^^^ reference.name meta
#      ^^^^^^ reference.name broken
#               ^^^ reference.name lib
#                   ^^^^^^^^^^^^ reference.call versionOlder
#                                ^^^^^^^ reference.name version
}
