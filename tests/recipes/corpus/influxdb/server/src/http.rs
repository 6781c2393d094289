pub(crate) async fn perform_routing(http_server: Arc<HttpApi>, req: Request) -> Response {
    match (req.method(), req.uri().path()) {
        (Method::POST, all_paths::API_WRITE) => http_server.write_lp(req).await,
        (Method::GET, all_paths::API_QUERY) => http_server.query(req).await,
        (Method::GET, all_paths::API_METRICS) => http_server.metrics(),
    }
}

impl HttpApi {
    async fn write_lp(&self, req: Request) -> Result<Response> {
        self.buffer.write_lp(req.body()).await
    }

    async fn query(&self, req: Request) -> Result<Response> {
        self.engine.query(req).await
    }
}
