; What a container, a job or a service is given, by name or as a list.
((block_mapping_pair key: (flow_node) @_key value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node [(plain_scalar) @text (double_quote_scalar) @text (single_quote_scalar) @text])))))
  (#any-of? @_key "env" "environment"))
((block_mapping_pair key: (flow_node) @_key value: (block_node (block_sequence (block_sequence_item (block_node (block_mapping .
  (block_mapping_pair key: (flow_node) @_name value: (flow_node [(plain_scalar) @text (double_quote_scalar) @text (single_quote_scalar) @text]))))))))
  (#any-of? @_key "env" "environment") (#eq? @_name "name"))
((block_mapping_pair key: (flow_node) @_key value: (block_node (block_sequence (block_sequence_item (flow_node [(plain_scalar) @text (double_quote_scalar) @text (single_quote_scalar) @text])))))
  (#any-of? @_key "env" "environment"))
; The results of rules.
((block_sequence_item (block_node (block_mapping .
  (block_mapping_pair key: (flow_node) @_key value: (flow_node [(plain_scalar) @text (double_quote_scalar) @text (single_quote_scalar) @text])))))
  (#eq? @_key "record"))
; The paths of an interface that is described.
((document (block_node (block_mapping
  (block_mapping_pair key: (flow_node) @_of value: (block_node (block_mapping
  (block_mapping_pair key: (flow_node [(plain_scalar) @text (double_quote_scalar) @text (single_quote_scalar) @text]))))))))
  (#eq? @_of "paths"))
