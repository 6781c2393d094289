package serve

import (
	keelapi "example.org/keel/api/v1beta1"
)

const keelAPIVersion = "v1beta1"

const minimumKeelVersion = "0.3.0"

func keel(conn keelapi.Conn) *keelapi.Client {
	return keelapi.NewClient(conn, keelapi.WithAPIVersion(keelAPIVersion))
}
