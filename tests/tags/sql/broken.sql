CREATE TABLE first (a int,,);
--           ^^^^^ definition.struct first
--                  ^ definition.field first.a
CREATE FUNCTION ( ;
SELEC wrong FROM;
-- @0+5 reference.name SELEC
CREATE TABLE last (b int);
--           ^^^^ definition.struct last
--                 ^ definition.field last.b
