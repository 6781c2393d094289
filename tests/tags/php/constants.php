<?php

const VERSION = '1.0', BUILD = VERSION . '-1';
//    ^^^^^^^ definition.constant VERSION
//                     ^^^^^ definition.constant BUILD
//                             ^^^^^^^ reference.name VERSION
define('APP_DEBUG', true);
// @0+6 reference.call define
//      ^^^^^^^^^ definition.constant APP_DEBUG
\define("APP_ENV", getenv('ENV'));
// @1+6 reference.call define
//       ^^^^^^^ definition.constant APP_ENV
//                 ^^^^^^ reference.call getenv
define($dynamic, 1);
// @0+6 reference.call define
//      ^^^^^^^ reference.name dynamic

class Limits
//    ^^^^^^ definition.class Limits
{
    public const int MAX = PHP_INT_MAX;
//                   ^^^ definition.constant Limits::MAX
//                         ^^^^^^^^^^^ reference.name PHP_INT_MAX
    protected const SHARES = [self::MAX => Other::MIN, 'a' => \Deep\Other::MIN];
//                  ^^^^^^ definition.constant Limits::SHARES
//                                  ^^^ reference.name MAX
//                                         ^^^^^ reference.type Other
//                                                ^^^ reference.name MIN
//                                                             ^^^^ reference.name Deep
//                                                                  ^^^^^ reference.type Other
//                                                                         ^^^ reference.name MIN
}

echo VERSION, APP_DEBUG, Limits::MAX, Limits::class, __DIR__, M_PI;
//   ^^^^^^^ reference.name VERSION
//            ^^^^^^^^^ reference.name APP_DEBUG
//                       ^^^^^^ reference.type Limits
//                               ^^^ reference.name MAX
//                                    ^^^^^^ reference.type Limits
//                                            ^^^^^ reference.name class
//                                                   ^^^^^^^ reference.name __DIR__
//                                                            ^^^^ reference.name M_PI
