"""How definitions hang together: who calls what, what implements what, and the way from one to another."""
