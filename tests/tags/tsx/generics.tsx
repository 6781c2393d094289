const identity = <T,>(value: T): T => value;
//    ^^^^^^^^ definition.function identity
//                ^ reference.type T
//                    ^^^^^ reference.name value
//                           ^ reference.type T
//                               ^ reference.type T
//                                    ^^^^^ reference.name value
const wrap = <T extends Item>(item: T) => <List<T> items={[item]} />;
//    ^^^^ definition.function wrap
//            ^ reference.type T
//                      ^^^^ reference.type Item
//                            ^^^^ reference.name item
//                                  ^ reference.type T
//                                         ^^^^ reference.call List
//                                              ^ reference.type T
//                                                 ^^^^^ reference.name items
//                                                         ^^^^ reference.name item
interface Context<T> { value: T; dispatch(action: Action): void }
//        ^^^^^^^ definition.interface Context
//                ^ reference.type T
//                     ^^^^^ definition.field Context.value
//                            ^ reference.type T
//                               ^^^^^^^^ definition.method Context.dispatch
//                                        ^^^^^^ reference.name action
//                                                ^^^^^^ reference.type Action
export const Context = React.createContext<Context<string> | null>(null);
//           ^^^^^^^ definition.constant Context
//                     ^^^^^ reference.name React
//                           ^^^^^^^^^^^^^ reference.call createContext
//                                         ^^^^^^^ reference.type Context
export type Slot = { name: string; element: JSX.Element };
//          ^^^^ definition.type Slot
//                   ^^^^ definition.field Slot.name
//                                 ^^^^^^^ definition.field Slot.element
//                                          ^^^ reference.name JSX
//                                              ^^^^^^^ reference.type Element
enum Tab { First = "first", Second = "second" }
//   ^^^ definition.enum Tab
//         ^^^^^ definition.constant Tab.First
//                          ^^^^^^ definition.constant Tab.Second
const labels: Record<Tab, string> = { [Tab.First]: "1", second: "2" };
//    ^^^^^^ definition.constant labels
//            ^^^^^^ reference.type Record
//                   ^^^ reference.type Tab
//                                     ^^^ reference.name Tab
//                                         ^^^^^ reference.name First
//                                                      ^^^^^^ definition.field labels.second
