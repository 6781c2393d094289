export enum Level { Debug, Info = 2, "very-loud" = 1 << 3 }
//          ^^^^^ definition.enum Level
//                  ^^^^^ definition.constant Level.Debug
//                         ^^^^ definition.constant Level.Info
//                                    ^^^^^^^^^ definition.constant Level.very-loud
const enum Flag { On = "on" }
//         ^^^^ definition.enum Flag
//                ^^ definition.constant Flag.On
declare enum Later { Soon }
//           ^^^^^ definition.enum Later
//                   ^^^^ definition.constant Later.Soon

namespace Outer.Inner {
//        ^^^^^^^^^^^ definition.module Outer.Inner
//              ^^^^^ reference.name Inner
  export const limit = 1;
//             ^^^^^ definition.constant Outer.Inner.limit
  export let current: number;
//           ^^^^^^^ definition.variable Outer.Inner.current
  const hidden = 2;
//      ^^^^^^ definition.constant Outer.Inner.hidden
  export function open(): void {}
//                ^^^^ definition.function Outer.Inner.open
  export interface Port { number: number }
//                 ^^^^ definition.interface Outer.Inner.Port
//                        ^^^^^^ definition.field Outer.Inner.Port.number
  namespace Deep { export class Pin {} }
//          ^^^^ definition.module Outer.Inner.Deep
//                              ^^^ definition.class Outer.Inner.Deep.Pin
}

declare module "some-library" {
//              ^^^^^^^^^^^^ definition.module some-library
  export function start(): void;
//                ^^^^^ definition.function some-library.start
  export const version: string;
//             ^^^^^^^ definition.constant some-library.version
  interface Extra { added: boolean }
//          ^^^^^ definition.interface some-library.Extra
//                  ^^^^^ definition.field some-library.Extra.added
}
declare module Legacy { var old: number; }
//             ^^^^^^ definition.module Legacy
//                          ^^^ definition.variable Legacy.old
declare global { interface Window { app: App } }
//                         ^^^^^^ definition.interface Window
//                                  ^^^ definition.field Window.app
//                                       ^^^ reference.type App
let used: Outer.Inner.Port = Outer.Inner.open();
//  ^^^^ definition.variable used
//        ^^^^^ reference.name Outer
//              ^^^^^ reference.name Inner
//                    ^^^^ reference.type Port
//                           ^^^^^ reference.name Outer
//                                 ^^^^^ reference.name Inner
//                                       ^^^^ reference.call open
