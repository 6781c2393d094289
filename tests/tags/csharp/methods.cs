namespace Company.Store.Run;
//        ^^^^^^^ reference.name Company
//                ^^^^^ reference.name Store
//                      ^^^ reference.name Run

[Route("api"), Filters.Logged]
// @1+5 reference.type Route
//             ^^^^^^^ reference.name Filters
//                     ^^^^^^ reference.type Logged
class Runner
//    ^^^^^^ definition.class Runner
{
    [HttpGet("items/{id}")]
//   ^^^^^^^ reference.type HttpGet
    public async Task<List<Item>> RunAsync<U>(string name, Item[] items, int? limit = null) where U : class
//               ^^^^ reference.type Task
//                    ^^^^ reference.type List
//                         ^^^^ reference.type Item
//                                ^^^^^^^^ definition.method Runner.RunAsync
//                                         ^ reference.name U
//                                                   ^^^^ reference.name name
//                                                         ^^^^ reference.type Item
//                                                                ^^^^^ reference.name items
//                                                                            ^^^^^ reference.name limit
//                                                                                                ^ reference.name U
    {
        int Local(int x) => x + 1;
//          ^^^^^ definition.function Runner.RunAsync.Local
//                    ^ reference.name x
//                          ^ reference.name x
        var local = new List<int> { Local(1) };
//          ^^^^^ reference.name local
//                      ^^^^ reference.call List
//                                  ^^^^^ reference.call Local
        Item item = new() { Name = nameof(name) };
//      ^^^^ reference.type Item
//           ^^^^ reference.name item
//                          ^^^^ reference.name Name
//                                        ^^^^ reference.name name
        foreach (Item each in items) each?.Open()?.Close(each);
//               ^^^^ reference.type Item
//                    ^^^^ reference.name each
//                            ^^^^^ reference.name items
//                                   ^^^^ reference.name each
//                                         ^^^^ reference.call Open
//                                                 ^^^^^ reference.call Close
//                                                       ^^^^ reference.name each
        if (item is Special special && item as Other != null) Handle<Special>(special);
//          ^^^^ reference.name item
//                  ^^^^^^^ reference.type Special
//                          ^^^^^^^ reference.name special
//                                     ^^^^ reference.name item
//                                             ^^^^^ reference.type Other
//                                                            ^^^^^^ reference.call Handle
//                                                                   ^^^^^^^ reference.type Special
//                                                                            ^^^^^^^ reference.name special
        try { this.base1.Start(); }
//                 ^^^^^ reference.name base1
//                       ^^^^^ reference.call Start
        catch (IoException error) when (error.Code == Codes.Io) { throw new StoreException("x", error); }
//             ^^^^^^^^^^^ reference.type IoException
//                         ^^^^^ reference.name error
//                                      ^^^^^ reference.name error
//                                            ^^^^ reference.name Code
//                                                    ^^^^^ reference.name Codes
//                                                          ^^ reference.name Io
//                                                                          ^^^^^^^^^^^^^^ reference.call StoreException
//                                                                                              ^^^^^ reference.name error
        Func<int, int> twice = x => Local(x) * 2;
//      ^^^^ reference.type Func
//                     ^^^^^ reference.name twice
//                                  ^^^^^ reference.call Local
//                                        ^ reference.name x
        var query = from one in items where one.Ok select one.Name;
//          ^^^^^ reference.name query
//                       ^^^ reference.name one
//                              ^^^^^ reference.name items
//                                          ^^^ reference.name one
//                                              ^^ reference.name Ok
//                                                        ^^^ reference.name one
//                                                            ^^^^ reference.name Name
        (int, Item) pair = (1, (Item)item);
//            ^^^^ reference.type Item
//                  ^^^^ reference.name pair
//                              ^^^^ reference.type Item
//                                   ^^^^ reference.name item
        switch (item) { case Special { Id: 1 } found: break; case null: break; }
//              ^^^^ reference.name item
//                           ^^^^^^^ reference.type Special
//                                     ^^ reference.name Id
//                                             ^^^^^ reference.name found
        return await Store.Default.FindAsync<Item>(typeof(Item), out var result);
//                   ^^^^^ reference.name Store
//                         ^^^^^^^ reference.name Default
//                                 ^^^^^^^^^ reference.call FindAsync
//                                           ^^^^ reference.type Item
//                                                        ^^^^ reference.type Item
//                                                                       ^^^^^^ reference.name result
    }
}
