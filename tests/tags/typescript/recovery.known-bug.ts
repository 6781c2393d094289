function torn(: { if (x == ) {
  }}

type Later = After;
//   ^^^^^ definition.type Later
//           ^^^^^ reference.type After
