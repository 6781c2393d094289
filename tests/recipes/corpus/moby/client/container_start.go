package client

// ContainerStart asks the daemon to start a container.
func (cli *Client) ContainerStart(id string) error {
	return cli.post("/containers/"+id+"/start", nil)
}
