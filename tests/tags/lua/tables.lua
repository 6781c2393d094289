local cjson = require "cjson"
--    ^^^^^ reference.name cjson
--            ^^^^^^^ reference.call require
--                     ^^^^^ reference.import cjson
local insert = require("table.insert").insert
--    ^^^^^^ definition.variable insert
--             ^^^^^^^ reference.call require
--                      ^^^^^^^^^^^^ reference.import table.insert
--                                     ^^^^^^ reference.name insert
dofile("setup.lua")
-- @0+6 reference.call dofile
--      ^^^^^^^^^ reference.import setup.lua

local _M = {
--    ^^ definition.variable _M
  _VERSION = "1.0",
--^^^^^^^^ definition.field _M._VERSION
  run = function(self) end,
--^^^ definition.function _M.run
--               ^^^^ reference.name self
  ["named"] = 3,
--  ^^^^^ definition.field _M.named
  limits = { most = 10 },
--^^^^^^ definition.field _M.limits
--           ^^^^ reference.name most
}
_M.__index = _M
-- @0+2 reference.name _M
-- ^^^^^^^ definition.field _M.__index
--           ^^ reference.name _M
LIMIT = 10
-- @0+5 definition.variable LIMIT
local first, second = 1, 2
--    ^^^^^ definition.variable first
--           ^^^^^^ definition.variable second
local unset
--    ^^^^^ definition.variable unset
local FIXED <const> = 3
--    ^^^^^ definition.variable FIXED
--           ^^^^^ reference.name const

for key, value in pairs(_M) do
--  ^^^ reference.name key
--       ^^^^^ reference.name value
--                ^^^^^ reference.call pairs
--                      ^^ reference.name _M
  local inside = key
--      ^^^^^^ reference.name inside
--               ^^^ reference.name key
  _M[key] = value
--^^ reference.name _M
--   ^^^ reference.name key
--          ^^^^^ reference.name value
end
goto done
--   ^^^^ reference.name done
::done::
--^^^^ reference.name done
return { handler = _M, open = function() end }
--       ^^^^^^^ definition.field handler
--                 ^^ reference.name _M
--                     ^^^^ definition.function open
