extern crate alloc as memory;
//           ^^^^^ reference.import alloc
//                    ^^^^^^ reference.name memory
mod server;
//  ^^^^^^ definition.module server
pub(crate) mod store {
//             ^^^^^ definition.module store
    pub mod deep {
//          ^^^^ definition.module store::deep
        pub fn open() {}
//             ^^^^ definition.function store::deep::open
    }
    pub struct Unit;
//             ^^^^ definition.struct store::Unit
}
use std::{
//  ^^^ reference.import std
    collections::{HashMap, hash_map::Entry as Slot},
//  ^^^^^^^^^^^ reference.import collections
//                ^^^^^^^ reference.import HashMap
//                         ^^^^^^^^^^^^^^^ reference.import hash_map::Entry
//                                   ^^^^^ reference.import Entry
//                                            ^^^^ reference.name Slot
    fmt::{self, Debug},
//  ^^^ reference.import fmt
//              ^^^^^ reference.import Debug
    io,
//  ^^ reference.import io
};
use crate::store::*;
//  ^^^^^^^^^^^^ reference.import crate::store
//         ^^^^^ reference.name store
use self::server::Server as Front;
//  ^^^^^^^^^^^^^^^^^^^^ reference.import self::server::Server
//        ^^^^^^ reference.name server
//                ^^^^^^ reference.import Server
//                          ^^^^^ reference.name Front
use r#type;
//    ^^^^ reference.import type
pub use store::deep;
//      ^^^^^^^^^^^ reference.import store::deep
//             ^^^^ reference.import deep
