package client

// ContainerPause asks the daemon to pause a container.
func (cli *Client) ContainerPause(id string) error {
	return cli.post("/containers/"+id+"/pause", nil)
}
