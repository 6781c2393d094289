impl<T: Clone, const N: usize> Server<T, N> {
//   ^ reference.type T
//      ^^^^^ reference.type Clone
//                   ^ reference.name N
//                             ^^^^^^ reference.type Server
//                                    ^ reference.type T
//                                       ^ reference.type N
    const LEAST: usize = 1;
//        ^^^^^ definition.constant Server::LEAST

    pub async fn run(&self, rest: &[u8]) -> Outcome<()> {
//               ^^^ definition.method Server::run
//                          ^^^^ reference.name rest
//                                          ^^^^^^^ reference.type Outcome
        fn within() {}
//         ^^^^^^ definition.function Server::run::within
        const STEP: u8 = 1;
//            ^^^^ definition.constant Server::run::STEP
        self.stop(rest).await?;
//           ^^^^ reference.call stop
//                ^^^^ reference.name rest
        Self::open::<u8>(MOST);
//            ^^^^ reference.call open
//                       ^^^^ reference.name MOST
        Ok(())
//      ^^ reference.call Ok
    }
}
impl<T> fmt::Display for Server<T> {
//   ^ reference.type T
//      ^^^ reference.name fmt
//           ^^^^^^^ reference.implementation Display
//                       ^^^^^^ reference.type Server
//                              ^ reference.type T
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
//     ^^^ definition.method Server::fmt
//                ^ reference.name f
//                        ^^^ reference.name fmt
//                             ^^^^^^^^^ reference.type Formatter
//                                               ^^^ reference.name fmt
//                                                    ^^^^^^ reference.type Result
        write!(f, "{}", self.name)
//      ^^^^^ reference.call write
//             ^ reference.name f
//                           ^^^^ reference.name name
    }
}
impl<'a> From<&'a Pair> for store::Unit {
//    ^ reference.name a
//       ^^^^ reference.implementation From
//              ^ reference.name a
//                ^^^^ reference.type Pair
//                          ^^^^^ reference.name store
//                                 ^^^^ reference.type Unit
    type Error = Failure;
//       ^^^^^ definition.type Unit::Error
//               ^^^^^^^ reference.type Failure
    fn from(_: &'a Pair) -> Self {
//     ^^^^ definition.method Unit::from
//               ^ reference.name a
//                 ^^^^ reference.type Pair
        Unit
//      ^^^^ reference.name Unit
    }
}
impl Source for &mut Pair {
//   ^^^^^^ reference.implementation Source
//                   ^^^^ reference.type Pair
    fn next(&mut self) {}
//     ^^^^ definition.method Pair::next
}
impl dyn Source {
//       ^^^^^^ reference.type Source
    fn least(&self) {}
//     ^^^^^ definition.method Source::least
}
impl super::Marker for Box<dyn Source> {}
//          ^^^^^^ reference.implementation Marker
//                     ^^^ reference.type Box
//                             ^^^^^^ reference.type Source
impl Hash for u64 {
//   ^^^^ reference.implementation Hash
    fn hash(&self) {}
//     ^^^^ definition.method u64::hash
}
mod inner {
//  ^^^^^ definition.module inner
    impl Deep {
//       ^^^^ reference.type Deep
        fn run() {}
//         ^^^ definition.method inner::Deep::run
    }
}
