<?php

function before() { return helper(); }
//       ^^^^^^ definition.function before
//                         ^^^^^^ reference.call helper

class Torn {
//    ^^^^ reference.name Torn
    public function open( { if ($x == ) {
//                  ^^^^ reference.name open
//                               ^ reference.name x
}

class After
//    ^^^^^ definition.class After
{
    public function method(): After { return new After(); }
//                  ^^^^^^ definition.method After::method
//                            ^^^^^ reference.type After
//                                               ^^^^^ reference.call After
}

function later() {}
//       ^^^^^ definition.function later
