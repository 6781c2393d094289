"""Which package a word means: of each kind, the nearest, the version that is used, and what is said of the others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from codelens.errors import UsageError
from codelens.fetch.installed.finding import find_installed, installed_names
from codelens.fetch.installed.packages import packages_of
from codelens.fetch.installed.places import roots_of
from codelens.fetch.installed.versions import version_order

if TYPE_CHECKING:
    from conftest import Machine

SITE = "srv/project/.venv/lib/python3.11/site-packages"
MODULES = "srv/project/node_modules"
GO = "home/go/pkg/mod"
SOURCE = {"tide/__init__.py": "def rise(): pass\n"}


def asked(machine: Machine, word: str, folder: str = "", **more: str) -> tuple[str, str]:
    """What to type for the package that is found, and where it is."""
    found = find_installed(word, machine.here(folder, **more)).chosen
    return found.asked, str(found.package.root.relative_to(machine.root))


def refusal(machine: Machine, word: str) -> str:
    with pytest.raises(UsageError) as error:
        find_installed(word, machine.here())
    return str(error.value)


@pytest.mark.parametrize("word", ["tide-table", "Tide_Table", "TIDE.table", "pypi/tide-table", "tide--table@1.2.0"])
def test_a_name_is_found_however_its_words_are_joined(machine: Machine, word: str) -> None:
    machine.wheel(SITE, "tide_table", "1.2.0", SOURCE)
    assert asked(machine, word) == ("pypi/tide_table@1.2.0", SITE)


def test_a_package_is_found_by_what_it_is_imported_as(machine: Machine) -> None:
    machine.wheel(SITE, "tide_table3", "1.2.0", SOURCE)
    machine.wheel(SITE, "other", "1", {"other.py": "x = 1\n"})
    assert asked(machine, "tide") == ("pypi/tide_table3@1.2.0", SITE)


def test_the_nearest_place_wins_and_the_others_are_told(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    machine.wheel("usr/lib/python3/dist-packages", "tide", "3.0", SOURCE)
    machine.wheel("opt/env/lib/python3.12/site-packages", "tide", "2.0", SOURCE)
    found = find_installed("tide", machine.here("deep/down"))
    assert found.chosen.version == "1.0"
    assert not found.pinned
    assert [one.version for one in found.others] == ["3.0", "2.0"]
    assert asked(machine, "tide", VIRTUAL_ENV=str(machine.root / "opt/env"))[0] == "pypi/tide@2.0"
    assert asked(machine, "tide@2.0")[0] == "pypi/tide@2.0"


def test_the_interpreter_on_the_path_says_which_environment_counts(machine: Machine) -> None:
    machine.program("opt/two/bin/python3.12")
    machine.program("opt/one/bin/python3.11")
    (machine.root / "usr/bin").mkdir(parents=True)
    (machine.root / "usr/bin/python3").symlink_to(machine.root / "opt/one/bin/python3.11")
    machine.wheel("opt/one/lib/python3.11/site-packages", "tide", "1.0", SOURCE)
    machine.wheel("opt/two/lib/python3.12/site-packages", "tide", "2.0", SOURCE)
    assert asked(machine, "tide") == ("pypi/tide@1.0", "opt/one/lib/python3.11/site-packages")


def test_a_version_manager_s_choice_comes_before_its_newest(machine: Machine) -> None:
    machine.program("home/.pyenv/shims/python3")
    for version in ("3.9.1", "3.12.1"):
        machine.wheel(f"home/.pyenv/versions/{version}/lib/python3/site-packages", "tide", version, SOURCE)
    path = {"PATH": str(machine.home / ".pyenv/shims")}
    assert asked(machine, "tide", **path)[0] == "pypi/tide@3.12.1"
    machine.write("home/.pyenv", {"version": "3.9.1\n"})
    assert asked(machine, "tide", **path)[0] == "pypi/tide@3.9.1"
    assert asked(machine, "tide", PYENV_VERSION="3.12.1", **path)[0] == "pypi/tide@3.12.1"


def module(machine: Machine, path: str, folder: str = GO, **more: str) -> None:
    machine.write(f"{folder}/{path}", {"go.mod": "module m\n", "m.go": "package m\n", **more})


def test_capitals_of_a_module_are_read_from_their_escapes(machine: Machine) -> None:
    module(machine, "example.org/!deep!sea/tide@v1.2.3-!r!c1")
    assert asked(machine, "example.org/DeepSea/tide") == ("golang/example.org/DeepSea/tide@v1.2.3-RC1", GO)


def test_the_last_parts_of_a_name_are_enough(machine: Machine) -> None:
    module(machine, "example.org/sea/tide/v2@v2.0.1")
    machine.write(f"{MODULES}/@sea/chart", {"package.json": '{"version": "4.0.0"}'})
    assert asked(machine, "tide/v2")[0] == "golang/example.org/sea/tide/v2@v2.0.1"
    assert asked(machine, "chart")[0] == asked(machine, "@sea/chart@4.0.0")[0] == "npm/@sea/chart@4.0.0"


def test_a_name_that_several_packages_end_with_is_refused_with_their_names(machine: Machine) -> None:
    module(machine, "example.org/sea/tide@v1.0.0")
    module(machine, "example.org/lake/tide@v1.0.0")
    said = refusal(machine, "tide")
    assert "golang/example.org/lake/tide, golang/example.org/sea/tide" in said
    assert asked(machine, "sea/tide")[0] == "golang/example.org/sea/tide@v1.0.0"


def test_packages_of_two_kinds_are_refused_until_the_kind_is_said(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    machine.write(f"{MODULES}/tide", {"package.json": '{"version": "2.0"}'})
    assert "name one of them: pypi/tide, npm/tide" in refusal(machine, "tide")
    assert asked(machine, "npm/tide")[0] == "npm/tide@2.0"


def test_a_whole_name_wins_over_the_end_of_another_which_is_told(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    module(machine, "example.org/sea/tide@v1.0.0")
    found = find_installed("tide", machine.here())
    assert (found.chosen.asked, found.similar) == ("pypi/tide@1.0", ("golang/example.org/sea/tide",))


def test_of_several_versions_the_project_s_own_counts_else_the_newest(machine: Machine) -> None:
    for version in ("v1.9.0", "v1.10.0", "v1.10.0-rc.1"):
        module(machine, f"example.org/sea/tide@{version}")
    found = find_installed("example.org/sea/tide", machine.here())
    assert (found.chosen.version, found.pinned) == ("v1.10.0", False)
    assert [one.version for one in found.others] == ["v1.10.0-rc.1", "v1.9.0"]
    machine.write("srv/project", {"go.mod": "module x\n\nrequire (\n\texample.org/sea/tide v1.9.0 // indirect\n)\n"})
    found = find_installed("example.org/sea/tide", machine.here("cmd/x"))
    assert (found.chosen.version, found.pinned) == ("v1.9.0", True)
    assert asked(machine, "sea/tide@1.10.0")[0] == "golang/example.org/sea/tide@v1.10.0"


def test_a_version_that_is_not_there_is_refused_with_those_that_are(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    assert f"there is 1.0 in {machine.root / SITE}" in refusal(machine, "tide@9")


def test_caches_are_where_variables_and_settings_say(machine: Machine) -> None:
    module(machine, "example.org/sea/a@v1.0.0", "opt/cache")
    module(machine, "example.org/sea/b@v1.0.0", "opt/go/pkg/mod")
    module(machine, "example.org/sea/c@v1.0.0", "opt/set")
    gopath = f"{machine.root}/none{os.pathsep}{machine.root}/opt/go"
    assert asked(machine, "sea/a", GOMODCACHE=str(machine.root / "opt/cache"))[1] == "opt/cache"
    assert asked(machine, "sea/b", GOPATH=gopath)[1] == "opt/go/pkg/mod"
    machine.write("home/.config/go", {"env": f"GOPROXY=off\nGOMODCACHE={machine.root}/opt/set\n"})
    assert asked(machine, "sea/c")[1] == "opt/set"


def test_a_global_folder_in_the_home_is_read_from_the_settings(machine: Machine) -> None:
    machine.write("home/.global/lib/node_modules/tide", {"package.json": '{"version": "1.0.0"}'})
    machine.write("home", {".npmrc": "fund=false\nprefix = ${HOME}/.global\n"})
    assert asked(machine, "tide") == ("npm/tide@1.0.0", "home/.global/lib/node_modules")


def test_what_a_package_keeps_for_itself_is_found_behind_what_is_shared(machine: Machine) -> None:
    machine.write(f"{MODULES}/ash", {"package.json": '{"version": "1.0"}', "node_modules/tide/package.json": "{}"})
    machine.write(
        f"{MODULES}/ash/node_modules/tide", {"package.json": '{"config": {"version": "7"}, "version": "1.0"}'}
    )
    machine.write(f"{MODULES}/tide", {"package.json": '{"version": "2.0"}'})
    machine.write(f"{MODULES}/.bin", {"package.json": "{}"})
    machine.write(f"{MODULES}/no-package", {"index.js": ""})
    found = find_installed("tide", machine.here())
    assert (found.chosen.version, [one.version for one in found.others]) == ("2.0", ["1.0"])
    assert "no-package" not in {name for name, _ in installed_names(machine.here())}


def test_links_of_packages_are_followed_and_circles_end(machine: Machine) -> None:
    store = f"{MODULES}/.pnpm/tide@1.0.0/node_modules"
    machine.write(f"{store}/tide", {"package.json": '{"version": "1.0.0"}'})
    machine.write(f"{MODULES}/.pnpm/ebb@3.0.0/node_modules/ebb", {"package.json": '{"version": "3.0.0"}'})
    (machine.root / MODULES / "tide").symlink_to(machine.root / store / "tide")
    (machine.root / store / "tide" / "node_modules").symlink_to(machine.root / MODULES)
    (machine.root / MODULES / "@sea").mkdir()
    (machine.root / MODULES / "@sea" / "loop").symlink_to(machine.root / MODULES / "@sea")
    machine.write("usr/lib/node_modules/tide", {"package.json": '{"version": "0.9.0"}'})
    assert [one.version for one in find_installed("tide", machine.here()).others] == ["0.9.0"]
    assert asked(machine, "tide") == ("npm/tide@1.0.0", MODULES)
    assert asked(machine, "ebb")[0] == "npm/ebb@3.0.0"


@pytest.mark.parametrize(
    ("folder", "files", "word", "expected"),
    [
        ("var/lib/gems/3.1.0/gems/tide-1.2.0", {"lib/tide.rb": ""}, "tide", "gem/tide@1.2.0"),
        ("home/.cargo/registry/src/index-1/sea-tide-0.3.0", {"src/lib.rs": ""}, "sea_tide", "cargo/sea-tide@0.3.0"),
        ("usr/src/linux-headers-6.1.0-9-amd64", {"Makefile": ""}, "linux-headers", "src/linux-headers@6.1.0-9-amd64"),
        ("usr/src/kernels/5.14.0-1.x86_64", {"Makefile": ""}, "kernel", "src/kernel@5.14.0-1.x86_64"),
        ("usr/src/tide", {"Makefile": "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 9\n"}, "tide", "src/tide@6.1.9"),
        ("usr/src/tide", {"tide.c": ""}, "tide", "src/tide"),
        ("usr/local/go/src", {"runtime/a.go": "", "../VERSION": "go1.22.1\ntime x\n"}, "go", "goroot/go@1.22.1"),
        (
            "usr",
            {"lib/python3.9/os.py": "", "include/python3.9/patchlevel.h": '#define PY_VERSION      "3.9.2"\n'},
            "python",
            "python/python@3.9.2",
        ),
        ("usr/lib/python3.9", {"os.py": ""}, "python", "python/python@3.9"),
        ("srv/project/vendor/sea/tide", {"composer.json": "{}"}, "sea/tide", "composer/sea/tide"),
    ],
)
def test_a_package_of_each_kind_has_its_version(
    machine: Machine, folder: str, files: dict[str, str], word: str, expected: str
) -> None:
    machine.write(folder, files)
    assert asked(machine, word)[0] == expected


def test_of_several_headers_those_of_the_running_kernel_count(machine: Machine) -> None:
    for version in ("6.1.0-9-amd64", "6.1.0-9-common", "6.9.0-1-amd64"):
        machine.write(f"usr/src/linux-headers-{version}", {"Makefile": ""})
    machine.write("proc/sys/kernel", {"osrelease": "6.1.0-9-amd64\n"})
    assert asked(machine, "linux-headers")[0] == "src/linux-headers@6.1.0-9-amd64"
    assert asked(machine, "linux-headers-6.1.0-9-common")[0] == "src/linux-headers@6.1.0-9-common"


def test_a_distribution_s_package_is_asked_last(machine: Machine) -> None:
    machine.write("var/lib/dpkg/info", {"tide.list": "/usr/lib/tide.py\n", "ebb:amd64.list": "/usr/lib/ebb.py\n"})
    machine.write("var/lib/dpkg", {"status": "Package: tide\nVersion: 8\n\nPackage: ebb\nSection: x\nVersion: 9-1\n"})
    machine.write(f"{MODULES}/tide", {"package.json": '{"version": "1.0.0"}'})
    assert asked(machine, "tide")[0] == "npm/tide@1.0.0"
    assert asked(machine, "ebb")[0] == "deb/ebb@9-1"


def test_what_is_not_there_is_refused_with_places_numbers_and_the_nearest(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    module(machine, "example.org/sea/current@v1.0.0")
    said = refusal(machine, "tyde")
    assert "tyde: no such package is installed; the nearest are tide" in said
    assert "1 pypi, 1 golang" in said
    assert str(machine.root / SITE) in said
    assert "example.org/sea/current" in refusal(machine, "curent")


@pytest.mark.parametrize("word", ["", "/", "@", "npm/", "npm/@"])
def test_what_names_nothing_is_told_how_to_name_a_package(machine: Machine, word: str) -> None:
    assert refusal(machine, word).startswith(f'"{word}": names no package; write it as PACKAGE')


def test_a_machine_without_packages_says_so(machine: Machine) -> None:
    assert refusal(machine, "tide").startswith("tide: no such package is installed: none is found")


def test_what_can_not_be_read_holds_nothing(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    machine.write(f"{SITE}/ebb-2.0.dist-info", {"METADATA": b"\xff\xfe\0", "RECORD": b"\xff"})
    (machine.root / SITE / "flow-3.0.dist-info").mkdir()
    os.mkfifo(machine.root / SITE / "flow-3.0.dist-info" / "METADATA")
    machine.write("usr/lib/python3", {"dist-packages": "no folder"})
    assert asked(machine, "ebb")[0] == "pypi/ebb@2.0"
    assert asked(machine, "flow")[0] == "pypi/flow@3.0"


def test_what_leads_nowhere_is_no_package(machine: Machine) -> None:
    modules = machine.write(MODULES, {"tide/package.json": '{"version": "1.0"}'})
    (modules / "circle").symlink_to("circle")
    (modules / "long").symlink_to("x" * 300)
    machine.write(f"{MODULES}/deep", {"package.json": '{"version": ' + "[" * 100_000 + "]" * 100_000 + "}"})
    assert asked(machine, "tide")[0] == "npm/tide@1.0"
    assert asked(machine, "deep")[0] == "npm/deep"


def test_a_place_that_can_not_be_read_is_told(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    closed = machine.write("usr/lib/python3/dist-packages", {"x.py": ""})
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and may(path, mode))
    assert f"; {closed} can't be read)" in refusal(machine, "ebb")
    assert "can't be read" not in refusal(machine, "ebb").replace(f"{closed} can't be read", "")


def test_leftovers_of_an_installer_are_no_packages(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    machine.wheel(SITE, "~ide", "0.9", SOURCE)
    assert [name for name, _ in installed_names(machine.here())] == ["tide"]


def test_a_place_that_is_reached_twice_counts_once(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", SOURCE)
    here = machine.here(VIRTUAL_ENV=str(machine.project / ".venv"))
    found = find_installed("tide", here)
    assert found.others == ()
    kind = found.chosen.package.kind
    assert roots_of(kind, here) == [machine.root / SITE]
    assert len(list(packages_of(kind, machine.root / SITE))) == 1


@pytest.mark.parametrize(
    "versions",
    [
        ["1.0.dev1", "1.0a1", "1.0rc1", "1.0", "1.0.post1", "1.0.1", "1.2", "1.10", "2"],
        ["v0.0.0-20190101000000-abcdef", "v0.0.0-20210101000000-012345", "v1.0.0-rc.1", "v1.0.0", "v1.0.1"],
        ["6.1.0-9-amd64", "6.1.0-18-amd64", "6.10.0-1-amd64"],
    ],
)
def test_versions_are_ordered_as_people_count(versions: list[str]) -> None:
    for at, version in enumerate(versions[1:]):
        assert version_order(versions[at]) < version_order(version)
