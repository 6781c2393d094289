use std::collections::HashMap;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ reference.import std::collections::HashMap
//       ^^^^^^^^^^^ reference.name collections
//                    ^^^^^^^ reference.import HashMap

extern "C" {
    fn native(count: i32);
//     ^^^^^^ definition.function native
//            ^^^^^ reference.name count
    static errno: i32;
//         ^^^^^ definition.variable errno
}

#[tokio::main]
//^^^^^ reference.name tokio
//       ^^^^ reference.call main
pub async fn main() {
//           ^^^^ definition.function main
    let mut server = Server { name: "x".into(), limit };
//          ^^^^^^ reference.name server
//                   ^^^^^^ reference.type Server
//                            ^^^^ reference.name name
//                                      ^^^^ reference.call into
//                                              ^^^^^ reference.name limit
    let Server { name, .. } = server;
//      ^^^^^^ reference.type Server
//               ^^^^ reference.name name
//                            ^^^^^^ reference.name server
    let pair = Pair(1, store::open::<u8>());
//      ^^^^ reference.name pair
//             ^^^^ reference.call Pair
//                     ^^^^^ reference.name store
//                            ^^^^ reference.call open
    let add = |a: u8, b| a + b;
//      ^^^ reference.name add
//             ^ reference.name a
//                    ^ reference.name b
//                       ^ reference.name a
//                           ^ reference.name b
    server.limit = add(1, 2);
//  ^^^^^^ reference.name server
//         ^^^^^ reference.name limit
//                 ^^^ reference.call add
    server.run().await;
//  ^^^^^^ reference.name server
//         ^^^ reference.call run
    let shown: Box<dyn Fn(Pair) -> store::Unit> = make();
//      ^^^^^ reference.name shown
//             ^^^ reference.type Box
//                     ^^ reference.type Fn
//                        ^^^^ reference.type Pair
//                                 ^^^^^ reference.name store
//                                        ^^^^ reference.type Unit
//                                                ^^^^ reference.call make
    'outer: loop {
//   ^^^^^ reference.name outer
        break 'outer;
//             ^^^^^ reference.name outer
    }
    match pair {
//        ^^^^ reference.name pair
        Pair(first, _) if first > 1 => Failure::NotFound(name),
//      ^^^^ reference.name Pair
//           ^^^^^ reference.name first
//                        ^^^^^ reference.name first
//                                     ^^^^^^^ reference.name Failure
//                                              ^^^^^^^^ reference.call NotFound
//                                                       ^^^^ reference.name name
        Failure::Odd => HashMap::new(),
//      ^^^^^^^ reference.name Failure
//               ^^^ reference.name Odd
//                      ^^^^^^^ reference.name HashMap
//                               ^^^ reference.call new
        _ => store::MOST as usize,
//           ^^^^^ reference.name store
//                  ^^^^ reference.name MOST
    }
}

#[cfg(test)]
//^^^ reference.call cfg
//    ^^^^ reference.name test
mod tests {
//  ^^^^^ definition.module tests
    use super::*;

    #[test]
//    ^^^^ reference.call test
    fn it_runs() {
//     ^^^^^^^ definition.function tests::it_runs
        assert_eq!(main(), pair.first(), "both {}", name);
//      ^^^^^^^^^ reference.call assert_eq
//                 ^^^^ reference.call main
//                         ^^^^ reference.name pair
//                              ^^^^^ reference.call first
//                                                  ^^^^ reference.name name
    }
}
