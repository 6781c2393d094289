<?php

interface Reader extends Base, \Io\Closer
//        ^^^^^^ definition.interface Reader
//                       ^^^^ reference.implementation Base
//                              ^^ reference.name Io
//                                 ^^^^^^ reference.implementation Closer
{
    const SIZE = 4096;
//        ^^^^ definition.constant Reader::SIZE
    public function read(int $size): string;
//                  ^^^^ definition.method Reader::read
//                            ^^^^ reference.name size
}

trait Logs
//    ^^^^ definition.interface Logs
{
    private array $lines = [];
//                 ^^^^^ definition.field Logs::lines
    abstract public function name(): string;
//                           ^^^^ definition.method Logs::name
    public static function log(string $line): void {}
//                         ^^^ definition.method Logs::log
//                                     ^^^^ reference.name line
}

enum Suit: string implements HasLabel
//   ^^^^ definition.enum Suit
//                           ^^^^^^^^ reference.implementation HasLabel
{
    case Hearts = 'h';
//       ^^^^^^ definition.constant Suit::Hearts
    case Spades = 's';
//       ^^^^^^ definition.constant Suit::Spades
    const Wild = self::Spades;
//        ^^^^ definition.constant Suit::Wild
//                     ^^^^^^ reference.name Spades
    public function label(): string { return ucfirst($this->name); }
//                  ^^^^^ definition.method Suit::label
//                                           ^^^^^^^ reference.call ucfirst
//                                                          ^^^^ reference.name name
}

enum Plain { case One; }
//   ^^^^^ definition.enum Plain
//                ^^^ definition.constant Plain::One
