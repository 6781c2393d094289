Polymer({
// @0+7 reference.call Polymer
  is: 'x-card',
//^^ reference.name is
//     ^^^^^^ definition.class x-card
  ready() { this.draw(); },
//^^^^^ definition.method x-card.ready
//               ^^^^ reference.call draw
});
class XTotal extends HTMLElement {
//    ^^^^^^ definition.class XTotal
//                   ^^^^^^^^^^^ reference.implementation HTMLElement
  static get is() { return 'x-total'; }
//           ^^ definition.method XTotal.is
//                          ^^^^^^^ definition.resource XTotal.x-total
}
customElements.define(XTotal.is, XTotal);
// @0+14 reference.name customElements
//             ^^^^^^ reference.call define
//                    ^^^^^^ reference.name XTotal
//                           ^^ reference.name is
//                               ^^^^^^ reference.name XTotal
window.customElements.define("x-row", class extends HTMLElement {});
// @0+6 reference.name window
//     ^^^^^^^^^^^^^^ reference.name customElements
//                    ^^^^^^ reference.call define
//                            ^^^^^ definition.resource x-row
//                                                  ^^^^^^^^^^^ reference.implementation HTMLElement
routes.define('x-not-this', XTotal);
// @0+6 reference.name routes
//     ^^^^^^ reference.call define
//                          ^^^^^^ reference.name XTotal
Other({is: 'x-nor-this'});
// @0+5 reference.call Other
//     ^^ reference.name is
