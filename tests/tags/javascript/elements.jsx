export const List = ({ items }) => (
//           ^^^^ definition.function List
//                     ^^^^^ reference.name items
  <ul className="list">
// ^^ reference.name ul
//    ^^^^^^^^^ reference.name className
    {items.map((item) => <Item key={item.id} {...item} onClick={() => pick(item)} />)}
//   ^^^^^ reference.name items
//         ^^^ reference.call map
//              ^^^^ reference.name item
//                        ^^^^ reference.call Item
//                             ^^^ reference.name key
//                                  ^^^^ reference.name item
//                                       ^^ reference.name id
//                                               ^^^^ reference.name item
//                                                     ^^^^^^^ reference.name onClick
//                                                                    ^^^^ reference.call pick
//                                                                         ^^^^ reference.name item
    <Menu.Entry xlink:href="#">text</Menu.Entry>
//   ^^^^ reference.name Menu
//        ^^^^^ reference.call Entry
//              ^^^^^ reference.name xlink
//                    ^^^^ reference.name href
//                                   ^^^^ reference.name Menu
//                                        ^^^^^ reference.name Entry
    <></>
  </ul>
//  ^^ reference.name ul
);
@observer
// @1+8 reference.call observer
class View extends React.Component {
//    ^^^^ definition.class View
//                 ^^^^^ reference.name React
//                       ^^^^^^^^^ reference.implementation Component
  @bound state = { open: false };
// ^^^^^ reference.call bound
//       ^^^^^ definition.field View.state
//                 ^^^^ reference.name open
  @action() render() { return <List items={this.state.items} />; }
// ^^^^^^ reference.call action
//          ^^^^^^ definition.method View.render
//                             ^^^^ reference.call List
//                                  ^^^^^ reference.name items
//                                              ^^^^^ reference.name state
//                                                    ^^^^^ reference.name items
}
