<?php

namespace First\Part {
//        ^^^^^^^^^^ definition.module First\Part
//              ^^^^ reference.name Part
    const LIMIT = 1;
//        ^^^^^ definition.constant First\Part::LIMIT
    $value = 2;
//   ^^^^^ definition.variable First\Part::value
    class Thing
//        ^^^^^ definition.class First\Part::Thing
    {
        public function run() {}
//                      ^^^ definition.method First\Part::Thing::run
    }
    function start() {}
//           ^^^^^ definition.function First\Part::start
}

namespace {
    function root() { return new \First\Part\Thing(); }
//           ^^^^ definition.function root
//                                ^^^^^ reference.name First
//                                      ^^^^ reference.name Part
//                                           ^^^^^ reference.call Thing
}
