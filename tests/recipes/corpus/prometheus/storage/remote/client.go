package remote

import "net/http"

// Client speaks to another store.
type Client struct{ url string }

func (c *Client) Store(request []byte) error {
	req, err := http.NewRequest(http.MethodPost, c.url, nil)
	req.Header.Set("X-Prometheus-Remote-Write-Version", "0.1.0")
	return err
}
