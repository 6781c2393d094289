-module(broken).
%       ^^^^^^ definition.module broken

before() -> ok.
% @0+6 definition.function before
%           ^^ reference.name ok

open( ->
% @0+4 reference.name open
    [1, 2.

later(X) ->
% @0+5 reference.call later
%     ^ reference.name X
    before().
%   ^^^^^^ reference.call before
