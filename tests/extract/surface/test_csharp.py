"""What a program in C# shows, by the usual libraries of its logs, options, settings and routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = [
    ('_logger.LogWarning("slow disk {Disk}", disk);', [("log", "slow disk {s}")]),
    ('logger.LogError(new EventId(1), error, "not started");', [("log", "not started")]),
    ('Log.Information("started in {Time}", t);', [("log", "started in {s}")]),
    ('Console.Error.WriteLine("no such file: " + path);', [("log", "no such file: {$path}")]),
    (
        '[LoggerMessage(Level = 1, EventName = "Up", Message = "Up on {Port}")] partial void Up(int p);',
        [("text", "Up"), ("log", "Up on {s}")],
    ),
    (
        'LoggerMessage.Define<int>(LogLevel.Debug, new EventId(1, "Up"), "Up on {Port}");',
        [("text", "Up"), ("log", "Up on {s}")],
    ),
    ('throw new InvalidOperationException("no disk " + name);', [("error", "no disk {$name}")]),
    ('throw new RpcException(new Status(StatusCode.Internal, "it broke"));', [("error", "it broke")]),
    ('throw new ArgumentException("must be positive", "limit");', [("error", "must be positive"), ("text", "limit")]),
    ('throw new ArgumentNullException("limit");', [("text", "limit")]),
    ('Environment.GetEnvironmentVariable("STORE_HOME");', [("env", "STORE_HOME")]),
    (
        'configuration["Store:Path"]; Configuration.GetValue<int>("Store:Size", 3);',
        [("config", "Store:Path"), ("config", "Store:Size")],
    ),
    ('AppContext.SetSwitch("System.Net.Fast", true);', [("config", "System.Net.Fast")]),
    (
        'new Option<int>("--port", "where it listens");',
        [("flag", "port"), ("text", "where it listens")],
    ),
    (
        '[Option("port", HelpText = "where it listens")] int Port { get; }',
        [("flag", "port"), ("text", "where it listens")],
    ),
    ('if (args[0] == "--fast") { } switch (x) { case "--slow": break; }', [("flag", "fast"), ("flag", "slow")]),
    ('app.MapGet("/items/{id}", Find);', [("route", "/items/{s}")]),
    ('[HttpPost("items")] int Add() => 1;', [("route", "items")]),
    (
        'meter.CreateCounter<long>("requests.total"); new PollingCounter("calls-failed", this, f);',
        [("metric", "requests.total"), ("metric", "calls-failed")],
    ),
    ('var text = """a "raw" text""";', [("text", 'a "raw" text')]),
    ('f(nameof(x)); text.StartsWith("abc"); [Obsolete("gone")] int x;', []),
    ('logger.LogInformation($"got {item.Name} from {this[1]:D}");', [("log", "got {$item.Name} from {s}")]),
    ('f(@"C:\\new", $@"a {b}");', [("text", "C:\\new"), ("text", "a {$b}")]),
]


@pytest.mark.parametrize(("source", "expected"), SHOWN)
def test_texts_are_shown_as_what_they_are_given_to_says(
    shown: Callable[[str, str], list[tuple[str, str]]], source: str, expected: list[tuple[str, str]]
) -> None:
    assert shown("csharp", source if source.startswith("[") else f"class A {{ void F() {{ {source} }} }}") == expected
