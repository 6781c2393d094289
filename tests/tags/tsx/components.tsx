import React, { useState } from "react";
//     ^^^^^ reference.import React
//              ^^^^^^^^ reference.import useState
//                               ^^^^^ reference.import react
import type { Props } from "./props";
//            ^^^^^ reference.import Props
//                          ^^^^^^^ reference.import ./props

export const Button: React.FC<Props> = ({ label, onPress }) => {
//           ^^^^^^ definition.function Button
//                   ^^^^^ reference.name React
//                         ^^ reference.type FC
//                            ^^^^^ reference.type Props
//                                        ^^^^^ reference.name label
//                                               ^^^^^^^ reference.name onPress
  const [pressed, setPressed] = useState<boolean>(false);
//       ^^^^^^^ reference.name pressed
//                ^^^^^^^^^^ reference.name setPressed
//                              ^^^^^^^^ reference.call useState
  const press = () => setPressed(!pressed);
//      ^^^^^ definition.function Button.press
//                    ^^^^^^^^^^ reference.call setPressed
//                                ^^^^^^^ reference.name pressed
  return <button type="button" onClick={press} {...label}>{label as string}</button>;
//        ^^^^^^ reference.name button
//               ^^^^ reference.name type
//                             ^^^^^^^ reference.name onClick
//                                      ^^^^^ reference.name press
//                                                 ^^^^^ reference.name label
//                                                         ^^^^^ reference.name label
//                                                                           ^^^^^^ reference.name button
};

export function Page<T extends object>({ rows }: { rows: T[] }): JSX.Element {
//              ^^^^ definition.function Page
//                   ^ reference.type T
//                                       ^^^^ reference.name rows
//                                                 ^^^^ reference.name rows
//                                                       ^ reference.type T
//                                                               ^^^ reference.name JSX
//                                                                   ^^^^^^^ reference.type Element
  return (
    <Layout.Main title={"a"}>
//   ^^^^^^ reference.name Layout
//          ^^^^ reference.call Main
//               ^^^^^ reference.name title
      <Table<T> rows={rows} render={(row) => <Row key={row.id} />} />
//     ^^^^^ reference.call Table
//           ^ reference.type T
//              ^^^^ reference.name rows
//                    ^^^^ reference.name rows
//                          ^^^^^^ reference.name render
//                                   ^^^ reference.name row
//                                            ^^^ reference.call Row
//                                                ^^^ reference.name key
//                                                     ^^^ reference.name row
//                                                         ^^ reference.name id
      {rows.length > 0 && <Button label="b" />}
//     ^^^^ reference.name rows
//          ^^^^^^ reference.name length
//                         ^^^^^^ reference.call Button
//                                ^^^^^ reference.name label
    </Layout.Main>
//    ^^^^^^ reference.name Layout
//           ^^^^ reference.name Main
  );
}

class Boundary extends React.Component<Props, State> {
//    ^^^^^^^^ definition.class Boundary
//                     ^^^^^ reference.name React
//                           ^^^^^^^^^ reference.implementation Component
//                                     ^^^^^ reference.type Props
//                                            ^^^^^ reference.type State
  state: State = { failed: false };
//^^^^^ definition.field Boundary.state
//       ^^^^^ reference.type State
//                 ^^^^^^ reference.name failed
  render(): React.ReactNode { return <>{this.props.children}</>; }
//^^^^^^ definition.method Boundary.render
//          ^^^^^ reference.name React
//                ^^^^^^^^^ reference.type ReactNode
//                                           ^^^^^ reference.name props
//                                                 ^^^^^^^^ reference.name children
}
export default React.memo(Boundary);
//             ^^^^^ reference.name React
//                   ^^^^ reference.call memo
//                        ^^^^^^^^ reference.name Boundary
