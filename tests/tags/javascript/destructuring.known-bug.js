const { pool, cache: { size } } = options;
//      ^^^^ definition.constant pool
//            ^^^^^ reference.name cache
//                     ^^^^ definition.constant size
//                                ^^^^^^^ reference.name options
