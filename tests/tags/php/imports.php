<?php

namespace App\Models;
//        ^^^ reference.name App
//            ^^^^^^ reference.name Models

use Lib\Http\Client as HttpClient, Single;
//  ^^^^^^^^^^^^^^^ reference.import Lib\Http\Client
//      ^^^^ reference.name Http
//           ^^^^^^ reference.import Client
//                     ^^^^^^^^^^ reference.name HttpClient
//                                 ^^^^^^ reference.import Single
use function Lib\Text\{trim_all, Deep\split as cut};
//           ^^^^^^^^ reference.import Lib\Text
//               ^^^^ reference.name Text
//                     ^^^^^^^^ reference.import trim_all
//                               ^^^^^^^^^^ reference.import Deep\split
//                                    ^^^^^ reference.import split
//                                             ^^^ reference.name cut
use const Lib\Config\LIMIT;
//        ^^^^^^^^^^^^^^^^ reference.import Lib\Config\LIMIT
//            ^^^^^^ reference.name Config
//                   ^^^^^ reference.import LIMIT
use Lib\{First, Second as Other};
//  ^^^ reference.import Lib
//       ^^^^^ reference.import First
//              ^^^^^^ reference.import Second
//                        ^^^^^ reference.name Other

require_once __DIR__ . '/helpers.php';
//           ^^^^^^^ reference.name __DIR__
//                      ^^^^^^^^^^^^ reference.import /helpers.php
include 'view.phtml';
//       ^^^^^^^^^^ reference.import view.phtml
require('plain.php');
//       ^^^^^^^^^ reference.import plain.php
include_once dirname(__FILE__) . "/config.php";
//           ^^^^^^^ reference.call dirname
//                   ^^^^^^^^ reference.name __FILE__
//                                ^^^^^^^^^^^ reference.import /config.php

class User extends Single
//    ^^^^ definition.class User
//                 ^^^^^^ reference.implementation Single
{
    #[Column(type: 'string'), \Orm\Id]
//    ^^^^^^ reference.call Column
//           ^^^^ reference.name type
//                             ^^^ reference.name Orm
//                                 ^^ reference.call Id
    public HttpClient $client;
//         ^^^^^^^^^^ reference.type HttpClient
//                     ^^^^^^ definition.field User::client

    public function load(): void
//                  ^^^^ definition.method User::load
    {
        try {
            cut(new HttpClient());
//          ^^^ reference.call cut
//                  ^^^^^^^^^^ reference.call HttpClient
        } catch (First | \RuntimeException $error) {
//               ^^^^^ reference.type First
//                        ^^^^^^^^^^^^^^^^ reference.type RuntimeException
//                                          ^^^^^ reference.name error
            if ($error instanceof Other) {
//               ^^^^^ reference.name error
//                                ^^^^^ reference.type Other
                throw new \LogicException();
//                         ^^^^^^^^^^^^^^ reference.call LogicException
            }
        }
    }
}
