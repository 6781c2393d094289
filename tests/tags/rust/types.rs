//! Types and what they hold.

#[derive(Debug, Clone, thiserror::Error)]
//^^^^^^ reference.call derive
//       ^^^^^ reference.implementation Debug
//              ^^^^^ reference.implementation Clone
//                     ^^^^^^^^^ reference.name thiserror
//                                ^^^^^ reference.implementation Error
pub enum Failure {
//       ^^^^^^^ definition.enum Failure
    #[error("no {0} here")]
//    ^^^^^ reference.call error
    NotFound(String),
//  ^^^^^^^^ definition.constant Failure::NotFound
//           ^^^^^^ reference.type String
    Io { source: std::io::Error },
//  ^^ definition.constant Failure::Io
//       ^^^^^^ definition.field Failure::Io::source
//               ^^^ reference.name std
//                    ^^ reference.name io
//                        ^^^^^ reference.type Error
    Odd = 3,
//  ^^^ definition.constant Failure::Odd
}

pub struct Server<T: Clone, const N: usize>
//         ^^^^^^ definition.struct Server
//                ^ reference.type T
//                   ^^^^^ reference.type Clone
//                                ^ reference.name N
where
    T: Send,
//  ^ reference.type T
//     ^^^^ reference.type Send
{
    pub name: String,
//      ^^^^ definition.field Server::name
//            ^^^^^^ reference.type String
    pub(crate) r#type: Option<T>,
//               ^^^^ definition.field Server::type
//                     ^^^^^^ reference.type Option
//                            ^ reference.type T
}
struct Pair(pub u8, Vec<Failure>);
//     ^^^^ definition.struct Pair
//                  ^^^ reference.type Vec
//                      ^^^^^^^ reference.type Failure
struct Unit;
//     ^^^^ definition.struct Unit
union Bits {
//    ^^^^ definition.struct Bits
    whole: u32,
//  ^^^^^ definition.field Bits::whole
}
type Outcome<T> = std::result::Result<T, Failure>;
//   ^^^^^^^ definition.type Outcome
//           ^ reference.type T
//                ^^^ reference.name std
//                     ^^^^^^ reference.name result
//                             ^^^^^^ reference.type Result
//                                    ^ reference.type T
//                                       ^^^^^^^ reference.type Failure

pub trait Source: Debug + fmt::Display + Into<Unit> {
//        ^^^^^^ definition.interface Source
//                ^^^^^ reference.implementation Debug
//                        ^^^ reference.name fmt
//                             ^^^^^^^ reference.implementation Display
//                                       ^^^^ reference.implementation Into
//                                            ^^^^ reference.type Unit
    type Item: Clone;
//       ^^^^ definition.type Source::Item
//             ^^^^^ reference.type Clone
    const LIMIT: usize = 3;
//        ^^^^^ definition.constant Source::LIMIT
    fn next(&mut self) -> Option<Self::Item>;
//     ^^^^ definition.method Source::next
//                        ^^^^^^ reference.type Option
//                                     ^^^^ reference.type Item
    fn all(self) -> Vec<Self::Item> {
//     ^^^ definition.method Source::all
//                  ^^^ reference.type Vec
//                            ^^^^ reference.type Item
        collect(self)
//      ^^^^^^^ reference.call collect
    }
}

const MOST: u32 = 10;
//    ^^^^ definition.constant MOST
static mut OPENED: u32 = 0;
//         ^^^^^^ definition.variable OPENED
