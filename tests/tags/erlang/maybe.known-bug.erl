-type row() :: maybe(any()).
%     ^^^ definition.type row
%              ^^^^^ reference.call maybe
%                    ^^^ reference.call any
