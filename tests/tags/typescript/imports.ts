import type { Config, Level as LogLevel } from "./config";
//            ^^^^^^ reference.import Config
//                    ^^^^^ reference.import Level
//                             ^^^^^^^^ reference.name LogLevel
//                                              ^^^^^^^^ reference.import ./config
import fs = require("fs");
//     ^^ reference.import fs
//                   ^^ reference.import fs
import Client = grpc.experimental.Client;
//     ^^^^^^ reference.import Client
//              ^^^^ reference.name grpc
//                   ^^^^^^^^^^^^ reference.name experimental
//                                ^^^^^^ reference.import Client
import Short = Whole;
//     ^^^^^ reference.import Short
//             ^^^^^ reference.import Whole
import defaults, * as all from "../all.js";
//     ^^^^^^^^ reference.import defaults
//                    ^^^ reference.name all
//                              ^^^^^^^^^ reference.import ../all.js
import { type Only, run } from "@scope/pkg";
//            ^^^^ reference.import Only
//                  ^^^ reference.import run
//                              ^^^^^^^^^^ reference.import @scope/pkg
export type { Config } from "./config";
//            ^^^^^^ reference.import Config
//                           ^^^^^^^^ reference.import ./config
export { run as start } from "./run";
//       ^^^ reference.import run
//              ^^^^^ reference.name start
//                            ^^^^^ reference.import ./run
const path = require("path");
//    ^^^^ reference.import path
//           ^^^^^^^ reference.call require
//                    ^^^^ reference.import path
const lazy = async () => (await import("./lazy")).default;
//    ^^^^ definition.function lazy
//                                      ^^^^^^ reference.import ./lazy
//                                                ^^^^^^^ reference.name default
