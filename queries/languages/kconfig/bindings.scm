; A symbol as code and configurations spell it.
([
  (config name: (name (symbol) @name))
  (menuconfig name: (name (symbol) @name))] @definition.constant
  (#set! before "CONFIG_"))
