# A class with parameters, and what it declares.
class web::server (
#     ^^^ reference.name web
#          ^^^^^^ definition.class web::server
  String $package = 'httpd',
#         ^^^^^^^ definition.field web::server::package
  Optional[Integer[1, 65535]] $port = undef,
# ^^^^^^^^ reference.name Optional
#                              ^^^^ definition.field web::server::port
  Web::Mode $mode = $::mode,
# ^^^ reference.name Web
#      ^^^^ reference.type Mode
#            ^^^^ definition.field web::server::mode
#                      ^^^^ reference.name mode
) inherits ::web::params {
#            ^^^ reference.name web
#                 ^^^^^^ reference.implementation params
  include ::web
#           ^^^ reference.import web
  require web::base
#         ^^^ reference.name web
#              ^^^^ reference.import base
  contain web::service
# ^^^^^^^ reference.name contain
#         ^^^ reference.name web
#              ^^^^^^^ reference.import service
  $config = "/etc/${package}.conf"
#  ^^^^^^ definition.variable web::server::config
#                   ^^^^^^^ reference.name package
  package { $package: ensure => installed }
# ^^^^^^^ reference.call package
#            ^^^^^^^ reference.name package
#                     ^^^^^^ reference.name ensure
#                               ^^^^^^^^^ reference.name installed
  file { $config:
# ^^^^ reference.call file
#         ^^^^^^ reference.name config
    content => template('web/conf.erb'),
#   ^^^^^^^ reference.name content
#              ^^^^^^^^ reference.call template
    notify  => Service['httpd'],
#   ^^^^^^ reference.name notify
#              ^^^^^^^ reference.name Service
#                       ^^^^^ reference.name httpd
  }
  service { 'httpd': ensure => running }
# ^^^^^^^ reference.call service
#            ^^^^^ definition.resource web::server::service::httpd
#                    ^^^^^^ reference.name ensure
#                              ^^^^^^^ reference.name running
  file { ['/srv/a', '/srv/b']: ensure => directory }
# ^^^^ reference.call file
#          ^^^^^^ definition.resource web::server::file::/srv/a
#                    ^^^^^^ definition.resource web::server::file::/srv/b
#                              ^^^^^^ reference.name ensure
#                                        ^^^^^^^^^ reference.name directory
  web::vhost { 'main': port => 80; 'other': }
# ^^^ reference.name web
#      ^^^^^ reference.call vhost
#               ^^^^ definition.resource web::server::vhost::main
#                      ^^^^ reference.name port
#                                   ^^^^^ definition.resource web::server::vhost::other
  @@host { 'exported': }
#   ^^^^ reference.call host
#           ^^^^^^^^ definition.resource web::server::host::exported
  class { 'web::tls': port => 443 }
#          ^^^ reference.name web
#               ^^^ reference.name tls
#                     ^^^^ reference.name port
  File { owner => 'root' }
# ^^^^ reference.name File
#        ^^^^^ reference.name owner
  if $port == 0 {
#     ^^^^ reference.name port
    fail("no port for ${package}")
#   ^^^^ reference.call fail
#                       ^^^^^^^ reference.name package
  }
  $ports.each |Integer $each| { notice("port ${each}") }
#  ^^^^^ reference.name ports
#        ^^^^ reference.name each
#              ^^^^^^^ reference.name Integer
#                       ^^^^ reference.name each
#                               ^^^^^^ reference.call notice
#                                              ^^^^ reference.name each
  ensure_packages(['curl'])
# ^^^^^^^^^^^^^^^ reference.call ensure_packages
}

define web::vhost ($port = 80) {
#      ^^^ reference.name web
#           ^^^^^ definition.type web::vhost
#                   ^^^^ definition.field web::vhost::port
  $inner = $port[0]
#  ^^^^^ definition.variable web::vhost::inner
#           ^^^^ reference.name port
}
define simple { }
#      ^^^^^^ definition.type simple
function web::join_all(Array $parts) >> String {
#        ^^^ reference.name web
#             ^^^^^^^^ definition.function web::join_all
#                             ^^^^^ reference.name parts
  $joined = join($parts, ',')
#  ^^^^^^ reference.name joined
#           ^^^^ reference.call join
#                 ^^^^^ reference.name parts
}
type Web::Mode = Enum['on', 'off']
#    ^^^ reference.name Web
#         ^^^^ definition.type Web::Mode
#                ^^^^ reference.name Enum
node 'web1.example.com' { include web::server }
#     ^^^^^^^^^^^^^^^^ definition.resource web1.example.com
#                                 ^^^ reference.name web
#                                      ^^^^^^ reference.import server
node default { }
