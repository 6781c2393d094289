using System;
//    ^^^^^^ reference.import System
using Grpc.Core;
//    ^^^^^^^^^ reference.import Grpc.Core
//         ^^^^ reference.name Core
using static System.Math;
//           ^^^^^^^^^^^ reference.import System.Math
//                  ^^^^ reference.name Math
using Alias = System.Collections.Generic.List<int>;
//    ^^^^^ reference.name Alias
//            ^^^^^^ reference.name System
//                   ^^^^^^^^^^^ reference.name Collections
//                               ^^^^^^^ reference.name Generic
//                                       ^^^^ reference.name List

[assembly: Visible("tests")]
//         ^^^^^^^ reference.type Visible

namespace Company.Store
//        ^^^^^^^ reference.name Company
//                ^^^^^ reference.name Store
{
    public abstract class Store<T> : Base<T>, IDisposable, Io.Closing where T : Item, new()
//                        ^^^^^ definition.class Store
//                              ^ reference.name T
//                                   ^^^^ reference.implementation Base
//                                        ^ reference.type T
//                                            ^^^^^^^^^^^ reference.implementation IDisposable
//                                                         ^^ reference.name Io
//                                                            ^^^^^^^ reference.implementation Closing
//                                                                          ^ reference.name T
//                                                                              ^^^^ reference.type Item
    {
        private const int Limit = 10, More = Limit;
//                        ^^^^^ definition.constant Store.Limit
//                                    ^^^^ definition.constant Store.More
//                                           ^^^^^ reference.name Limit
        public static readonly string Name = "x";
//                                    ^^^^ definition.constant Store.Name
        private readonly ILogger<Store<T>> _logger;
//                       ^^^^^^^ reference.type ILogger
//                               ^^^^^ reference.type Store
//                                     ^ reference.type T
//                                         ^^^^^^^ definition.field Store._logger
        public event EventHandler Changed;
//                   ^^^^^^^^^^^^ reference.type EventHandler
//                                ^^^^^^^ definition.field Store.Changed
        public event EventHandler Custom { add { } remove { } }
//                   ^^^^^^^^^^^^ reference.type EventHandler
//                                ^^^^^^ definition.field Store.Custom
        public int Size { get; private set; } = 3;
//                 ^^^^ definition.field Store.Size
        public string this[int index] => Names[index];
//                             ^^^^^ reference.name index
//                                       ^^^^^ reference.name Names
//                                             ^^^^^ reference.name index

        public Store(ILogger logger) : base(logger) { _logger = logger; }
//             ^^^^^ definition.method Store.Store
//                   ^^^^^^^ reference.type ILogger
//                           ^^^^^^ reference.name logger
//                                          ^^^^^^ reference.name logger
//                                                    ^^^^^^^ reference.name _logger
//                                                              ^^^^^^ reference.name logger
        ~Store() { Close(); }
//       ^^^^^ reference.name Store
//                 ^^^^^ reference.call Close
        public static Store<T> operator +(Store<T> one, Item two) => one;
//                    ^^^^^ reference.type Store
//                          ^ reference.type T
//                                        ^^^^^ reference.type Store
//                                              ^ reference.type T
//                                                 ^^^ reference.name one
//                                                      ^^^^ reference.type Item
//                                                           ^^^ reference.name two
//                                                                   ^^^ reference.name one
        void IDisposable.Dispose() { }
//           ^^^^^^^^^^^ reference.type IDisposable
//                       ^^^^^^^ definition.method Store.Dispose

        delegate int Operation(Item item);
//                   ^^^^^^^^^ definition.type Store.Operation
//                             ^^^^ reference.type Item
//                                  ^^^^ reference.name item
        struct Inner { public Item Held; }
//             ^^^^^ definition.struct Store.Inner
//                            ^^^^ reference.type Item
//                                 ^^^^ definition.field Store.Inner.Held
        enum Color { Red = 1, Green }
//           ^^^^^ definition.enum Store.Color
//                   ^^^ definition.constant Store.Color.Red
//                            ^^^^^ definition.constant Store.Color.Green
        interface IShape { double Area(); int Points { get; } }
//                ^^^^^^ definition.interface Store.IShape
//                                ^^^^ definition.method Store.IShape.Area
//                                            ^^^^^^ definition.field Store.IShape.Points
        record Point(int X, int Y) : IPoint;
//             ^^^^^ definition.class Store.Point
//                       ^ definition.field Store.Point.X
//                              ^ definition.field Store.Point.Y
//                                   ^^^^^^ reference.implementation IPoint
        class Counting(int start) : Base(start) { }
//            ^^^^^^^^ definition.class Store.Counting
//                         ^^^^^ reference.name start
//                                  ^^^^ reference.implementation Base
//                                       ^^^^^ reference.name start
    }
}
