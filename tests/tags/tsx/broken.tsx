export const Before = () => <div>{title}</div>;
//           ^^^^^^ definition.function Before
//                           ^^^ reference.name div
//                                ^^^^^ reference.name title
//                                        ^^^ reference.name div

function Torn(: { return <div>; }}
//       ^^^^ reference.name Torn
//                ^^^^^^ reference.name return
//                        ^^^ reference.type div

export function After(): JSX.Element {
//              ^^^^^ definition.function After
//                       ^^^ reference.name JSX
//                           ^^^^^^^ reference.type Element
  return <Before />;
//        ^^^^^^ reference.call Before
}
