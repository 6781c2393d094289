@Injectable({ scope: "app" })
// @1+10 reference.call Injectable
//            ^^^^^ reference.name scope
export abstract class Store<T> extends Base<T> implements Reader, io.Writer<T> {
//                    ^^^^^ definition.class Store
//                          ^ reference.type T
//                                     ^^^^ reference.implementation Base
//                                          ^ reference.type T
//                                                        ^^^^^^ reference.implementation Reader
//                                                                ^^ reference.name io
//                                                                   ^^^^^^ reference.implementation Writer
//                                                                          ^ reference.type T
  private readonly items: Map<string, T> = new Map<string, T>();
//                 ^^^^^ definition.field Store.items
//                        ^^^ reference.type Map
//                                    ^ reference.type T
//                                             ^^^ reference.call Map
//                                                         ^ reference.type T
  static count = 0;
//       ^^^^^ definition.field Store.count
  declare owner: Owner;
//        ^^^^^ definition.field Store.owner
//               ^^^^^ reference.type Owner
  onChange?: (item: T) => void;
//^^^^^^^^ definition.field Store.onChange
//            ^^^^ reference.name item
//                  ^ reference.type T
  #secret = 1;
//^^^^^^^ definition.field Store.#secret
  flush = async () => { await this.write(); };
//^^^^^ definition.method Store.flush
//                                 ^^^^^ reference.call write
  reader = function () {};
//^^^^^^ definition.method Store.reader

  constructor(private readonly name: string, public limit?: number, readonly size = 3, plain: Plain = null!) {
//^^^^^^^^^^^ definition.method Store.constructor
//                             ^^^^ definition.field Store.name
//                                                  ^^^^^ definition.field Store.limit
//                                                                           ^^^^ definition.field Store.size
//                                                                                     ^^^^^ reference.name plain
//                                                                                            ^^^^^ reference.type Plain
    super();
    this.owner = new Owner(plain);
//       ^^^^^ reference.name owner
//                   ^^^^^ reference.call Owner
//                         ^^^^^ reference.name plain
  }

  abstract close(): void;
//         ^^^^^ definition.method Store.close
  get(key: string): T;
//^^^ definition.method Store.get
//    ^^^ reference.name key
//                  ^ reference.type T
  get(key: number): T;
//^^^ definition.method Store.get
//    ^^^ reference.name key
//                  ^ reference.type T
  get(key: any): T { return this.items.get(key)!; }
//^^^ definition.method Store.get
//    ^^^ reference.name key
//               ^ reference.type T
//                               ^^^^^ reference.name items
//                                     ^^^ reference.call get
//                                         ^^^ reference.name key
  protected async *each<U>(): AsyncGenerator<U> {}
//                 ^^^^ definition.method Store.each
//                      ^ reference.type U
//                            ^^^^^^^^^^^^^^ reference.type AsyncGenerator
//                                           ^ reference.type U
  override set(@Inject(TOKEN) key: string) {}
//         ^^^ definition.method Store.set
//              ^^^^^^ reference.call Inject
//                     ^^^^^ reference.name TOKEN
//                            ^^^ reference.name key
  static #hidden() {}
//       ^^^^^^^ definition.method Store.#hidden
  [Symbol.iterator]() {}
// ^^^^^^ reference.name Symbol
//        ^^^^^^^^ reference.name iterator
  @Input() title: string;
// ^^^^^ reference.call Input
//         ^^^^^ definition.field Store.title
  @Output changed;
// ^^^^^^ reference.call Output
//        ^^^^^^^ definition.field Store.changed
}

class Impl extends lib.Base {}
//    ^^^^ definition.class Impl
//                 ^^^ reference.name lib
//                     ^^^^ reference.implementation Base
const Made = class Inner implements Reader { read() {} };
//    ^^^^ definition.class Made
//                 ^^^^^ reference.type Inner
//                                  ^^^^^^ reference.implementation Reader
//                                           ^^^^ definition.method Made.read
abstract class Empty {}
//             ^^^^^ definition.class Empty
