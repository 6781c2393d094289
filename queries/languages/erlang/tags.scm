(module_attribute name: (atom) @package)
(module_attribute name: (atom) @name) @definition.module
; A function ends with a full stop: what follows a semicolon is another clause of it.
((fun_decl ";")
  . (comment)*
  . (fun_decl clause: (function_clause name: (atom) @name)) @definition.function @continued)
(fun_decl clause: (function_clause name: (atom) @name)) @definition.function
(callback fun: (atom) @name) @definition.method
(record_decl name: (atom) @name) @definition.struct
(record_decl fields: (record_field name: (atom) @name) @definition.field)
(type_alias name: (type_name name: (atom) @name)) @definition.type
(opaque name: (type_name name: (atom) @name)) @definition.type
(pp_define lhs: (macro_lhs name: [(var) (atom)] @name)) @definition.macro

(pp_include file: (string) @reference.import)
(pp_include_lib file: (string) @reference.import)
(import_attribute module: (atom) @reference.import)
(behaviour_attribute name: (atom) @reference.implementation)
(call expr: [
  (atom) @reference.call
  (remote fun: (atom) @reference.call)])
(macro_call_expr name: [(var) (atom)] @reference.call args: (_))
(record_name name: (atom) @reference.type)
[(atom) (var)] @reference.name
