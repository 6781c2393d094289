; An element that the page declares, and its template.
((element (start_tag . (tag_name) @_tag (attribute (attribute_name) @_id (quoted_attribute_value) @name))) @definition.resource
  (#any-of? @_tag "dom-module" "template" "polymer-element") (#any-of? @_id "id" "name"))
; A part of the page that scripts and links name.
((attribute (attribute_name) @_id [
  (quoted_attribute_value (attribute_value)) @name
  (attribute_value) @name]) @definition.field
  (#eq? @_id "id"))
((start_tag . (tag_name) @_tag (attribute (attribute_name) @_name (quoted_attribute_value (attribute_value)) @name) @definition.field)
  (#eq? @_tag "a") (#eq? @_name "name"))

((start_tag . (tag_name) @_tag (attribute (attribute_name) @_source [
  (quoted_attribute_value (attribute_value) @reference.import)
  (attribute_value) @reference.import]))
  (#any-of? @_tag "script" "link" "iframe" "frame")
  (#any-of? @_source "src" "href"))
; An element that is no element of the browser's.
([(start_tag . (tag_name) @reference.type) (self_closing_tag . (tag_name) @reference.type)]
  (#match? @reference.type "-"))
((attribute (attribute_name) @_what [
  (quoted_attribute_value (attribute_value) @reference.name)
  (attribute_value) @reference.name])
  (#match? @_what "^(?:for|slot|is|form|list|name|on-.*|aria-labelledby)$")
  (#match? @reference.name "^[A-Za-z_][A-Za-z0-9_.:-]*$"))

((script_element (start_tag) @_tag (raw_text) @embedded.javascript)
  (#not-match? @_tag "type *= *[\"']?(?!(?:text|application)/(?:x-)?(?:java|ecma)script|module|text/babel)[a-zA-Z]|\\blang *= *[\"']?ts|src *="))
((attribute (attribute_name) @_on (quoted_attribute_value (attribute_value) @embedded.javascript))
  (#match? @_on "^on[a-z]+$"))
