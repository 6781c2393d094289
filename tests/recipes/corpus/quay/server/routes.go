package server

import (
	"errors"
	"net/http"
)

func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /boats/{boat}/moor", s.moor)
	mux.HandleFunc("GET /boats", s.list)
	mux.Handle("/debug/level", http.HandlerFunc(s.setLevel))
	api := newGroup(mux, "/api/v1")
	api.GET("/tides", s.tides)
	return mux
}

var errFull = errors.New("no berth is left")

func (s *server) moor(w http.ResponseWriter, r *http.Request) {
	if err := s.berth(r.PathValue("boat")); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	moored()
}

func (s *server) berth(boat string) error {
	if len(s.boats) >= defaultMaxBoats {
		return errFull
	}
	s.boats[boat] = true
	return nil
}
