function connect(address, retries = 3) {
//       ^^^^^^^ definition.function connect
//               ^^^^^^^ reference.name address
//                        ^^^^^^^ reference.name retries
  const timeout = retries * 100;
//      ^^^^^^^ reference.name timeout
//                ^^^^^^^ reference.name retries
  function backoff(attempt) {
//         ^^^^^^^ definition.function connect.backoff
//                 ^^^^^^^ reference.name attempt
    return attempt * timeout;
//         ^^^^^^^ reference.name attempt
//                   ^^^^^^^ reference.name timeout
  }
  const dial = async (host) => open(host, backoff(1));
//      ^^^^ definition.function connect.dial
//                    ^^^^ reference.name host
//                             ^^^^ reference.call open
//                                  ^^^^ reference.name host
//                                        ^^^^^^^ reference.call backoff
  return dial(address);
//       ^^^^ reference.call dial
//            ^^^^^^^ reference.name address
}

async function* readLines({ path, encoding }, ...rest) {
//              ^^^^^^^^^ definition.function readLines
//                          ^^^^ reference.name path
//                                ^^^^^^^^ reference.name encoding
//                                               ^^^^ reference.name rest
  for await (const line of stream(path)) yield line;
//                 ^^^^ reference.name line
//                         ^^^^^^ reference.call stream
//                                ^^^^ reference.name path
//                                             ^^^^ reference.name line
}

const sum = (a, b) => a + b;
//    ^^^ definition.function sum
//           ^ reference.name a
//              ^ reference.name b
//                    ^ reference.name a
//                        ^ reference.name b
let onClose = function closed() {};
//  ^^^^^^^ definition.function onClose
//                     ^^^^^^ definition.function onClose.closed
var later = function () { return sum(1, 2); };
//  ^^^^^ definition.function later
//                               ^^^ reference.call sum
later = () => null;
// @0+5 definition.function later

emitter.on("data", function onData(chunk) { parse(chunk); });
// @0+7 reference.name emitter
//      ^^ reference.call on
//                          ^^^^^^ definition.function onData
//                                 ^^^^^ reference.name chunk
//                                          ^^^^^ reference.call parse
//                                                ^^^^^ reference.name chunk
setTimeout(() => { const local = 1; var other = local; }, 10);
// @0+10 reference.call setTimeout
//                       ^^^^^ reference.name local
//                                      ^^^^^ reference.name other
//                                              ^^^^^ reference.name local
(function main() { connect("a"); })();
//        ^^^^ definition.function main
//                 ^^^^^^^ reference.call connect
new Pool(connect)?.start?.();
//  ^^^^ reference.call Pool
//       ^^^^^^^ reference.name connect
//                 ^^^^^ reference.call start
(0, lib.run)(`${name}`);
//  ^^^ reference.name lib
//      ^^^ reference.call run
//              ^^^^ reference.name name
outer: for (;;) { break outer; }
// @0+5 reference.name outer
//                      ^^^^^ reference.name outer
