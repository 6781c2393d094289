import main, { open as start, close } from "./files.mjs";
//     ^^^^ reference.import main
//             ^^^^ reference.import open
//                     ^^^^^ reference.name start
//                            ^^^^^ reference.import close
//                                          ^^^^^^^^^^^ reference.import ./files.mjs
import * as path from "node:path";
//          ^^^^ reference.name path
//                     ^^^^^^^^^ reference.import node:path
import "./setup.mjs";
//      ^^^^^^^^^^^ reference.import ./setup.mjs
import data from "./data.json" with { type: "json" };
//     ^^^^ reference.import data
//                ^^^^^^^^^^^ reference.import ./data.json
//                                    ^^^^ reference.name type

export * from "./all.mjs";
//             ^^^^^^^^^ reference.import ./all.mjs
export * as tools from "./tools.mjs";
//          ^^^^^ reference.name tools
//                      ^^^^^^^^^^^ reference.import ./tools.mjs
export { read as default, write } from "./io.mjs";
//       ^^^^ reference.import read
//                        ^^^^^ reference.import write
//                                      ^^^^^^^^ reference.import ./io.mjs
export { local as renamed };
//       ^^^^^ reference.name local
//                ^^^^^^^ reference.name renamed
export const LIMIT = 10, { low, high: top = 9, ...others } = range();
//           ^^^^^ definition.constant LIMIT
//                         ^^^ definition.constant low
//                              ^^^^ reference.name high
//                                    ^^^ definition.constant top
//                                                ^^^^^^ definition.constant others
//                                                           ^^^^^ reference.call range
export let [first, second] = pair;
//          ^^^^^ definition.variable first
//                 ^^^^^^ definition.variable second
//                           ^^^^ reference.name pair
export function serve() { return start(path.join(close)); }
//              ^^^^^ definition.function serve
//                               ^^^^^ reference.call start
//                                     ^^^^ reference.name path
//                                          ^^^^ reference.call join
//                                               ^^^^^ reference.name close
export default { name: "plugin", setup() {} };
//               ^^^^ definition.field name
//                               ^^^^^ definition.method setup
const lazy = await import("./lazy.mjs");
//    ^^^^ definition.constant lazy
//                         ^^^^^^^^^^ reference.import ./lazy.mjs
