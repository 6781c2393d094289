class Store {
//    ^^^^^ definition.class Store
  accessor = 1;
//^^^^^^^^ definition.field Store.accessor
}
