package tasks

func (s *service) Create(request *CreateTaskRequest) (*CreateTaskResponse, error) {
	return s.local.Create(request)
}

func (l *local) Create(request *CreateTaskRequest) (*CreateTaskResponse, error) {
	return l.runtime.Create(request.ID)
}

func (s *service) Pause(request *PauseTaskRequest) error { return s.local.Pause(request) }
