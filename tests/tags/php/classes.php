<?php

abstract class Store extends Base implements Reader, \Io\Writer
//             ^^^^^ definition.class Store
//                           ^^^^ reference.implementation Base
//                                           ^^^^^^ reference.implementation Reader
//                                                    ^^ reference.name Io
//                                                       ^^^^^^ reference.implementation Writer
{
    use Logs, \Traits\Counts {
//      ^^^^ reference.implementation Logs
//             ^^^^^^ reference.name Traits
//                    ^^^^^^ reference.implementation Counts
        Logs::log insteadof Counts;
//      ^^^^ reference.type Logs
//            ^^^ reference.name log
//                          ^^^^^^ reference.type Counts
        Counts::count as protected tally;
//      ^^^^^^ reference.type Counts
//              ^^^^^ reference.name count
//                                 ^^^^^ reference.name tally
    }

    const LIMIT = 10, MORE = self::LIMIT;
//        ^^^^^ definition.constant Store::LIMIT
//                    ^^^^ definition.constant Store::MORE
//                                 ^^^^^ reference.name LIMIT
    final public const string NAME = 'store';
//                            ^^^^ definition.constant Store::NAME
    public static ?int $count = 0, $total;
//                      ^^^^^ definition.field Store::count
//                                  ^^^^^ definition.field Store::total
    private readonly Foo|\Bar\Baz $mixed;
//                   ^^^ reference.type Foo
//                        ^^^ reference.name Bar
//                            ^^^ reference.type Baz
//                                 ^^^^^ definition.field Store::mixed
    var $old;
//       ^^^ definition.field Store::old

    public function __construct(private Pool $pool, protected readonly ?int $size = null, string $plain = '')
//                  ^^^^^^^^^^^ definition.method Store::__construct
//                                      ^^^^ reference.type Pool
//                                            ^^^^ definition.field Store::pool
//                                                                           ^^^^ definition.field Store::size
//                                                                                                ^^^^^ reference.name plain
    {
        parent::__construct($plain);
//              ^^^^^^^^^^^ reference.call __construct
//                           ^^^^^ reference.name plain
        $this->later = new Pool();
//             ^^^^^ reference.name later
//                         ^^^^ reference.call Pool
        self::$count++;
//             ^^^^^ reference.name count
    }

    abstract protected static function open(): static;
//                                     ^^^^ definition.method Store::open
//                                             ^^^^^^ reference.type static

    public function &find(string $key, Item ...$items): ?Item
//                   ^^^^ definition.method Store::find
//                                ^^^ reference.name key
//                                     ^^^^ reference.type Item
//                                              ^^^^^ reference.name items
//                                                       ^^^^ reference.type Item
    {
        $local = fn(Item $item) => $item->key;
//       ^^^^^ definition.function Store::find::local
//                  ^^^^ reference.type Item
//                        ^^^^ reference.name item
//                                  ^^^^ reference.name item
//                                        ^^^ reference.name key
        return static::search($local)?->first() ?? self::NAME;
//                     ^^^^^^ reference.call search
//                             ^^^^^ reference.name local
//                                      ^^^^^ reference.call first
//                                                       ^^^^ reference.name NAME
    }

    public string $hooked { get => strtoupper($this->raw); }
//                 ^^^^^^ definition.field Store::hooked
//                          ^^^ reference.name get
//                                 ^^^^^^^^^^ reference.call strtoupper
//                                                   ^^^ reference.name raw
}

final readonly class Point {}
//                   ^^^^^ definition.class Point

function make()
//       ^^^^ definition.function make
{
    return new class(1) extends Store implements Countable {
//                              ^^^^^ reference.implementation Store
//                                               ^^^^^^^^^ reference.implementation Countable
        private $inner;
//               ^^^^^ definition.field make::inner
        public function count(): int { return 0; }
//                      ^^^^^ definition.method make::count
    };
}
