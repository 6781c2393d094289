local Before = {}
--    ^^^^^^ reference.name Before

function Before.open(
--       ^^^^^^ reference.name Before
--              ^^^^ definition.function Before.open
  local x = = 1
--^^^^^ reference.name local
--      ^ reference.name x
end

function Before.close()
--       ^^^^^^ reference.name Before
--              ^^^^^ reference.name close
  return run(
--       ^^^ reference.name run
end
-- @0+3 reference.name end

local function after()
--             ^^^^^ definition.function after
end
