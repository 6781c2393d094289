; What C defines under names that others call it by. `needs` keeps files without any of it from being asked.

; CPython: {"sleep", time_sleep, METH_O, doc} in a table of methods, and the module or type that the table is of.
((init_declarator
  declarator: (array_declarator declarator: (identifier) @table)
  value: (initializer_list (initializer_list . (string_literal (string_content) @name) . [
    (identifier) @reference.call
    (cast_expression value: [
      (identifier) @reference.call
      (cast_expression value: (identifier) @reference.call)
      (parenthesized_expression (identifier) @reference.call)])
    (call_expression arguments: (argument_list . (identifier) @reference.call .))]) @definition.function))
  @_whole
  (#set! needs "PyMethodDef"))
((declaration
  type: [(type_identifier) @_type (struct_specifier name: (type_identifier) @_type)]
  declarator: (init_declarator value: (initializer_list
    (string_literal (string_content) @scope)
    (identifier) @table)))
  (#any-of? @_type "PyModuleDef" "PyTypeObject" "PyType_Spec")
  (#set! needs "PyMethodDef"))
((declaration
  type: [(type_identifier) @_type (struct_specifier name: (type_identifier) @_type)]
  declarator: (init_declarator value: (initializer_list
    (initializer_pair
      designator: (field_designator (field_identifier) @_name)
      value: (string_literal (string_content) @scope))
    (initializer_pair
      designator: (field_designator (field_identifier) @_methods)
      value: (identifier) @table))))
  (#any-of? @_type "PyModuleDef" "PyTypeObject" "PyType_Spec")
  (#any-of? @_name "m_name" "tp_name" "name")
  (#any-of? @_methods "m_methods" "tp_methods" "slots")
  (#set! needs "PyMethodDef"))
((init_declarator
  declarator: (array_declarator declarator: (identifier) @within)
  value: (initializer_list (initializer_list . (identifier) @_slot . (identifier) @table)))
  (#eq? @_slot "Py_tp_methods")
  (#set! needs "PyMethodDef"))
((call_expression
  function: (identifier) @_init
  arguments: (argument_list . (string_literal (string_content) @scope) . (identifier) @table))
  (#match? @_init "^Py_InitModule[34]?$")
  (#set! needs "PyMethodDef"))
; Argument clinic: a macro for a row, in a header beside the file; `os_stat` says what `stat` belongs to.
((preproc_def
  name: (identifier) @_macro
  value: (preproc_arg) @name) @definition.function
  (#match? @_macro "_METHODDEF$")
  (#set! spelled "\\{\\s*\"(?P<name>\\w+)\",\\s*(?:\\([\\w(*) ]+\\)|\\w+\\()*(?P<scope>\\w+?)_(?P=name)\\b")
  (#set! needs "_METHODDEF"))

; Erlang: {"open", 2, open_nif} in the table that ERL_NIF_INIT names.
((declaration
  type: (type_identifier) @_type
  declarator: (init_declarator
    declarator: (array_declarator declarator: (identifier) @table)
    value: (initializer_list (initializer_list
      . (string_literal (string_content) @name)
      . (_)
      . (identifier) @reference.call) @definition.function)))
  (#eq? @_type "ErlNifFunc")
  (#set! needs "ErlNifFunc"))
((call_expression
  function: (identifier) @_init
  arguments: (argument_list . (identifier) @scope . (identifier) @table))
  (#eq? @_init "ERL_NIF_INIT")
  (#set! needs "ErlNifFunc"))

; JNI: Java_org_rocksdb_RocksDB_open__J is RocksDB.open of the package org.rocksdb; _1 is an underscore.
((function_definition declarator: [
  (function_declarator declarator: (identifier) @name)
  (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))]) @definition.method
  (#match? @name "^Java_")
  (#set! spelled "^Java_(?P<scope>(?:[^_]|_(?!_))+)_(?![0-9])(?P<name>(?:[^_]|_[0-9])+)(?:__\\w*)?$")
  (#set! parts "_(?![0-9])")
  (#set! escaped "_1")
  (#set! meant "_")
  (#set! needs "Java_"))
; {"nativeInit", "()V", (void *)init} in a table of native methods.
((declaration
  type: (type_identifier) @_type
  declarator: (init_declarator
    declarator: (array_declarator declarator: (identifier) @table)
    value: (initializer_list (initializer_list
      . (string_literal (string_content) @name)
      . (string_literal)
      . [
        (identifier) @reference.call
        (cast_expression value: (identifier) @reference.call)
        (call_expression arguments: (argument_list (identifier) @reference.call .))]) @definition.method)))
  (#eq? @_type "JNINativeMethod")
  (#set! needs "JNINativeMethod"))

; Names that a macro of the file makes of its arguments, in a table.
((preproc_function_def name: (identifier) @macro parameters: (preproc_params) @parameters value: (preproc_arg) @body)
  (#match? @body "#")
  (#set! needs "##"))
((translation_unit (declaration declarator: (init_declarator
  declarator: [
    (identifier) @scope
    (array_declarator declarator: (identifier) @scope)
    (array_declarator declarator: (array_declarator declarator: (identifier) @scope))]
  value: (initializer_list
    (call_expression function: (identifier) @use arguments: (argument_list) @arguments) @definition.constant))))
  (#set! needs "##"))
