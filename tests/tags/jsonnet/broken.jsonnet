local first = ;
//    ^^^^^ reference.name first
{
  good:: 1,
//^^^^ definition.field good
  bad: [1, ,
//^^^ definition.field bad
  last(x): x,
//^^^^ reference.call last
//     ^ reference.name x
//         ^ reference.name x
}
