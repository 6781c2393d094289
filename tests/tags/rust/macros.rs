macro_rules! shout {
//           ^^^^^ definition.macro shout
    ($text:expr) => {
        println!("{}", $text.to_uppercase())
//      ^^^^^^^ reference.call println
//                           ^^^^^^^^^^^^ reference.call to_uppercase
    };
}

lazy_static! {
// @0+11 reference.call lazy_static
    static ref OPENED: IntCounter = register_int_counter!("opened", "help").unwrap();
//             ^^^^^^ definition.variable OPENED
//                     ^^^^^^^^^^ reference.name IntCounter
//                                  ^^^^^^^^^^^^^^^^^^^^ reference.call register_int_counter
//                                                                          ^^^^^^ reference.call unwrap
    pub static ref NAMES: Names = Names::new();
//                 ^^^^^ definition.variable NAMES
//                        ^^^^^ reference.name Names
//                                ^^^^^ reference.name Names
//                                       ^^^ reference.call new
}
pin_project! {
// @0+11 reference.call pin_project
    pub struct Stream<T> {
//             ^^^^^^ definition.struct Stream
//                    ^ reference.name T
        #[pin]
//        ^^^ reference.name pin
        inner: T,
//      ^^^^^ reference.name inner
//             ^ reference.name T
    }
}
c_enum! {
// @0+6 reference.call c_enum
    enum Code { One, Two }
//       ^^^^ definition.enum Code
//              ^^^ reference.name One
//                   ^^^ reference.name Two
}
proptest! {
// @0+8 reference.call proptest
    #[test]
//    ^^^^ reference.name test
    fn it_holds(a in 0..10u8) { check(a); }
//     ^^^^^^^^ definition.function it_holds
//              ^ reference.name a
//                              ^^^^^ reference.call check
//                                    ^ reference.name a
}

fn run() {
// ^^^ definition.function run
    shout!(name);
//  ^^^^^ reference.call shout
//         ^^^^ reference.name name
    tokio::select! {
//  ^^^^^ reference.name tokio
//         ^^^^^^ reference.call select
        _ = stop.recv() => { info!(count = 3, "stopped by {}", signal); }
//          ^^^^ reference.name stop
//               ^^^^ reference.call recv
//                           ^^^^ reference.call info
//                                 ^^^^^ reference.name count
//                                                             ^^^^^^ reference.name signal
        got = queue.next::<u8>() => handle(got),
//      ^^^ reference.name got
//            ^^^^^ reference.name queue
//                  ^^^^ reference.name next
//                                  ^^^^^^ reference.call handle
//                                         ^^^ reference.name got
    }
    store::put![Some(value)];
//  ^^^^^ reference.name store
//         ^^^ reference.call put
//              ^^^^ reference.call Some
//                   ^^^^^ reference.name value
}
