-module(types).
%       ^^^^^ definition.module types
-behaviour(gen_server).
%          ^^^^^^^^^^ reference.implementation gen_server
-behavior(application).
%         ^^^^^^^^^^^ reference.implementation application
-include("store.hrl").
%         ^^^^^^^^^ reference.import store.hrl
-include_lib("kernel/include/logger.hrl").
%             ^^^^^^^^^^^^^^^^^^^^^^^^^ reference.import kernel/include/logger.hrl
-import(lists, [map/2]).
%       ^^^^^ reference.import lists
%               ^^^ reference.name map
-define(LIMIT, 10).
%       ^^^^^ definition.macro LIMIT
-define(ADD(A, B), A + B).
%       ^^^ definition.macro ADD
%           ^ reference.name A
%              ^ reference.name B
%                  ^ reference.name A
%                      ^ reference.name B
-define(small, 1).
%       ^^^^^ definition.macro small
-record(state, {name :: atom(), count = ?LIMIT, list}).
%       ^^^^^ definition.struct state
%               ^^^^ definition.field state:name
%                       ^^^^ reference.call atom
%                               ^^^^^ definition.field state:count
%                                        ^^^^^ reference.name LIMIT
%                                               ^^^^ definition.field state:list
-type row() :: #state{} | {ok, pid()}.
%     ^^^ definition.type row
%               ^^^^^ reference.type state
%                          ^^ reference.name ok
%                              ^^^ reference.call pid
-opaque table(A) :: [A].
%       ^^^^^ definition.type table
%             ^ reference.name A
%                    ^ reference.name A
-callback handle(Request :: term()) -> ok.
%         ^^^^^^ definition.method handle
%                ^^^^^^^ reference.name Request
%                           ^^^^ reference.call term
%                                      ^^ reference.name ok
-ifdef(TEST).
%      ^^^^ reference.name TEST
-compile(export_all).
%        ^^^^^^^^^^ reference.name export_all
-endif.
