CREATE TABLE a (
--           ^ definition.struct a
  b int
--^ definition.field a.b
);
SELECT f(b) FROM a;
--     ^ reference.call f
--       ^ reference.name b
--               ^ reference.name a
