"""Which paths include and exclude globs choose."""

from __future__ import annotations

import pytest

from codelens.globs import selection

ROWS = [
    # include, exclude, read, not read
    ((), (), ["a.go", "vendor/a.go"], []),
    ((), ("vendor",), ["a.go", "vendored/a.go", "a/myvendor"], ["vendor", "vendor/a.go", "a/vendor/b/c.go"]),
    ((), ("vendor/",), ["vendor", "a/vendor"], ["vendor/a.go", "a/vendor/b.go"]),
    ((), ("/vendor",), ["a/vendor/b.go"], ["vendor/a.go"]),
    ((), ("a/b",), ["x/a/b/c", "a/bc"], ["a/b", "a/b/c"]),
    ((), ("*.pb.go",), ["a.go", "pb.go"], ["a.pb.go", "x/y.pb.go"]),
    ((), ("**/gen/*.go",), ["gen/x/a.go", "a/gen/b.c"], ["gen/a.go", "a/b/gen/c.go"]),
    ((), ("a/**/z",), ["a/zz", "b/a/z"], ["a/z", "a/b/z", "a/b/c/z/file"]),
    ((), ("docs/**",), ["docs", "x/docs/a"], ["docs/a", "docs/a/b"]),
    ((), ("?.c", "[x-z]1", "[!a]2"), ["aa.c", "w1", "a2"], ["a.c", "y1", "b2"]),
    ((), ("a.b",), ["axb"], ["a.b"]),
    ((), (r"\*", "[open"), ["a"], ["*", "[open"]),
    ((), ("vendor",), [], ["vendor/new\nline.go", "new\nline/vendor/a"]),
    (("pkg", "cmd"), (), ["pkg/a.go", "x/cmd/b"], ["a.go", "docs/pkg.md"]),
    (("vendor/x/y",), ("vendor",), ["a.go", "vendor/x/y/z.go"], ["vendor/x/a.go", "vendor/x/yy.go"]),
    (("src",), ("**/*",), ["src/a.c"], ["a.c", "doc/b"]),
]


@pytest.mark.parametrize(("include", "exclude", "read", "not_read"), ROWS)
def test_globs_choose_paths(
    include: tuple[str, ...], exclude: tuple[str, ...], read: list[str], not_read: list[str]
) -> None:
    selected = selection(include, exclude)
    assert [path for path in read if not selected(path)] == []
    assert [path for path in not_read if selected(path)] == []


@pytest.mark.parametrize("glob", ["", "/", "//", "!vendor", "../other", "a/../b"])
def test_a_glob_that_can_mean_nothing_is_refused(glob: str) -> None:
    with pytest.raises(ValueError, match=r"matches nothing|negated|leaves"):
        selection((), (glob,))
