pub struct Before {
//         ^^^^^^ definition.struct Before
    name: String,
//  ^^^^ definition.field Before::name
//        ^^^^^^ reference.type String
}

impl Before {
//   ^^^^^^ reference.type Before
    fn open(&self) {
//     ^^^^ definition.method Before::open
        let x = ;
//          ^ reference.name x
        self.close(
//           ^^^^^ reference.name close
    }
    fn close(&self) {}
//     ^^^^^ definition.method Before::close
}

fn after() -> Before {
// ^^^^^ definition.function after
//            ^^^^^^ reference.type Before
    make()
//  ^^^^ reference.call make
}
