/* Größe: the columns count bytes. */
static int größe = 1;
//         ^^^^^ definition.variable größe
int länge(int ü) { return größe + ü; }
//  ^^^^^ definition.function länge
//            ^ reference.name ü
//                        ^^^^^ reference.name größe
//                                ^ reference.name ü
#define BEIDE(a) \
//      ^^^^^ definition.macro BEIDE
//            ^ reference.name a
    länge(a)
//  ^^^^^ reference.call länge
//        ^ reference.name a
