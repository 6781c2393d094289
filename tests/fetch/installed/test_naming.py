"""What a package is called in a manifest: a short name that means nothing else there, and always the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from codelens.errors import ManifestError
from codelens.fetch.entries import Repository
from codelens.fetch.installed.finding import find_installed
from codelens.fetch.installed.naming import entry_of
from codelens.fetch.manifest import load_manifest
from codelens.fetch.manifest_text import replace_entry

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Machine

GO = "home/go/pkg/mod"
TIDE = "example.org/Sea/tide/v2"


def named(machine: Machine, word: str, *taken: str) -> tuple[str, tuple[str, ...] | None]:
    listed = [Repository(name, "x", None, None, (), (), ()) for name in taken]
    entry = entry_of(find_installed(word, machine.here()), listed)
    return entry.name, entry.aliases


@pytest.mark.parametrize(
    ("word", "taken", "expected"),
    [
        ("tide/v2", (), ("tide", (TIDE, "tide/v2"))),
        (TIDE, ("tide",), ("example.org-sea-tide-v2", (TIDE,))),
        (TIDE, ("tide", "example.org-sea-tide-v2"), ("tide-golang", (TIDE,))),
        (f"{TIDE}@v2.0.0", (), ("tide-v2.0.0", (f"{TIDE}@v2.0.0",))),
        ("PyTide", (), ("pytide", None)),
        ("pytide", ("pytide",), ("pytide-pypi", None)),
        ("pytide", ("pytide", "pytide-pypi"), ("pytide-pypi-2", None)),
        ("rise", (), ("pytide", ("rise",))),
        ("@sea/chart.js", (), ("chart.js", ("@sea/chart.js",))),
    ],
)
def test_a_name_is_short_and_nobody_else_s(
    machine: Machine, word: str, taken: tuple[str, ...], expected: tuple[str, tuple[str, ...]]
) -> None:
    machine.write(f"{GO}/example.org/!sea/tide/v2@v2.0.0", {"a.go": ""})
    machine.wheel("usr/lib/python3/dist-packages", "PyTide", "1.0", {"rise.py": ""})
    machine.write("srv/project/node_modules/@sea/chart.js", {"package.json": '{"version": "1"}'})
    assert named(machine, word, *taken) == expected


def test_an_alias_that_a_shipped_entry_has_means_one_s_own_from_then_on(machine: Machine) -> None:
    machine.write("srv/project/node_modules/@sea/tide", {"package.json": '{"version": "1"}'})
    other = Repository("sea-monorepo", "x", None, None, (), (), (), aliases=("tide", "@sea/tide"))
    found = find_installed("@sea/tide", machine.here())
    of_shipped, of_own = entry_of(found, [other], {"sea-monorepo"}), entry_of(found, [other])
    assert (of_shipped.name, of_shipped.aliases) == ("sea-tide", ("@sea/tide",))
    assert (of_own.name, of_own.aliases) == ("sea-tide", None)


def test_a_package_keeps_its_entry_and_what_its_owner_wrote_there(machine: Machine) -> None:
    machine.wheel("usr/lib/python3/dist-packages", "tide", "1.0", {"tide.py": ""})
    file = machine.root / "repos.yaml"
    file.write_text(
        "# mine\nrepositories:\n  - name: ours   # the sea\n    installed: pypi/Tide\n    path: /gone\n"
        "    groups: [sea]\n    aliases: [wave]\n    exclude: [docs]\n  - {name: tide, url: x}  # another\n"
    )
    found = find_installed("tide", machine.here())
    replace_entry(file, entry_of(found, load_manifest(file).repositories))
    other, ours = load_manifest(file).repositories
    assert (ours.name, ours.groups, ours.aliases, ours.exclude) == ("ours", ("sea",), ("wave",), ("docs",))
    assert ours.path == (machine.root / "usr/lib/python3/dist-packages").resolve()
    assert (other.name, other.url) == ("tide", "x")
    assert "# mine" in file.read_text()
    assert "# another" in file.read_text()


def test_a_version_that_was_asked_for_stands_beside_the_one_that_is_followed(machine: Machine, tmp_path: Path) -> None:
    for version in ("v1.0.0", "v1.1.0"):
        machine.write(f"{GO}/example.org/tide@{version}", {"a.go": ""})
    file = tmp_path / "repos.yaml"
    for word in ("tide", "tide@v1.0.0", "tide", "tide@v1.0.0", "tide@v1.1.0"):
        listed = load_manifest(file).repositories if file.exists() else ()
        replace_entry(file, entry_of(find_installed(word, machine.here()), listed))
    found = {entry.name: entry.revision for entry in load_manifest(file).repositories}
    assert found == {"tide": None, "tide-v1.0.0": "v1.0.0", "tide-v1.1.0": "v1.1.0"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("installed: tide", 'installed: "tide" must be KIND/PACKAGE'),
        ("installed: pypi/tide\n    url: x", "url and installed: there are both; keep one"),
        ("installed: []", "installed: must be a text"),
    ],
)
def test_an_entry_that_is_wrong_says_so(tmp_path: Path, fields: str, said: str) -> None:
    file = tmp_path / "repos.yaml"
    file.write_text(f"repositories:\n  - name: tide\n    {fields}\n")
    with pytest.raises(ManifestError) as error:
        load_manifest(file)
    assert said in str(error.value)
