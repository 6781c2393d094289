pub const API_WRITE: &str = "/api/v3/write";
pub const API_QUERY: &str = "/api/v3/query_sql";
pub const API_METRICS: &str = "/metrics";
pub const API_PING: &str = "/ping";
