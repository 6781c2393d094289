export function over(value: string): string;
//              ^^^^ definition.function over
//                   ^^^^^ reference.name value
export function over(value: number): string;
//              ^^^^ definition.function over
//                   ^^^^^ reference.name value
export function over(value: any): string { return String(value); }
//              ^^^^ definition.function over
//                   ^^^^^ reference.name value
//                                                ^^^^^^ reference.call String
//                                                       ^^^^^ reference.name value
export const identity = <T,>(value: T): T => value;
//           ^^^^^^^^ definition.function identity
//                       ^ reference.type T
//                           ^^^^^ reference.name value
//                                  ^ reference.type T
//                                      ^ reference.type T
//                                           ^^^^^ reference.name value
const handler: Handler<Event> = async function* handler(this: Server, event) {};
//    ^^^^^^^ definition.function handler
//             ^^^^^^^ reference.type Handler
//                     ^^^^^ reference.type Event
//                                              ^^^^^^^ reference.name handler
//                                                            ^^^^^^ reference.type Server
//                                                                    ^^^^^ reference.name event
export const LIMITS = { low: 1, high: 2 } as const;
//           ^^^^^^ definition.constant LIMITS
//                      ^^^ definition.field LIMITS.low
//                              ^^^^ definition.field LIMITS.high
const routes = { home: "/", nested: { deep: 1 } } satisfies Routes;
//    ^^^^^^ definition.constant routes
//               ^^^^ definition.field routes.home
//                          ^^^^^^ definition.field routes.nested
//                                    ^^^^ reference.name deep
//                                                          ^^^^^^ reference.type Routes
let current: Level = <Level>LIMITS.low, next = current!;
//  ^^^^^^^ definition.variable current
//           ^^^^^ reference.type Level
//                    ^^^^^ reference.type Level
//                          ^^^^^^ reference.name LIMITS
//                                 ^^^ reference.name low
//                                      ^^^^ definition.variable next
//                                             ^^^^^^^ reference.name current
var maybe: string | undefined;
//  ^^^^^ definition.variable maybe
const { a, b: renamed = 1 } = defaults, [head] = list;
//      ^ definition.constant a
//         ^ reference.name b
//            ^^^^^^^ definition.constant renamed
//                            ^^^^^^^^ reference.name defaults
//                                       ^^^^ definition.constant head
//                                               ^^^^ reference.name list
const result = call<Result>(new Queue<Item>(), (item: Item) => item as unknown as Other);
//    ^^^^^^ definition.constant result
//             ^^^^ reference.call call
//                  ^^^^^^ reference.type Result
//                              ^^^^^ reference.call Queue
//                                    ^^^^ reference.type Item
//                                              ^^^^ reference.name item
//                                                    ^^^^ reference.type Item
//                                                             ^^^^ reference.name item
//                                                                                ^^^^^ reference.type Other
handlers!.start!(value!);
// @0+8 reference.name handlers
//        ^^^^^ reference.call start
//               ^^^^^ reference.name value
function check(value: unknown): asserts value is Result {
//       ^^^^^ definition.function check
//             ^^^^^ reference.name value
//                                      ^^^^^ reference.name value
//                                               ^^^^^^ reference.type Result
  if (!(value instanceof Result)) throw new errors.Bad();
//      ^^^^^ reference.name value
//                       ^^^^^^ reference.type Result
//                                          ^^^^^^ reference.name errors
//                                                 ^^^ reference.call Bad
}
