"""blobs -> occurrences. The only user of tree-sitter; it takes bytes and a language and knows no repository."""
