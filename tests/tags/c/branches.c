#ifdef THREADS
//     ^^^^^^^ reference.name THREADS
int start(struct pool *pool)
//  ^^^^^ definition.function start
//               ^^^^ reference.type pool
//                     ^^^^ reference.name pool
#else
int start(void)
//  ^^^^^ reference.name start
#endif
{
#ifdef THREADS
//     ^^^^^^^ reference.name THREADS
    if (lock(pool)) {
//      ^^^^ reference.call lock
//           ^^^^ reference.name pool
#elif defined(PROCESSES)
    if (fork_all()) {
//      ^^^^^^^^ reference.call fork_all
#else
    if (ready()) {
//      ^^^^^ reference.call ready
#endif
        int local = 1;
//          ^^^^^ reference.name local
        run(local);
//      ^^^ reference.call run
//          ^^^^^ reference.name local
    }
    return 0;
}

#if 0
int dead(void) {
//  ^^^^ reference.name dead
#else
int alive(void) {
//  ^^^^^ definition.function alive
#endif
    return 1;
}

PUBLIC_BEGIN
// @0+12 reference.type PUBLIC_BEGIN

struct after { int field; };
//     ^^^^^ definition.struct after
//                 ^^^^^ definition.field after.field
int after_all(void) { return alive(); }
//  ^^^^^^^^^ definition.function after_all
//                           ^^^^^ reference.call alive
