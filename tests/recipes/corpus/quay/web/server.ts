/** Shows the berths. */
import express from "express";

const app = express();
const port = Number(process.env.QUAY_WEB_PORT ?? 8080);

app.get("/berths/:id/rope", (request, reply) => {
  reply.send(request.params.id);
});

process.on("uncaughtException", (error) => {
  console.error(error);
  process.exit(70);
});

app.listen(port);
