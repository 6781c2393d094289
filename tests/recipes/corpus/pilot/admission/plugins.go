package admission

// AllOrderedPlugins is the order in which they are asked.
var AllOrderedPlugins = []string{"Anchor", "Beacon"}

type registry map[string]func() any

func (r registry) Register(name string, make func() any) { r[name] = make }

func register(plugins registry) {
	plugins.Register("Anchor", func() any { return &Anchor{} })
}
