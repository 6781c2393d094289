CREATE PROCEDURE clean(days int) LANGUAGE sql AS $$ SELECT 1 $$;
--               ^^^^^ definition.function clean
--                     ^^^^ reference.name days
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
--            ^^^^^^^^ definition.type positive
