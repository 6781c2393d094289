-- Tables, and what belongs to them.
CREATE SCHEMA app;
--            ^^^ definition.resource app
CREATE TABLE IF NOT EXISTS app.users (
--                         ^^^ reference.name app
--                             ^^^^^ definition.struct users
  id serial PRIMARY KEY,
--^^ definition.field users.id
  name varchar(10) NOT NULL DEFAULT 'x',
--^^^^ definition.field users.name
  org_id int REFERENCES orgs(id)
--^^^^^^ definition.field users.org_id
--                      ^^^^ reference.type orgs
--                           ^^ reference.name id
);
CREATE TABLE "Quoted" ("first" int);
--           ^^^^^^^^ reference.name "Quoted"
--            ^^^^^^ definition.struct Quoted
--                      ^^^^^ definition.field Quoted.first
CREATE TABLE `hosts` (
--           ^^^^^^^ reference.name `hosts`
--            ^^^^^ definition.struct hosts
  `id` int(11) NOT NULL AUTO_INCREMENT,
--^^^^ reference.name `id`
-- ^^ definition.field hosts.id
  `name` varchar(255) character set latin1 NOT NULL default '',
--^^^^^^ reference.name `name`
-- ^^^^ definition.field hosts.name
  PRIMARY KEY (`id`),
--             ^^^^ reference.name `id`
--              ^^ reference.name id
  KEY `by_name` (`name`)
--    ^^^^^^^^^ reference.name `by_name`
--     ^^^^^^^ reference.name by_name
--               ^^^^^^ reference.name `name`
--                ^^^^ reference.name name
) ENGINE=InnoDB DEFAULT CHARSET=utf8 COMMENT='Hosts';
--       ^^^^^^ reference.name InnoDB
--                      ^^^^^^^ reference.name CHARSET
--                              ^^^^ reference.name utf8
--                                   ^^^^^^^ reference.name COMMENT
ALTER TABLE users ADD COLUMN age int;
--          ^^^^^ reference.name users
--                           ^^^ definition.field users.age
ALTER TABLE users ADD INDEX (age);
--          ^^^^^ reference.name users
--                    ^^^^^ reference.name INDEX
--                           ^^^ reference.name age
CREATE UNIQUE INDEX users_by_name ON users (name);
--                  ^^^^^^^^^^^^^ definition.resource users_by_name
--                                   ^^^^^ reference.name users
--                                          ^^^^ reference.name name
CREATE VIEW adults AS SELECT u.id FROM users u JOIN orgs o ON o.id = u.org_id;
--          ^^^^^^ definition.type adults
--                           ^ reference.name u
--                             ^^ reference.name id
--                                     ^^^^^ reference.name users
--                                           ^ reference.name u
--                                                  ^^^^ reference.name orgs
--                                                       ^ reference.name o
--                                                            ^ reference.name o
--                                                              ^^ reference.name id
--                                                                   ^ reference.name u
--                                                                     ^^^^^^ reference.name org_id
CREATE MATERIALIZED VIEW counts AS SELECT count(id) FROM users;
--                       ^^^^^^ definition.type counts
--                                        ^^^^^ reference.call count
--                                              ^^ reference.name id
--                                                       ^^^^^ reference.name users
CREATE SEQUENCE numbers;
--              ^^^^^^^ definition.resource numbers
CREATE TYPE color AS ENUM ('red', 'green');
--          ^^^^^ definition.enum color
CREATE TYPE pair AS (a int, b color);
--          ^^^^ definition.type pair
--                   ^ definition.field pair.a
--                          ^ definition.field pair.b
--                            ^^^^^ reference.name color
CREATE ROLE reader;
--          ^^^^^^ definition.resource reader
CREATE EXTENSION pgcrypto;
--               ^^^^^^^^ reference.import pgcrypto
INSERT INTO users VALUES (1);
--          ^^^^^ reference.name users
