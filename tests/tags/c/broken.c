int before(void) { return 1; }
//  ^^^^^^ definition.function before

int broken(int a) {
//  ^^^^^^ definition.function broken
//             ^ reference.name a
    int x = a +;
//      ^ reference.name x
//          ^ reference.name a
    if (x { run(x); }
//      ^ reference.name x
//          ^^^ reference.call run
//              ^ reference.name x
    return before( ;
//         ^^^^^^ reference.call before
}

struct after_it { int field; };
//     ^^^^^^^^ definition.struct after_it
//                    ^^^^^ definition.field after_it.field
int after(void) { return before(); }
//  ^^^^^ definition.function after
//                       ^^^^^^ reference.call before
