<?php
class Größe {
//    ^^^^^ definition.class Größe
	public $名 = 1;
//       ^ definition.field Größe::名
	function list() { return $this->名; }
//        ^^^^ definition.method Größe::list
//                               ^ reference.name 名
	static function self_() { $f = function() { return new class { function deep() { function deeper() {} } }; }; }
//               ^^^^^ definition.method Größe::self_
//                          ^ definition.function Größe::self_::f
//                                                                       ^^^^ definition.method Größe::self_::f::deep
//                                                                                         ^^^^^^ definition.function Größe::self_::f::deep::deeper
	function __get($class) { return match(true) { default => $this->$class, }; }
//        ^^^^^ definition.method Größe::__get
//               ^^^^^ reference.name class
//                                                                ^^^^^ reference.name class
}
$größe = new Größe;
// @1+5 definition.variable größe
//           ^^^^^ reference.call Größe
$text = "a $größe {$größe->list()}";
// @1+4 definition.variable text
//          ^^^^^ reference.name größe
//                  ^^^^^ reference.name größe
//                         ^^^^ reference.call list
