package mvcc

type watchableStore struct{ synced watchers }

func (s *watchableStore) notify(rev int64) { s.synced.send(rev) }

func (s *watchableStore) syncWatchers() int { return 0 }
