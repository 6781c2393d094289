#region what it says isn't "code
using System;
//    ^^^^^^ reference.import System
#endregion
var limit = 10;
//  ^^^^^ definition.variable limit
Console.WriteLine($"{limit} of {Count(limit)}");
// @0+7 reference.name Console
//      ^^^^^^^^^ reference.call WriteLine
//                   ^^^^^ reference.name limit
//                              ^^^^^ reference.call Count
//                                    ^^^^^ reference.name limit
int Count(int of) => of;
//  ^^^^^ definition.function Count
//            ^^ reference.name of
//                   ^^ reference.name of
class Both {
//    ^^^^ definition.class Both
#if DEBUG
//  ^^^^^ reference.name DEBUG
    void Run(int level) {
//       ^^^ definition.method Both.Run
//               ^^^^^ reference.name level
#else
    void Run() {
//       ^^^ definition.function Both.Run.Run
#endif
        Stop();
//      ^^^^ reference.call Stop
    }
    int after;
//      ^^^^^ definition.field Both.after
}
var text = @"a ""quoted"" call()" + """raw "quoted" call()""" + $@"has ""{limit}""";
//  ^^^^ definition.variable text
//                                                                        ^^^^^ reference.name limit
