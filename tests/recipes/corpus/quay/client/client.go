// Package client speaks to a quay.
package client

import "net/http"

// Moor asks for a berth.
func Moor(url, boat string) error {
	reply, err := http.Post(url+"/boats/"+boat+"/moor", "text/plain", nil)
	if err != nil {
		return err
	}
	return reply.Body.Close()
}
