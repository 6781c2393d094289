struct forward;
//     ^^^^^^^ reference.type forward
struct point { int x, *y, z[3]; };
//     ^^^^^ definition.struct point
//                 ^ definition.field point.x
//                     ^ definition.field point.y
//                        ^ definition.field point.z
union number { long whole; double real; };
//    ^^^^^^ definition.struct number
//                  ^^^^^ definition.field number.whole
//                                ^^^^ definition.field number.real
enum color { RED, GREEN = 2 };
//   ^^^^^ definition.enum color
//           ^^^ definition.constant color.RED
//                ^^^^^ definition.constant color.GREEN
enum { ANONYMOUS_A, ANONYMOUS_B };
//     ^^^^^^^^^^^ definition.constant ANONYMOUS_A
//                  ^^^^^^^^^^^ definition.constant ANONYMOUS_B

typedef struct {
    unsigned ready : 1, : 0, done : 2;
//           ^^^^^ definition.field job_t.ready
//                           ^^^^ definition.field job_t.done
    const char *names[4], **all;
//              ^^^^^ definition.field job_t.names
//                          ^^^ definition.field job_t.all
    int (*compare)(const void *, const void *);
//        ^^^^^^^ definition.field job_t.compare
    void *(*allocate)(size_t);
//          ^^^^^^^^ definition.field job_t.allocate
//                    ^^^^^^ reference.type size_t
    int (*table[2])(void);
//        ^^^^^ definition.field job_t.table
    struct { int inner; } part;
//               ^^^^^ definition.field job_t.part.inner
//                        ^^^^ definition.field job_t.part
    struct named { int deep; } other;
//         ^^^^^ definition.struct job_t.named
//                     ^^^^ definition.field job_t.named.deep
//                             ^^^^^ definition.field job_t.other
    union { long l; float f; };
//               ^ definition.field job_t.l
//                        ^ definition.field job_t.f
    struct point at;
//         ^^^^^ reference.type point
//               ^^ definition.field job_t.at
} job_t, *job_p;
//^^^^^ definition.struct job_t
//        ^^^^^ definition.type job_p

typedef struct node { struct node *next; } node_t, *node_p;
//             ^^^^ definition.struct node
//                           ^^^^ reference.type node
//                                 ^^^^ definition.field node.next
//                                         ^^^^^^ definition.type node_t
//                                                  ^^^^^^ definition.type node_p
typedef enum { LOW, HIGH } level_t;
//             ^^^ definition.constant level_t.LOW
//                  ^^^^ definition.constant level_t.HIGH
//                         ^^^^^^^ definition.enum level_t
typedef unsigned long word_t, words_t[8];
//                    ^^^^^^ definition.type word_t
//                            ^^^^^^^ definition.type words_t
typedef unsigned int uint32_t;
//                   ^^^^^^^^ definition.type uint32_t
typedef int (*callback_t)(int, void *);
//            ^^^^^^^^^^ definition.type callback_t
typedef void handler_t(int);
//           ^^^^^^^^^ definition.type handler_t
typedef void *(release_t)(void *);
//             ^^^^^^^^^ definition.type release_t
typedef struct forward forward_t;
//             ^^^^^^^ reference.type forward
//                     ^^^^^^^^^ definition.type forward_t

int sizes(void)
//  ^^^^^ definition.function sizes
{
    struct local { int inside; } here;
//         ^^^^^ definition.struct sizes.local
//                     ^^^^^^ definition.field sizes.local.inside
//                               ^^^^ reference.name here
    enum { LOCAL_CONSTANT };
//         ^^^^^^^^^^^^^^ definition.constant sizes.LOCAL_CONSTANT
    return sizeof(job_t) + sizeof(here);
//                ^^^^^ reference.name job_t
//                                ^^^^ reference.name here
}
