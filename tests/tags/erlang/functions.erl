-module(store).
%       ^^^^^ definition.module store
-export([start/0, loop/2]).
%        ^^^^^ reference.name start
%                 ^^^^ reference.name loop

-spec start() -> {ok, pid()}.
%     ^^^^^ reference.name start
%                 ^^ reference.name ok
%                     ^^^ reference.call pid
start() -> gen_server:start_link({local, ?SERVER}, ?MODULE, [], []).
% @0+5 definition.function start
%          ^^^^^^^^^^ reference.name gen_server
%                     ^^^^^^^^^^ reference.call start_link
%                                 ^^^^^ reference.name local
%                                         ^^^^^^ reference.name SERVER
%                                                   ^^^^^^ reference.name MODULE

loop(0, State) -> State;
% @0+4 definition.function loop
%       ^^^^^ reference.name State
%                 ^^^^^ reference.name State
loop(N, #state{name = Name} = State) when N > 1 ->
% @0+4 reference.name loop
%    ^ reference.name N
%        ^^^^^ reference.type state
%              ^^^^ reference.name name
%                     ^^^^ reference.name Name
%                             ^^^^^ reference.name State
%                                         ^ reference.name N
    Next = fun loop/2,
%   ^^^^ reference.name Next
%              ^^^^ reference.name loop
    Other = fun store:open/1,
%   ^^^^^ reference.name Other
%               ^^^^^ reference.name store
%                     ^^^^ reference.name open
    case open(Name) of
%        ^^^^ reference.call open
%             ^^^^ reference.name Name
        {error, Reason} -> throw({bad, Reason});
%        ^^^^^ reference.name error
%               ^^^^^^ reference.name Reason
%                          ^^^^^ reference.call throw
%                                 ^^^ reference.name bad
%                                      ^^^^^^ reference.name Reason
        _ -> ok
%            ^^ reference.name ok
    end,
    Next(N - 1, State#state{count = 2});
%   ^^^^ reference.name Next
%        ^ reference.name N
%               ^^^^^ reference.name State
%                     ^^^^^ reference.type state
%                           ^^^^^ reference.name count
loop(_, State) -> State#state.count.
% @0+4 reference.name loop
%       ^^^^^ reference.name State
%                 ^^^^^ reference.name State
%                       ^^^^^ reference.type state
%                             ^^^^^ reference.name count

loop(N) -> loop(N, none).
% @0+4 definition.function loop
%    ^ reference.name N
%          ^^^^ reference.call loop
%               ^ reference.name N
%                  ^^^^ reference.name none

'quoted name'(Module) -> Module:call(here), ?LOG(done).
% @0+13 definition.function 'quoted name'
%             ^^^^^^ reference.name Module
%                        ^^^^^^ reference.name Module
%                               ^^^^ reference.call call
%                                    ^^^^ reference.name here
%                                            ^^^ reference.call LOG
%                                                ^^^^ reference.name done
