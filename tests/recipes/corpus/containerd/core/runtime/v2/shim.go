package v2

// Create makes a task.
func (m *TaskManager) Create(id string) (*Task, error) { return m.shims.Start(id) }

// Start starts a shim.
func (m *ShimManager) Start(id string) (*Task, error) { return m.startShim(id) }

func (m *ShimManager) startShim(id string) (*Task, error) { return shimBinary(id).Start() }

func (b *binary) Start() (*Task, error) { return run(b.path, "start") }
