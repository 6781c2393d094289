#pragma once
#ifdef __cplusplus
//     ^^^^^^^^^^^ reference.name __cplusplus
extern "C" {
#endif

typedef struct server server_t;
//             ^^^^^^ reference.type server
//                    ^^^^^^^^ definition.type server_t
int server_start(server_t *server, const char *address);
//  ^^^^^^^^^^^^ reference.name server_start
//               ^^^^^^^^ reference.type server_t
//                         ^^^^^^ reference.name server
//                                             ^^^^^^^ reference.name address
static inline int server_port(const server_t *server) { return server->port; }
//                ^^^^^^^^^^^ definition.function server_port
//                                  ^^^^^^^^ reference.type server_t
//                                            ^^^^^^ reference.name server
//                                                             ^^^^^^ reference.name server
//                                                                     ^^^^ reference.name port
extern server_t *current_server;
//     ^^^^^^^^ reference.type server_t
//               ^^^^^^^^^^^^^^ reference.name current_server

#ifdef __cplusplus
//     ^^^^^^^^^^^ reference.name __cplusplus
}
#endif
