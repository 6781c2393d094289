class Text {
//    ^^^^ definition.class Text
  val plain = "not a call()"
//    ^^^^^ definition.field Text.plain
  val raw = """a "quoted" {call()} line"""
//    ^^^ definition.field Text.raw
  val filled = s"has $name and ${this.count(1)} items"
//    ^^^^^^ definition.field Text.filled
//             ^ reference.name s
//                    ^^^^ reference.name name
//                                    ^^^^^ reference.call count
  val html = html"""<a href="$link">"""
//    ^^^^ definition.field Text.html
//           ^^^^ reference.name html
//                            ^^^^ reference.name link
  val letter = 'c'
//    ^^^^^^ definition.field Text.letter
  /* a /* nested */ comment call() */
  val after = 1
//    ^^^^^ definition.field Text.after
}
