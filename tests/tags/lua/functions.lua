#!/usr/bin/env lua
local M = {}
--    ^ definition.variable M

function M.open(path)
--       ^ reference.name M
--         ^^^^ definition.function M.open
--              ^^^^ reference.name path
  local function within(row)
--               ^^^^^^ definition.function M.open.within
--                      ^^^ reference.name row
    return row
--         ^^^ reference.name row
  end
  local inner = function() end
--      ^^^^^ definition.function M.open.inner
  return within(path)
--       ^^^^^^ reference.call within
--              ^^^^ reference.name path
end
function M:close(force, ...)
--       ^ reference.name M
--         ^^^^^ definition.method M.close
--               ^^^^^ reference.name force
  self.opened = false
--^^^^ reference.name self
--     ^^^^^^ reference.name opened
end
function M.deep.run() end
--       ^ reference.name M
--         ^^^^ reference.name deep
--              ^^^ definition.function M.deep.run
function global() end
--       ^^^^^^ definition.function global
local function hidden() end
--             ^^^^^^ definition.function hidden
M.later = function() end
-- @0+1 reference.name M
--^^^^^ definition.function M.later
local bound = function(a) return a end
--    ^^^^^ definition.function bound
--                     ^ reference.name a
--                               ^ reference.name a
M["quoted"] = function() end
-- @0+1 reference.name M
-- ^^^^^^ definition.function M.quoted
M[key] = function() end
-- @0+1 reference.name M
--^^^ reference.name key

list:each(function(item) print(item) end)
-- @0+4 reference.name list
--   ^^^^ reference.call each
--                 ^^^^ reference.name item
--                       ^^^^^ reference.call print
--                             ^^^^ reference.name item
return M
--     ^ reference.name M
