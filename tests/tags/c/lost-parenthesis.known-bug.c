int broken(int a {
//  ^^^^^^ definition.function broken
//             ^ reference.name a
    return a +;
//         ^ reference.name a
}

int after(void) { return 1; }
//  ^^^^^ definition.function after
