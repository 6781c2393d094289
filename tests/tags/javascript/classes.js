class Server extends net.Base {
//    ^^^^^^ definition.class Server
//                   ^^^ reference.name net
//                       ^^^^ reference.implementation Base
  #port = 80;
//^^^^^ definition.field Server.#port
  static limit = 10;
//       ^^^^^ definition.field Server.limit
  handler = (request) => this.#serve(request);
//^^^^^^^ definition.method Server.handler
//           ^^^^^^^ reference.name request
//                            ^^^^^^ reference.call #serve
//                                   ^^^^^^^ reference.name request
  "max-age" = 5;
// ^^^^^^^ definition.field Server.max-age

  constructor(name) {
//^^^^^^^^^^^ definition.method Server.constructor
//            ^^^^ reference.name name
    super(name);
//        ^^^^ reference.name name
    this.name = name;
//       ^^^^ definition.field Server.name
//              ^^^^ reference.name name
    this.stop = () => {};
//       ^^^^ definition.method Server.stop
    if (name) this.sometimes = 1;
//      ^^^^ reference.name name
//                 ^^^^^^^^^ reference.name sometimes
  }

  static create() { return new Server("x"); }
//       ^^^^^^ definition.method Server.create
//                             ^^^^^^ reference.call Server
  get port() { return this.#port; }
//    ^^^^ definition.method Server.port
//                         ^^^^^ reference.name #port
  set port(value) { this.#port = value; }
//    ^^^^ definition.method Server.port
//         ^^^^^ reference.name value
//                       ^^^^^ reference.name #port
//                               ^^^^^ reference.name value
  async *events() {}
//       ^^^^^^ definition.method Server.events
  #serve(request) { this.later = function () {}; }
//^^^^^^ definition.method Server.#serve
//       ^^^^^^^ reference.name request
//                       ^^^^^ definition.method Server.#serve.later
  [Symbol.iterator]() {}
// ^^^^^^ reference.name Symbol
//        ^^^^^^^^ reference.name iterator
  "quoted name"() {}
// ^^^^^^^^^^^ definition.method Server.quoted name
  static { Server.ready = true; }
//         ^^^^^^ reference.name Server
//                ^^^^^ reference.name ready
}

class Plain {}
//    ^^^^^ definition.class Plain
const Local = class Inner extends Plain { run() {} };
//    ^^^^^ definition.class Local
//                  ^^^^^ reference.name Inner
//                                ^^^^^ reference.implementation Plain
//                                        ^^^ definition.method Local.run
export default class Main extends mixin(Plain) {}
//                   ^^^^ definition.class Main
//                                ^^^^^ reference.call mixin
//                                      ^^^^^ reference.name Plain
throw error instanceof errors.Timeout || error instanceof Server;
//    ^^^^^ reference.name error
//                     ^^^^^^ reference.name errors
//                            ^^^^^^^ reference.type Timeout
//                                       ^^^^^ reference.name error
//                                                        ^^^^^^ reference.type Server
