struct Flag {
//     ^^^^ definition.struct Flag
  operator bool() const { return on; }
//^^^^^^^^^^^^^ definition.method Flag::operator bool
//                               ^^ reference.name on
  bool on;
//     ^^ definition.field Flag::on
};
