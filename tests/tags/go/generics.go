package set
//      ^^^ reference.name set

type Set[T comparable] map[T]struct{}
//   ^^^ definition.type Set
//       ^ reference.type T
//         ^^^^^^^^^^ reference.type comparable
//                         ^ reference.type T

type Pair[K cmp.Ordered, V ~[]byte | fmt.Stringer] struct {
//   ^^^^ definition.struct Pair
//        ^ reference.type K
//          ^^^ reference.name cmp
//              ^^^^^^^ reference.type Ordered
//                       ^ reference.type V
//                            ^^^^ reference.type byte
//                                   ^^^ reference.name fmt
//                                       ^^^^^^^^ reference.type Stringer
	Key   K
// @1+3 definition.field Pair.Key
//     ^ reference.type K
	Value V
// @1+5 definition.field Pair.Value
//     ^ reference.type V
}

func New[T comparable](items ...T) Set[T] {
//   ^^^ definition.function New
//       ^ reference.type T
//         ^^^^^^^^^^ reference.type comparable
//                     ^^^^^ reference.name items
//                              ^ reference.type T
//                                 ^^^ reference.type Set
//                                     ^ reference.type T
	set := make(Set[T], len(items))
// @1+3 reference.name set
//      ^^^^ reference.call make
//           ^^^ reference.type Set
//               ^ reference.type T
//                   ^^^ reference.call len
//                       ^^^^^ reference.name items
	return set
//      ^^^ reference.name set
}

func (s Set[T]) Insert(items ...T) Set[T] {
//    ^ reference.name s
//      ^^^ reference.type Set
//          ^ reference.type T
//              ^^^^^^ definition.method Set.Insert
//                     ^^^^^ reference.name items
//                              ^ reference.type T
//                                 ^^^ reference.type Set
//                                     ^ reference.type T
	pair := Pair[string, []byte]{Key: "a"}
// @1+4 reference.name pair
//       ^^^^ reference.type Pair
//            ^^^^^^ reference.type string
//                      ^^^^ reference.type byte
//                            ^^^ reference.name Key
	use(pair, New[int](1), set.New[int, string](), New[T](items...), Map[*Node]())
// @1+3 reference.call use
//   ^^^^ reference.name pair
//         ^^^ reference.call New
//             ^^^ reference.type int
//                      ^^^ reference.name set
//                          ^^^ reference.call New
//                              ^^^ reference.type int
//                                   ^^^^^^ reference.type string
//                                              ^^^ reference.call New
//                                                  ^ reference.type T
//                                                     ^^^^^ reference.name items
//                                                                ^^^ reference.call Map
//                                                                     ^^^^ reference.type Node
	keys := maps.Keys[Set[T]]
// @1+4 reference.name keys
//       ^^^^ reference.name maps
//            ^^^^ reference.name Keys
//                 ^^^ reference.name Set
//                     ^ reference.name T
	return s.Union(Set[T]{}, keys)
//      ^ reference.name s
//        ^^^^^ reference.call Union
//              ^^^ reference.type Set
//                  ^ reference.type T
//                        ^^^^ reference.name keys
}

func (p *Pair[K, V]) Swap() {}
//    ^ reference.name p
//       ^^^^ reference.type Pair
//            ^ reference.type K
//               ^ reference.type V
//                   ^^^^ definition.method Pair.Swap
