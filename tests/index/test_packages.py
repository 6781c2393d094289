"""How packages are named, by the rules of the languages."""

from __future__ import annotations

import pytest

from codelens.extract.languages import load_languages
from codelens.index.classes import Packages

FILES = {
    "go.mod": b"module example.org/top\n",
    "server/run.go": b"",
    "staging/src/example.org/api/go.mod": b'module "example.org/api"\n',
    "staging/src/example.org/api/core/v1/types.go": b"",
    "vendor/example.com/cgroups/fs2/memory.go": b"",
    "lib/web/__init__.py": b"",
    "lib/web/http/__init__.py": b"",
    "lib/web/http/server.py": b"",
    "scripts/run.py": b"",
}


@pytest.mark.parametrize(
    ("path", "named", "package"),
    [
        ("server/run.go", "server", "example.org/top/server"),
        ("staging/src/example.org/api/core/v1/types.go", "v1", "example.org/api/core/v1"),
        ("vendor/example.com/cgroups/fs2/memory.go", "fs2", "example.com/cgroups/fs2"),
        ("lib/web/http/server.py", "", "web.http.server"),
        ("lib/web/http/__init__.py", "", "web.http"),
        ("scripts/run.py", "", "run"),
    ],
)
def test_a_file_belongs_to_the_package_that_its_language_names(path: str, named: str, package: str) -> None:
    language = load_languages().of_path(path)
    assert language is not None
    assert Packages(FILES, FILES.__getitem__).of(path, language, named) == package
