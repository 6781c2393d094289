// Package engine turns the screw.
package engine

import (
	"os"
	"runtime"
	"sync"
	"time"
)

const (
	idleTimeout  = 90 * time.Second
	maxRetries   = 5
	stokeBackoff = 250 * time.Millisecond
)

// Engine burns coal.
type Engine struct {
	mu sync.Mutex // mu must be held to change speed
	// cond wakes the stoker.
	cond    *sync.Cond
	speed   int
	coal    chan int
	stopped chan struct{}
	wg      sync.WaitGroup
}

// New makes an engine with a bunker for eight loads.
func New() *Engine {
	return &Engine{speed: 1, coal: make(chan int, 8), stopped: make(chan struct{})}
}

// SetSpeed changes the speed.
func (e *Engine) SetSpeed(speed int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.speed = speed
}

// peek takes the lock and lets go by hand.
func (e *Engine) peek() int {
	e.mu.Lock()
	speed := e.speed
	e.mu.Unlock()
	return speed
}

// GoAttach runs f beside the main flow until the engine stops.
func (e *Engine) GoAttach(f func()) {
	e.wg.Add(1)
	go func() {
		defer e.wg.Done()
		f()
	}()
}

// each runs f where it is.
func (e *Engine) each(f func(int) error) error {
	return f(e.speed)
}

// Start starts stoking.
func (e *Engine) Start() {
	e.GoAttach(e.stoke)
	go e.watchPressure()
}

func (e *Engine) stoke() {
	ticker := time.NewTicker(idleTimeout)
	for {
		select {
		case load := <-e.coal:
			e.burn(load)
		case <-e.stopped:
			return
		case <-ticker.C:
		}
	}
}

// Feed gives coal; a full bunker never blocks whoever shovels.
func (e *Engine) Feed(load int) bool {
	select {
	case e.coal <- load:
		return true
	default:
		lg.Warn("bunker queue is full; dropping a load")
		return false
	}
}

// Shutdown lets the fire go out in order.
func (e *Engine) Shutdown() {
	close(e.stopped)
	close(e.coal)
	e.wg.Wait()
	lg.Info("engine is shutting down")
}

// burn tries again when coal is wet.
// TODO: weigh the load first
func (e *Engine) burn(load int) {
	// FIXME: wet coal is not told from stone, see https://example.org/harbor/issues/741
	for attempt := 0; attempt < maxRetries; attempt++ {
		if load > 0 {
			return
		}
		time.Sleep(stokeBackoff)
	}
	panic("unexpected load: no coal")
}

func (e *Engine) watchPressure() {
	defer func() {
		if r := recover(); r != nil {
			buf := make([]byte, 1<<16)
			os.Stderr.Write(buf[:runtime.Stack(buf, true)])
		}
	}()
}
