"use strict";
const fs = require("fs"),
//    ^^ reference.import fs
//         ^^^^^^^ reference.call require
//                  ^^ reference.import fs
  { join, resolve: absolute } = require("path");
//  ^^^^ reference.import join
//        ^^^^^^^ reference.import resolve
//                 ^^^^^^^^ reference.name absolute
//                              ^^^^^^^ reference.call require
//                                       ^^^^ reference.import path
var levels = require("./levels").levels;
//  ^^^^^^ reference.name levels
//           ^^^^^^^ reference.call require
//                    ^^^^^^^^ reference.import ./levels
//                               ^^^^^^ reference.import levels
const debug = require("debug")("app");
//    ^^^^^ definition.constant debug
//            ^^^^^^^ reference.call require
//                     ^^^^^ reference.import debug

exports.VERSION = "1.0";
// @0+7 reference.name exports
//      ^^^^^^^ definition.constant VERSION
exports.read = function read() { return fs.readFileSync(join("a", absolute("b"))); };
// @0+7 reference.name exports
//      ^^^^ definition.function read
//                      ^^^^ reference.name read
//                                      ^^ reference.name fs
//                                         ^^^^^^^^^^^^ reference.call readFileSync
//                                                      ^^^^ reference.call join
//                                                                ^^^^^^^^ reference.call absolute
exports.write = async () => {};
// @0+7 reference.name exports
//      ^^^^^ definition.function write
exports.Writer = class Writer {};
// @0+7 reference.name exports
//      ^^^^^^ definition.class Writer
//                     ^^^^^^ reference.name Writer
exports.again = levels;
// @0+7 reference.name exports
//      ^^^^^ reference.name again
//              ^^^^^^ reference.name levels
exports.util = require("./util");
// @0+7 reference.name exports
//      ^^^^ reference.name util
//             ^^^^^^^ reference.call require
//                      ^^^^^^ reference.import ./util
module.exports.helper = function () {};
// @0+6 reference.name module
//     ^^^^^^^ reference.name exports
//             ^^^^^^ definition.function helper
module.exports.LIMIT = 5;
// @0+6 reference.name module
//     ^^^^^^^ reference.name exports
//             ^^^^^ definition.constant LIMIT
var Service = (exports.Service = { name: "a" });
//  ^^^^^^^ definition.variable Service
//             ^^^^^^^ reference.name exports
//                     ^^^^^^^ definition.constant Service
//                                 ^^^^ definition.field Service.name
var Other = exports.Other = { path: "/b" };
//  ^^^^^ definition.variable Other
//          ^^^^^^^ reference.name exports
//                  ^^^^^ definition.constant Other
//                            ^^^^ definition.field Other.path
const MAX = 1;
//    ^^^ definition.constant MAX
let count = 0;
//  ^^^^^ definition.variable count
var MAX_RETRIES = 3;
//  ^^^^^^^^^^^ definition.constant MAX_RETRIES
if (count) { var late = 1; let block = 2; }
//  ^^^^^ reference.name count
//               ^^^^ definition.variable late
//                             ^^^^^ reference.name block
module.exports = function createApp(config) { return debug(config); };
// @0+6 reference.name module
//     ^^^^^^^ reference.name exports
//                        ^^^^^^^^^ definition.function createApp
//                                  ^^^^^^ reference.name config
//                                                   ^^^^^ reference.call debug
//                                                         ^^^^^^ reference.name config
module.exports = { MAX, count, port: 80, start() {} };
// @0+6 reference.name module
//     ^^^^^^^ reference.name exports
//                 ^^^ reference.name MAX
//                      ^^^^^ reference.name count
//                             ^^^^ definition.field port
//                                       ^^^^^ definition.method start
module.exports = class App { run() {} };
// @0+6 reference.name module
//     ^^^^^^^ reference.name exports
//                     ^^^ definition.class App
//                           ^^^ definition.method App.run
