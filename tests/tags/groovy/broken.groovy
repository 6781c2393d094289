def before() { helper() }
//  ^^^^^^ definition.function before
//             ^^^^^^ reference.call helper

class Torn {
//    ^^^^ reference.name Torn
    def open( { if (x == ) {
//      ^^^^ reference.name open
//                  ^ reference.name x
}

def after() {
//  ^^^^^ definition.function after
    helper(1)
//  ^^^^^^ reference.call helper
}
