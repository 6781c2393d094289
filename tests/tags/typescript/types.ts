export interface Shape<T extends Base = Default> extends Named, geo.Sized<T> {
//               ^^^^^ definition.interface Shape
//                     ^ reference.type T
//                               ^^^^ reference.type Base
//                                      ^^^^^^^ reference.type Default
//                                                       ^^^^^ reference.implementation Named
//                                                              ^^^ reference.name geo
//                                                                  ^^^^^ reference.implementation Sized
//                                                                        ^ reference.type T
  readonly id: string;
//         ^^ definition.field Shape.id
  area?(unit: Unit): number;
//^^^^ definition.method Shape.area
//      ^^^^ reference.name unit
//            ^^^^ reference.type Unit
  "quoted-name": T;
// ^^^^^^^^^^^ definition.field Shape.quoted-name
//               ^ reference.type T
  render: (target: Canvas) => void;
//^^^^^^ definition.field Shape.render
//         ^^^^^^ reference.name target
//                 ^^^^^^ reference.type Canvas
  new (id: string): Shape<T>;
//     ^^ reference.name id
//                  ^^^^^ reference.type Shape
//                        ^ reference.type T
  (x: number): void;
// ^ reference.name x
  [key: string]: unknown;
// ^^^ reference.name key
  get color(): Color;
//    ^^^^^ definition.method Shape.color
//             ^^^^^ reference.type Color
  nested: { inner: string };
//^^^^^^ definition.field Shape.nested
//          ^^^^^ definition.field Shape.nested.inner
}
type Id = string | number;
//   ^^ definition.type Id
type Handler<E> = (event: E, reply: Reply) => Promise<void>;
//   ^^^^^^^ definition.type Handler
//           ^ reference.type E
//                 ^^^^^ reference.name event
//                        ^ reference.type E
//                           ^^^^^ reference.name reply
//                                  ^^^^^ reference.type Reply
//                                            ^^^^^^^ reference.type Promise
export type Options = { retries: number; log(text: string): void } & Partial<Base>;
//          ^^^^^^^ definition.type Options
//                      ^^^^^^^ definition.field Options.retries
//                                       ^^^ definition.method Options.log
//                                           ^^^^ reference.name text
//                                                                   ^^^^^^^ reference.type Partial
//                                                                           ^^^^ reference.type Base
type Mapped = { [K in keyof Base]: Base[K] };
//   ^^^^^^ definition.type Mapped
//               ^ reference.type K
//                          ^^^^ reference.type Base
//                                 ^^^^ reference.type Base
//                                      ^ reference.type K
type Unwrap<T> = T extends Promise<infer R> ? R : never;
//   ^^^^^^ definition.type Unwrap
//          ^ reference.type T
//               ^ reference.type T
//                         ^^^^^^^ reference.type Promise
//                                       ^ reference.type R
//                                            ^ reference.type R
type Remote = import("./remote").Remote;
//   ^^^^^^ definition.type Remote
//                    ^^^^^^^^ reference.import ./remote
//                               ^^^^^^ reference.name Remote
type Of = typeof defaults.level;
//   ^^ definition.type Of
//               ^^^^^^^^ reference.name defaults
//                        ^^^^^ reference.name level
type Literal = `on${Capitalize<Name>}` | "off";
//   ^^^^^^^ definition.type Literal
//                  ^^^^^^^^^^ reference.type Capitalize
//                             ^^^^ reference.type Name
interface Sink { write(text: string): void; write(bytes: Uint8Array): void }
//        ^^^^ definition.interface Sink
//               ^^^^^ definition.method Sink.write
//                     ^^^^ reference.name text
//                                          ^^^^^ definition.method Sink.write
//                                                ^^^^^ reference.name bytes
//                                                       ^^^^^^^^^^ reference.type Uint8Array
function narrow(value: unknown, options: { strict: boolean }): value is Shape<Id> {
//       ^^^^^^ definition.function narrow
//              ^^^^^ reference.name value
//                              ^^^^^^^ reference.name options
//                                         ^^^^^^ reference.name strict
//                                                             ^^^^^ reference.name value
//                                                                      ^^^^^ reference.type Shape
//                                                                            ^^ reference.type Id
  interface Local { seen: boolean }
//          ^^^^^ definition.interface narrow.Local
//                  ^^^^ definition.field narrow.Local.seen
  type Alias = Local;
//     ^^^^^ definition.type narrow.Alias
//             ^^^^^ reference.type Local
  return (value as Alias).seen;
//        ^^^^^ reference.name value
//                 ^^^^^ reference.type Alias
//                        ^^^^ reference.name seen
}
interface Words { 'const': number; 'if'?: string; type: string; function: boolean }
//        ^^^^^ definition.interface Words
//                 ^^^^^ definition.field Words.const
//                                  ^^ definition.field Words.if
//                                                ^^^^ definition.field Words.type
//                                                              ^^^^^^^^ definition.field Words.function
