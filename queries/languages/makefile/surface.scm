(function_call function: ["error" "warning" "info"] (arguments (text) @text))
