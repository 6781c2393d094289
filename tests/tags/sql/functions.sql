\set quiet on
--   ^^^^^ reference.name quiet
CREATE FUNCTION add(a int, b int) RETURNS int AS $$
--              ^^^ definition.function add
--                  ^ reference.name a
--                         ^ reference.name b
BEGIN
  RAISE EXCEPTION 'it''s %', a;
  PERFORM other(a);
  RETURN a + b;
--       ^ reference.name a
--           ^ reference.name b
END;
$$ LANGUAGE plpgsql;
--          ^^^^^^^ reference.name plpgsql
CREATE OR REPLACE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$
--                         ^^^ reference.name app
--                             ^^^^^ definition.function touch
--                                                              ^^^^^^^ reference.name plpgsql
DECLARE x int := 1;
--      ^ reference.name x
BEGIN NEW.at := now(); RETURN NEW; END
--                            ^^^ reference.name NEW
$$;
CREATE FUNCTION twice(x int) RETURNS int AS 'SELECT x * 2' LANGUAGE sql;
--              ^^^^^ definition.function twice
--                    ^ reference.name x
--                                                                  ^^^ reference.name sql
CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
--             ^^^^^^^ definition.resource touched
--                                      ^^^^^ reference.name users
--                                                                          ^^^^^ reference.call touch
SELECT add(1, twice(2)) FROM users;
--     ^^^ reference.call add
--            ^^^^^ reference.call twice
--                           ^^^^^ reference.name users
