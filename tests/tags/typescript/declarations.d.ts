export declare function parse(text: string): Tree;
//                      ^^^^^ definition.function parse
//                            ^^^^ reference.name text
//                                           ^^^^ reference.type Tree
export declare function parse(bytes: Uint8Array): Tree;
//                      ^^^^^ definition.function parse
//                            ^^^^^ reference.name bytes
//                                   ^^^^^^^^^^ reference.type Uint8Array
//                                                ^^^^ reference.type Tree
declare const VERSION: string;
//            ^^^^^^^ definition.constant VERSION
export declare let current: Tree;
//                 ^^^^^^^ definition.variable current
//                          ^^^^ reference.type Tree
declare var legacy: any;
//          ^^^^^^ definition.variable legacy
export declare class Tree {
//                   ^^^^ definition.class Tree
  constructor(text: string);
//^^^^^^^^^^^ definition.method Tree.constructor
//            ^^^^ reference.name text
  root: Node;
//^^^^ definition.field Tree.root
//      ^^^^ reference.type Node
  walk(visit: (node: Node) => void): void;
//^^^^ definition.method Tree.walk
//     ^^^^^ reference.name visit
//             ^^^^ reference.name node
//                   ^^^^ reference.type Node
  static readonly empty: Tree;
//                ^^^^^ definition.field Tree.empty
//                       ^^^^ reference.type Tree
}
export as namespace Parser;
//                  ^^^^^^ reference.name Parser
export = parse;
//       ^^^^^ reference.name parse
