; What a pattern asks of a text is asked of what has matched. So patterns begin where there are few of something, at a
; document or an item, and keys between two others are counted: else matches would grow with the square of the keys.

; An object of Kubernetes: its kind is the scope of its name.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) . (block_mapping_pair) .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) . (block_mapping_pair) .
  (block_mapping_pair) . (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .))))) .
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
; The same in a list of them.
((block_sequence_item (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
((block_sequence_item (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) . (block_mapping_pair) .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
; The same in a file that the grammar can't read everywhere.
((ERROR (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)))))) @definition.resource))
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
((ERROR (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @scope .)) @definition.resource .
  (block_mapping_pair key: (flow_node) @_metadata value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .))))) @definition.resource)
  (#eq? @_name "name") (#eq? @_metadata "metadata") (#eq? @_kind "kind"))
; The other keys of an object are those of its kind, known to everybody.
((document (block_node (block_mapping . (block_mapping_pair key: (flow_node) @_first)
  (block_mapping_pair key: (flow_node) @undefined @definition.field))))
  (#any-of? @_first "apiVersion" "kind"))
; A resource definition declares a kind.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_spec value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_names value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_kind value: (flow_node (_) @name .)) @definition.type)))))))))
  (#eq? @_kind "kind") (#eq? @_names "names") (#eq? @_spec "spec"))

; A workflow, a chart, a project: what the whole file is called.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .)) @definition.resource)))
  (#eq? @_name "name"))
; A job: what stands at the top and has a script.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @name value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_part)))) @definition.resource)))
  (#any-of? @_part "script" "stage" "extends" "trigger"))
; What is declared by name under a word for it.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_of value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @name) @definition.resource))))))
  (#any-of? @_of "services" "volumes" "networks" "secrets" "configs" "jobs" "workflows" "commands" "executors"
    "pipelines" "tasks" "targets"))
; The records and the calls of an interface that is described.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_of value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @name) @definition.message))))))
  (#eq? @_of "definitions"))
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_of value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_what value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @name) @definition.message)))))))))
  (#eq? @_of "components") (#eq? @_what "schemas"))
((document (block_node (block_mapping (block_mapping_pair value: (block_node (block_mapping
  (block_mapping_pair value: (block_node (block_mapping (block_mapping_pair value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_id value: (flow_node (_) @name .))) @definition.rpc)))))))))))
  (#eq? @_id "operationId"))

; A play or a task in a list, and what is named in a list under a word for it.
((document (block_node (block_sequence (block_sequence_item (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .))) @definition.resource)))))
  (#eq? @_name "name"))
((block_mapping_pair key: (flow_node) @_of value: (block_node (block_sequence (block_sequence_item (block_node (block_mapping .
  (block_mapping_pair key: (flow_node) @_name value: (flow_node (_) @name .))) @definition.resource)))))
  (#eq? @_name "name")
  (#any-of? @_of "tasks" "handlers" "pre_tasks" "post_tasks" "block" "rescue" "always" "groups" "templates"))
((block_sequence_item (block_node (block_mapping .
  (block_mapping_pair key: (flow_node) @_what value: (flow_node (_) @name .))) @definition.resource))
  (#any-of? @_what "alert" "record" "job" "stage" "deployment" "job_name"))

(anchor (anchor_name) @name) @definition.constant
; The first level of a file that configures something.
((document (block_node (block_mapping (block_mapping_pair key: (flow_node) @name) @definition.field)))
  (#not-match? @name "^[\"']?(?:apiVersion|kind|metadata|spec|status|roleRef|subjects|webhooks|name|on|true|include|version)[\"']?$"))

((block_mapping_pair key: (flow_node) @_key value: (flow_node [(plain_scalar) (double_quote_scalar) (single_quote_scalar)] @reference.import))
  (#any-of? @_key "uses" "extends" "include" "image" "import_playbook" "import_tasks" "include_tasks" "include_vars"
    "import_role" "include_role" "local" "role" "template" "chart" "repository"))
((block_mapping_pair key: (flow_node) @_key value: (block_node (block_sequence (block_sequence_item (flow_node [(plain_scalar) (double_quote_scalar) (single_quote_scalar)] @reference.import)))))
  (#any-of? @_key "resources" "bases" "components" "include" "extends" "roles" "crds"))
((block_mapping_pair key: (flow_node) @_key value: (flow_node [(plain_scalar) (double_quote_scalar) (single_quote_scalar)] @reference.type))
  (#any-of? @_key "kind" "apiVersion"))
(alias (alias_name) @reference.name)
; A text of several words names nothing, nor does an action, of which the second reading sees its length alone.
([(string_scalar) (double_quote_scalar) (single_quote_scalar)] @reference.name
  (#match? @reference.name "^[\"']?(?!xxxx)[A-Za-z_][A-Za-z0-9_./-]*[\"']?$"))
