struct server_state {
    int repl_timeout;        /* seconds of silence after which a link is down */
    int repl_syncio_timeout; /* seconds of a blocking read */
};
extern struct server_state server;
