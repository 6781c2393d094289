package task

func (s *service) Create(request *CreateTaskRequest) error { return runc.NewContainer(request) }

func (s *service) Pause(request *PauseRequest) error { return s.container.Pause() }
