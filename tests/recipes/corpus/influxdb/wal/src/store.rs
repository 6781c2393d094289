pub enum Error {
    #[error("wal buffer full with {0} ops")]
    BufferFull(usize),
}

impl WalStore {
    async fn write_ops(&self, ops: Vec<WalOp>) -> Result<()> {
        let (tx, rx) = oneshot::channel();
        self.buffer.push(ops, tx)?;
        rx.await
    }

    async fn flush_buffer(&self) -> Result<()> {
        self.store.put(self.buffer.take()).await
    }
}
