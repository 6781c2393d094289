"""Small programs in several languages whose calls and types are known, for the tests of relations, paths and trees."""

from __future__ import annotations

GO = {
    "go.mod": "module example.org/shop\n",
    "store/store.go": """package store

import "errors"

// Store keeps things.
type Store interface {
	Get(key string) ([]byte, error)
	Put(key string, value []byte) error
	closer
}

type closer interface {
	Close() error
}

type Base struct{}

func (b *Base) Close() error { return nil }

type Memory struct {
	*Base
	all map[string][]byte
}

func NewMemory() *Memory { return &Memory{all: map[string][]byte{}} }

func (m *Memory) Get(name string) (found []byte, err error) {
	if found = m.all[name]; found == nil {
		return nil, errors.New("none")
	}
	return found, check(name)
}

func (m *Memory) Put(key string, value []byte) error {
	m.all[key] = value
	return m.Close()
}

func check(key string) error { return nil }

// Half has the names and not the types.
type Half struct{ Base }

func (h *Half) Get(key int) ([]byte, error)  { return nil, nil }
func (h *Half) Put(key, value string) error { return nil }

// Wrapped has all by what it embeds.
type Wrapped struct {
	Store
	name string
}

// Grouped writes the same types in another way.
type Grouped struct{ Memory }

func (g Grouped) Put(
	key string,
	value []byte, // of any length
) error {
	return nil
}
""",
    "store/store_test.go": """package store

type fake struct{ Store }

func TestGet() { NewMemory().Get("a") }
""",
    "server/server.go": """package server

import (
	"fmt"

	kept "example.org/shop/store"
)

type Server struct {
	store  kept.Store
	notify func(string)
}

func New(notify func(string)) *Server { return &Server{store: kept.NewMemory(), notify: notify} }

func (s *Server) Handle(name string) error {
	s.notify(name)
	go s.later(name)
	return s.save(name)
}

func (s *Server) save(name string) error { return s.store.Put(name, nil) }

func (s *Server) later(name string) {
	fmt.Println(name)
	s.Handle(name)
}
""",
    "cmd/main.go": """package main

import "example.org/shop/server"

type Command struct {
	Name   string
	Action func() error
}

var start = Command{
	Name: "start",
	Action: func() error {
		s := server.New(announce)
		return s.Handle("x")
	},
}

func announce(name string) { shout(name) }

func shout(name string) {}

func main() { start.Action() }
""",
    "other/other.go": """package other

type Log struct{}

func (l *Log) Put(key string, value []byte) error { return nil }

func use(l *Log) { l.Put("a", nil) }
""",
}

JAVA = {
    "src/main/java/org/shop/Watch.java": """package org.shop;

public interface Watch {
    void fire(String path);
}
""",
    "src/main/java/org/shop/Plain.java": """package org.shop;

public class Plain implements Watch {
    private final Sink sink = new Sink();

    public void fire(String path) {
        note(path);
        sink.write(path);
    }

    void note(String path) {}
}
""",
    "src/main/java/org/shop/Louder.java": """package org.shop;

import org.shop.deep.Below;

public class Louder extends Plain {
    @Override
    public void fire(String path) {
        super.fire(path);
        note(path);
    }
}
""",
    "src/main/java/org/shop/Sink.java": """package org.shop;

public class Sink {
    void write(String text) {}
}
""",
    "src/main/java/org/shop/Tree.java": """package org.shop;

public class Tree {
    private Watch watch;

    void change(String path) {
        watch.fire(path);
    }
}
""",
}

C = {
    "src/loop.c": """#include "loop.h"

static int handle(int event) { return run(event); }

int loop(void) {
    while (1) {
        handle(next());
    }
}

int setup(void) {
    on_event(later);
    return loop();
}

static void later(int event) { finish(event); }
""",
    "src/loop.h": "int run(int event);\nint next(void);\n",
    "src/run.c": """#include "loop.h"

int run(int event) { return finish(event); }
int next(void) { return 0; }
int finish(int event) { return event; }
void on_event(void (*call)(int)) {}
""",
}

PYTHON = {
    "pack/__init__.py": "",
    "pack/shapes.py": """import abc


class Shape(abc.ABC):
    def area(self):
        raise NotImplementedError


class Square(Shape):
    def area(self):
        return times(2, 2)


class Tiny(Square):
    pass


def times(a, b):
    return a * b
""",
    "pack/draw.py": """from pack.shapes import Square, times as multiply
from pack import shapes


def draw():
    one = Square()
    one.area()
    shapes.times(1, 2)
    return multiply(3, 4)
""",
}

TYPESCRIPT = {
    "package.json": '{"name": "shop"}\n',
    "src/call.ts": """export interface Call {
  start(): void;
}

export class BaseCall implements Call {
  start(): void {
    this.send("x");
  }

  private send(text: string): void {}
}

export function makeCall(): BaseCall {
  return new BaseCall();
}
""",
    "src/client.ts": """import { Call, makeCall } from './call';

export class Client {
  constructor(private call: Call) {}

  run() {
    this.call.start();
    const own = makeCall();
    own.start();
  }
}
""",
}

ALL = {"shop": GO, "watching": JAVA, "looping": C, "shapes": PYTHON, "calling": TYPESCRIPT}
