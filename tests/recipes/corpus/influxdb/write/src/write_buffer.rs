#[async_trait]
impl Bufferer for WriteBufferImpl {
    async fn write_lp(&self, lines: &str) -> Result<()> {
        self.wal.write_ops(parse(lines)).await
    }
}
