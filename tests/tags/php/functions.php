<?php

function connect(string $host, int &$port = 80, callable ...$hooks): \Net\Socket
//       ^^^^^^^ definition.function connect
//                       ^^^^ reference.name host
//                                   ^^^^ reference.name port
//                                                           ^^^^^ reference.name hooks
//                                                                    ^^^ reference.name Net
//                                                                        ^^^^^^ reference.type Socket
{
    static $calls = 0;
//          ^^^^^ reference.name calls
    global $config;
//          ^^^^^^ reference.name config
    $attempt = $calls + 1;
//   ^^^^^^^ reference.name attempt
//              ^^^^^ reference.name calls
    function helper() {}
//           ^^^^^^ definition.function connect::helper
    return open($host, ...$hooks);
//         ^^^^ reference.call open
//               ^^^^ reference.name host
//                         ^^^^^ reference.name hooks
}

$total = 1;
// @1+5 definition.variable total
$double = fn($x) => $x * 2;
// @1+6 definition.function double
//            ^ reference.name x
//                   ^ reference.name x
$print = function (int $n) use ($total): void { $inner = 1; echo $n; };
// @1+5 definition.function print
//                      ^ reference.name n
//                               ^^^^^ reference.name total
//                                               ^^^^^ reference.name inner
//                                                                ^ reference.name n
if (!function_exists('late')) {
//   ^^^^^^^^^^^^^^^ reference.call function_exists
    function late() {}
//           ^^^^ definition.function late
    $found = true;
//   ^^^^^ definition.variable found
}
foreach ($list as $key => $value) {
//        ^^^^ reference.name list
//                 ^^^ reference.name key
//                         ^^^^^ reference.name value
    $last = $value;
//   ^^^^ definition.variable last
//           ^^^^^ reference.name value
}
[$a, $b] = pair();
//^ definition.variable a
//    ^ definition.variable b
//         ^^^^ reference.call pair
list('k' => $c) = pair();
//           ^ definition.variable c
//                ^^^^ reference.call pair
$alias = &$total;
// @1+5 definition.variable alias
//         ^^^^^ reference.name total
$total += $double(2);
// @1+5 reference.name total
//         ^^^^^^ reference.call double
$f = strlen(...);
// @1+1 definition.variable f
//   ^^^^^^ reference.call strlen
namespace\here();
//        ^^^^ reference.call here
\Lib\there();
// @1+3 reference.name Lib
//   ^^^^^ reference.call there
$object->$method();
// @1+6 reference.name object
//        ^^^^^^ reference.name method
$class::make();
// @1+5 reference.name class
//      ^^^^ reference.call make
goto end;
//   ^^^ reference.name end
end:
// @0+3 reference.name end
