package wal

import (
	"sync"
	"time"
)

const (
	warnSyncDuration = time.Second
)

// WAL is written before anything is done.
type WAL struct{ mu sync.Mutex }

func (w *WAL) cut() error {
	return w.sync()
}

func (w *WAL) sync() error {
	if took := time.Since(time.Now()); took > warnSyncDuration {
		println("slow fdatasync")
	}
	return nil
}

// Sync writes to the disk.
func (w *WAL) Sync() error {
	return w.sync()
}

func (w *WAL) saveEntry(entry string) error { return nil }

// Save writes entries.
func (w *WAL) Save(entries []string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, entry := range entries {
		if err := w.saveEntry(entry); err != nil {
			return err
		}
	}
	if len(entries) > 100 {
		return w.cut()
	}
	return w.sync()
}
