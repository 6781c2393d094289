package wal

// WAL is the log of what has been agreed.
type WAL struct{ file file }

func (w *WAL) Save(entries []entry) error {
	w.encode(entries)
	return w.sync()
}

func (w *WAL) sync() error {
	return fileutil.Fdatasync(w.file)
}
