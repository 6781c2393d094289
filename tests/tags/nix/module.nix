# A module: its options, and what it sets.
{ config, lib, pkgs ? import <nixpkgs> { }, ... }@args:
# ^^^^^^ reference.name config
#         ^^^ reference.name lib
#              ^^^^ reference.name pkgs
#                     ^^^^^^ reference.call import
#                             ^^^^^^^ reference.import nixpkgs
#                                                 ^^^^ reference.name args
with lib;
#    ^^^ reference.name lib
let
  cfg = config.services.cache;
# ^^^ definition.variable cfg
#       ^^^^^^ reference.name config
#              ^^^^^^^^ reference.name services
#                       ^^^^^ reference.name cache
  inherit (lib) mkEnableOption types;
#          ^^^ reference.name lib
#               ^^^^^^^^^^^^^^ reference.import mkEnableOption
#                              ^^^^^ reference.import types
  inherit pkgs;
#         ^^^^ reference.name pkgs
  render = name: { port, host ? "localhost" }:
# ^^^^^^ definition.function render
#          ^^^^ reference.name name
#                  ^^^^ reference.name port
#                        ^^^^ reference.name host
    let line = "${name} ${host}:${toString port}"; in line;
#       ^^^^ reference.name line
#                 ^^^^ reference.name name
#                         ^^^^ reference.name host
#                                 ^^^^^^^^ reference.call toString
#                                          ^^^^ reference.name port
#                                                     ^^^^ reference.name line
in
{
  imports = [ ./base.nix ../network ];
# ^^^^^^^ definition.variable imports
#             ^^^^^^^^^^ reference.import ./base.nix
#                        ^^^^^^^^^^ reference.import ../network
  options.services.cache = {
# ^^^^^^^ reference.name options
#         ^^^^^^^^ reference.name services
#                  ^^^^^ definition.variable options.services.cache
    enable = mkEnableOption "the cache";
#   ^^^^^^ definition.field options.services.cache.enable
#            ^^^^^^^^^^^^^^ reference.call mkEnableOption
    port = lib.mkOption { type = types.port; default = 80; };
#   ^^^^ definition.field options.services.cache.port
#          ^^^ reference.name lib
#              ^^^^^^^^ reference.call mkOption
#                         ^^^^ reference.name type
#                                ^^^^^ reference.name types
#                                      ^^^^ reference.name port
#                                            ^^^^^^^ reference.name default
    settings."max size" = mkOption { };
#   ^^^^^^^^ reference.name settings
#             ^^^^^^^^ definition.field options.services.cache.settings.max size
#                         ^^^^^^^^ reference.call mkOption
  };
  config = mkIf cfg.enable {
# ^^^^^^ definition.variable config
#          ^^^^ reference.call mkIf
#               ^^^ reference.name cfg
#                   ^^^^^^ reference.name enable
    systemd.services.cache.script = render "cache" { inherit (cfg) port; };
#   ^^^^^^^ reference.name systemd
#           ^^^^^^^^ reference.name services
#                    ^^^^^ reference.name cache
#                          ^^^^^^ reference.name script
#                                   ^^^^^^ reference.call render
#                                                             ^^^ reference.name cfg
#                                                                  ^^^^ reference.import port
    assertions = [ { assertion = cfg.port > 0; message = "port"; } ];
#   ^^^^^^^^^^ reference.name assertions
#                    ^^^^^^^^^ reference.name assertion
#                                ^^^ reference.name cfg
#                                    ^^^^ reference.name port
#                                              ^^^^^^^ reference.name message
  };
}
