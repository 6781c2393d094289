package remote

func register(r *router) {
	r.Post("/api/v1/write", receive)
	r.Get("/api/v1/labels", labels)
}
