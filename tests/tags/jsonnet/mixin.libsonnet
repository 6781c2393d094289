// A mixin of alerts.
local kube = import 'kube.libsonnet';
//    ^^^^ definition.variable kube
//                   ^^^^^^^^^^^^^^ reference.import kube.libsonnet
local text = importstr 'text.txt';
//    ^^^^ definition.variable text
//                      ^^^^^^^^ reference.import text.txt
local add(a, b=1) = a + b;
//    ^^^ definition.function add
//        ^ reference.name a
//           ^ reference.name b
//                  ^ reference.name a
//                      ^ reference.name b
local double = function(x) add(x, x);
//    ^^^^^^ definition.function double
//                      ^ reference.name x
//                         ^^^ reference.call add
//                             ^ reference.name x
//                                ^ reference.name x
{
  _config+:: {
//^^^^^^^ definition.field _config
    selector: 'job="app"',
//  ^^^^^^^^ definition.field _config.selector
    limits: { cpu: 1 },
//  ^^^^^^ definition.field _config.limits
//            ^^^ reference.name cpu
  },
  local me = self,
//      ^^ reference.name me
  'quoted name': 1,
// ^^^^^^^^^^^ definition.field quoted name
  method(x): x + $._config.selector,
//^^^^^^ definition.method method
//       ^ reference.name x
//           ^ reference.name x
//                 ^^^^^^^ reference.name _config
//                         ^^^^^^^^ reference.name selector
  hidden:: function(a) a,
//^^^^^^ definition.method hidden
//                  ^ reference.name a
//                     ^ reference.name a
  [if me.debug then 'computed']: 1,
//    ^^ reference.name me
//       ^^^^^ reference.name debug
  prometheusAlerts+:: {
//^^^^^^^^^^^^^^^^ definition.field prometheusAlerts
    groups+: [
//  ^^^^^^ definition.field prometheusAlerts.groups
      {
        name: 'app',
//      ^^^^ reference.name name
        rules: [
//      ^^^^^ reference.name rules
          { alert: 'AppDown', expr: 'up == 0' % $._config },
//          ^^^^^ reference.name alert
//                  ^^^^^^^ definition.resource prometheusAlerts.groups.AppDown
//                            ^^^^ reference.name expr
//                                                ^^^^^^^ reference.name _config
          { record: 'app:rate', expr: add(1, 2) },
//          ^^^^^^ reference.name record
//                   ^^^^^^^^ definition.resource prometheusAlerts.groups.app:rate
//                              ^^^^ reference.name expr
//                                    ^^^ reference.call add
        ],
      },
    ],
  },
  deployment: kube.deployment.new('app') { spec+: { replicas: 2 } },
//^^^^^^^^^^ definition.field deployment
//            ^^^^ reference.name kube
//                 ^^^^^^^^^^ reference.name deployment
//                            ^^^ reference.call new
//                                         ^^^^ reference.name spec
//                                                  ^^^^^^^^ reference.name replicas
  dashboards:: {
//^^^^^^^^^^ definition.field dashboards
    'app.json': { title: 'App', rows: [] },
//   ^^^^^^^^ definition.field dashboards.app.json
//                ^^^^^ reference.name title
//                              ^^^^ reference.name rows
  },
}
