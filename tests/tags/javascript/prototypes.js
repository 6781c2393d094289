function Reader(path) {
//       ^^^^^^ definition.function Reader
//              ^^^^ reference.name path
  this.path = path;
//     ^^^^ reference.name path
//            ^^^^ reference.name path
  this.close = function () {};
//     ^^^^^ definition.method Reader.close
}

Reader.prototype.read = function read(size) { return size; };
// @0+6 reference.name Reader
//     ^^^^^^^^^ reference.name prototype
//               ^^^^ definition.method Reader.read
//                               ^^^^ reference.name read
//                                    ^^^^ reference.name size
//                                                   ^^^^ reference.name size
Reader.prototype.seek = (offset) => offset;
// @0+6 reference.name Reader
//     ^^^^^^^^^ reference.name prototype
//               ^^^^ definition.method Reader.seek
//                       ^^^^^^ reference.name offset
//                                  ^^^^^^ reference.name offset
Reader.open = function () { return new Reader("a"); };
// @0+6 reference.name Reader
//     ^^^^ definition.function Reader.open
//                                     ^^^^^^ reference.call Reader
lib.io.Reader.prototype.skip = function () {};
// @0+3 reference.name lib
//  ^^ reference.name io
//     ^^^^^^ reference.name Reader
//            ^^^^^^^^^ reference.name prototype
//                      ^^^^ definition.method lib.io.Reader.skip
Reader.prototype = {
// @0+6 reference.name Reader
//     ^^^^^^^^^ reference.name prototype
  rewind: function () {},
//^^^^^^ definition.method Reader.rewind
  tell() {},
//^^^^ definition.method Reader.tell
  limit: 3,
//^^^^^ definition.field Reader.limit
};
window.start = function () {};
// @0+6 reference.name window
//     ^^^^^ definition.function start
Reader.on.error = function failed(reason) {};
// @0+6 reference.name Reader
//     ^^ reference.name on
//        ^^^^^ definition.function Reader.on.error
//                         ^^^^^^ definition.function Reader.on.error.failed
//                                ^^^^^^ reference.name reason
Reader.prototype.constructor = Reader;
// @0+6 reference.name Reader
//     ^^^^^^^^^ reference.name prototype
//               ^^^^^^^^^^^ reference.name constructor
//                             ^^^^^^ reference.name Reader
table[key] = function () {};
// @0+5 reference.name table
//    ^^^ reference.name key
