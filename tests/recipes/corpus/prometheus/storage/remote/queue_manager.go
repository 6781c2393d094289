package remote

// QueueManager sends samples to another store.
type QueueManager struct{ shards *shards }

func (t *QueueManager) Append(samples []sample) bool { return t.shards.enqueue(samples) }

type shards struct{ queue chan []sample }

func (s *shards) enqueue(samples []sample) bool {
	select {
	case s.queue <- samples:
		return true
	default:
		return false
	}
}
