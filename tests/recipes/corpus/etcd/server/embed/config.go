package embed

// DefaultMaxRequestBytes is the largest request.
const DefaultMaxRequestBytes = 1024 * 1024

func flags(fs *flagSet, cfg *config) {
	fs.BoolVar(&cfg.UnsafeNoFsync, "unsafe-no-fsync", false, "Loses data.")
	fs.Int64Var(&cfg.Quota, "quota-backend-bytes", 0, "The size at which writes are refused.")
	fs.Uint64Var(&cfg.SnapshotCount, "snapshot-count", 10000, "Writes between two snapshots.")
	fs.StringVar(&cfg.Name, "name", "default", "Of this member.")
}
