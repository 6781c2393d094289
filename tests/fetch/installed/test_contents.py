"""Which files of a shared folder are a package's, and that nothing leads out of it."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from codelens.errors import FetchError
from codelens.fetch.entries import Repository
from codelens.fetch.installed.contents import contents_of
from codelens.fetch.installed.description import Form, Listing, load_kinds
from codelens.fetch.installed.packages import Package
from codelens.fetch.sources import Source, Unreadable, locate, open_location, open_source
from codelens.model import Skip, SkipReason, SourceFile

if TYPE_CHECKING:
    from conftest import Machine

NOWHERE = Path("/nonexistent")
SITE = "srv/project/.venv/lib/python3.11/site-packages"
MODULES = "srv/project/node_modules"
RISE = "def rise(): pass\n"


def entry(title: str, path: Path | None = None, revision: str | None = None) -> Repository:
    return Repository("tide", None, path, revision, (), (), (), installed=title)


def opened(title: str, path: Path | None = None, revision: str | None = None) -> Source:
    return open_source(entry(title, path, revision), NOWHERE)


def listed(title: str) -> list[str]:
    with closing(opened(title)) as source:
        return [found.path for found in source.files() if isinstance(found, SourceFile)]


def skipped(title: str) -> dict[str, SkipReason]:
    with closing(opened(title)) as source:
        return {found.path: found.reason for found in source.files() if isinstance(found, Skip)}


def test_a_package_is_read_without_its_neighbours(machine: Machine) -> None:
    own = {"tide/__init__.py": RISE, "tide/__pycache__/x.pyc": b"\0", "tide_once.py": "", "odd,name.py": ""}
    record = machine.wheel(SITE, "tide", "1.0", own, entry_points__txt="[console_scripts]\nrise = tide:rise\n")
    list_ = record / "tide-1.0.dist-info" / "RECORD"
    list_.write_text(list_.read_text().replace("odd,name.py,", '"odd,name.py",'))
    machine.wheel(SITE, "ebb", "1.0", {"ebb/__init__.py": RISE, "tide/by_ebb.py": RISE})
    machine.write(SITE, {"tide/left_behind.py": RISE})
    expected = ["odd,name.py", "tide-1.0.dist-info/entry_points.txt", "tide/__init__.py", "tide_once.py"]
    assert sorted(listed("pypi/tide")) == expected


def test_two_packages_share_a_namespace(machine: Machine) -> None:
    machine.wheel(SITE, "sea-tide", "1.0", {"sea/tide/__init__.py": RISE})
    machine.wheel(SITE, "sea-ebb", "1.0", {"sea/ebb/__init__.py": RISE})
    assert listed("pypi/sea-tide") == ["sea/tide/__init__.py"]


def test_a_source_is_its_version_and_reads_in_another_process(machine: Machine) -> None:
    machine.wheel(SITE, "tide", "1.0", {"tide/__init__.py": RISE})
    with closing(opened("pypi/tide")) as source:
        (file,) = [found for found in source.files() if isinstance(found, SourceFile)]
        assert (source.revision, source.commit) == ("1.0", "")
        assert source.location.folder == machine.root / SITE
    with closing(open_location(source.location)) as again:
        assert again.read(file.blob, file.path) == again.read(file.blob) == RISE.encode()
        machine.write(SITE, {"tide/__init__.py": "changed"})
        with pytest.raises(Unreadable):
            again.read(file.blob, file.path)


@pytest.mark.parametrize(
    "line", ["../../outside.py", "tide/../../outside.py", "{outside}", "tide/\0.py", "", "tide", ",,", "gone.py"]
)
def test_a_list_leads_nowhere_but_to_files_of_its_folder(machine: Machine, line: str) -> None:
    outside = machine.write("srv/project/.venv/lib/python3.11", {"outside.py": "secret = 1\n"}) / "outside.py"
    folder = machine.wheel(SITE, "tide", "1.0", {"tide/__init__.py": RISE})
    with (folder / "tide-1.0.dist-info" / "RECORD").open("a") as record:
        record.write(f"{line.format(outside=outside)},,\n")
    assert listed("pypi/tide") == ["tide/__init__.py"]


def test_a_link_within_a_list_is_skipped_and_so_is_what_stands_behind_one(machine: Machine) -> None:
    machine.write("srv/secret", {"key.py": "key = 1\n"})
    folder = machine.wheel(SITE, "tide", "1.0", {"tide/__init__.py": RISE})
    (folder / "away").symlink_to(machine.root / "srv/secret")
    (folder / "key.py").symlink_to(machine.root / "srv/secret/key.py")
    os.mkfifo(folder / "pipe.py")
    with (folder / "tide-1.0.dist-info" / "RECORD").open("a") as record:
        record.write("away/key.py,,\nkey.py,,\npipe.py,,\n")
    assert skipped("pypi/tide") == {
        "away/key.py": SkipReason.SYMLINK,
        "key.py": SkipReason.SYMLINK,
        "pipe.py": SkipReason.UNREADABLE,
    }


def test_without_a_record_the_older_lists_count(machine: Machine) -> None:
    machine.write(f"{SITE}/tide-1.0-py3.9.egg-info", {"top_level.txt": "tide\n_tide\n", "PKG-INFO": "Version: 1.0\n"})
    machine.write(SITE, {"tide/a/b.py": RISE, "_tide.py": RISE, "other.py": RISE})
    assert sorted(listed("pypi/tide")) == ["_tide.py", "tide/a/b.py"]
    machine.write(f"{SITE}/tide-1.0-py3.9.egg-info", {"installed-files.txt": "../_tide.py\n../../x.py\nPKG-INFO\n"})
    assert listed("pypi/tide") == ["_tide.py"]


def test_without_any_list_what_is_called_like_the_package_is_it(machine: Machine) -> None:
    machine.write(SITE, {"tide-1.0.egg-info": "Version: 1.0\n", "tide.py": RISE, "tide/b.py": RISE, "other.py": RISE})
    assert sorted(listed("pypi/tide")) == ["tide.py", "tide/b.py"]


def test_a_package_whose_files_nobody_knows_says_so(machine: Machine) -> None:
    machine.write(f"{SITE}/tide-1.0.dist-info", {"METADATA": "Version: 1.0\n"})
    with pytest.raises(FetchError, match=r"pypi/tide: which files are its is not known: .* lists none \(RECORD, "):
        listed("pypi/tide")


def test_an_editable_package_is_the_folder_that_it_is_installed_from(machine: Machine) -> None:
    machine.write("srv/my tide", {"src/tide/__init__.py": RISE})
    url = f'{{"dir_info": {{"editable": true}}, "url": "file://{machine.root}/srv/my%20tide"}}'
    machine.wheel(SITE, "tide", "1.0", {"__editable__.tide.pth": "x"}, direct_url__json=url)
    location = locate(entry("pypi/tide"), NOWHERE)
    assert location.folder == machine.root / "srv/my tide"
    assert listed("pypi/tide") == ["src/tide/__init__.py"]
    (machine.root / "srv/my tide").rename(machine.root / "srv/elsewhere")
    with pytest.raises(FetchError, match=r"is installed from .*/srv/my tide, which is not there"):
        locate(entry("pypi/tide"), NOWHERE)


def test_one_that_was_copied_from_a_folder_is_read_where_it_was_copied_to(machine: Machine) -> None:
    url = f'{{"url": "file://{machine.root}/srv/tide", "dir_info": {{"editable": false}}}}'
    machine.wheel(SITE, "tide", "1.0", {"tide/__init__.py": RISE}, direct_url__json=url)
    assert listed("pypi/tide") == ["tide/__init__.py"]


def test_a_link_of_an_older_installer_is_followed(machine: Machine) -> None:
    machine.write("srv/tide", {"tide.py": RISE})
    machine.write(SITE, {"tide.egg-link": f"{machine.root}/srv/tide\n.\n"})
    assert listed("pypi/tide") == ["tide.py"]


def test_a_folder_is_read_without_the_packages_that_it_keeps(machine: Machine) -> None:
    files = {"package.json": '{"version": "1.0"}', "lib/a.js": "x", "node_modules/b/b.js": "y", ".git/c.js": "z"}
    machine.write(f"{MODULES}/@sea/tide", files)
    assert listed("npm/@sea/tide") == ["lib/a.js", "package.json"]


def test_a_list_may_be_called_like_its_package(machine: Machine) -> None:
    root = machine.write("srv/sea", {"tide.pkg": "", "lists/tide": "a.c\n", "a.c": "", "b.c": ""})
    form = Form(r"(?P<name>\w+)[.]pkg", files=(Listing("../lists/{name}", "(.+)"),))
    package = Package(load_kinds()["deb"], form, "tide", root, "tide.pkg", "")
    assert contents_of(package).paths == ("a.c",)


def test_a_folder_that_can_not_be_listed_is_said(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = machine.write(f"{MODULES}/tide", {"package.json": '{"version": "1.0"}'})
    scandir = os.scandir

    def refusing(path: Any) -> Any:
        if os.fsencode(path) == os.fsencode(closed):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(FetchError, match=r"tide can't be read \(Permission denied\)"):
        listed("npm/tide")


def test_a_linked_folder_is_read_where_it_really_is(machine: Machine) -> None:
    store = machine.write(f"{MODULES}/.pnpm/tide@1.0/node_modules/tide", {"package.json": '{"version": "1.0"}'})
    machine.write(f"{MODULES}/.pnpm/tide@1.0/node_modules/ebb", {"package.json": "{}"})
    (machine.root / MODULES / "tide").symlink_to(store)
    assert locate(entry("npm/tide"), NOWHERE).folder == store
    assert listed("npm/tide") == ["package.json"]


def test_the_files_of_a_distribution_s_package_are_read_from_its_list(machine: Machine) -> None:
    machine.write("usr", {"lib/tide/a.py": RISE, "lib/tide/state.py": RISE, "share/doc/tide/copyright": "x"})
    paths = ("usr", "usr/lib", "usr/lib/tide", "usr/lib/tide/a.py", "usr/share/doc/tide/copyright", "usr/gone")
    machine.write("var/lib/dpkg", {"status": "Package: tide\nVersion: 1:2-3\n"})
    machine.write("var/lib/dpkg/info", {"tide:amd64.list": "".join(f"{machine.root}/{path}\n" for path in paths)})
    with closing(opened("deb/tide")) as source:
        assert source.revision == "1:2-3"
    assert [path for path in listed("deb/tide") if "doc" not in path] == ["usr/lib/tide/a.py"]


def test_an_archive_says_how_it_can_be_read(machine: Machine) -> None:
    machine.write("usr/src", {"linux-source-6.1.tar.xz": b"\xfd7zXZ"})
    with pytest.raises(FetchError, match=r"linux-source-6\.1\.tar\.xz is an archive; unpack it with: tar -xf "):
        locate(entry("src/linux-source"), NOWHERE)
    machine.write("usr/src/linux-source-6.1", {"a.c": "int a;\n"})
    assert listed("src/linux-source") == ["a.c"]


def test_a_version_that_was_pinned_stays_and_another_one_follows(machine: Machine) -> None:
    cache = machine.root / "home/go/pkg/mod"
    machine.write(f"{cache}/example.org/tide@v1.0.0", {"a.go": "package a\n"})
    assert locate(entry("golang/example.org/tide", cache), NOWHERE).revision == "v1.0.0"
    machine.write(f"{cache}/example.org/tide@v1.1.0", {"b.go": "package a\n"})
    assert locate(entry("golang/example.org/tide", cache), NOWHERE).revision == "v1.1.0"
    assert locate(entry("golang/example.org/tide", cache, "v1.0.0"), NOWHERE).revision == "v1.0.0"
    with pytest.raises(FetchError, match=r"tide v9 is not in .* any more \(there is v1\.0\.0, v1\.1\.0\)"):
        locate(entry("golang/example.org/tide", cache, "v9"), NOWHERE)


def test_a_package_is_read_from_a_folder_that_was_deleted(machine: Machine) -> None:
    folder = machine.wheel(SITE, "tide", "1.0", {"tide/__init__.py": RISE})
    lost = machine.write("srv/lost", {})
    lost.mkdir()
    os.chdir(lost)
    lost.rmdir()
    assert locate(entry("pypi/tide", folder), NOWHERE).revision == "1.0"


def test_a_package_that_is_gone_says_where_it_was(machine: Machine) -> None:
    folder = machine.write(SITE, {"x.py": ""})
    with pytest.raises(FetchError, match=f"pypi/tide is not installed in {folder} any more"):
        locate(entry("pypi/tide", folder), NOWHERE)
    with pytest.raises(FetchError, match=f"pypi/tide is not installed in {folder} any more"):
        locate(entry("pypi/tide"), NOWHERE)
    with pytest.raises(
        FetchError, match=r'"cpan/tide" names no kind of package; write KIND/PACKAGE with one of pypi, '
    ):
        locate(entry("cpan/tide"), NOWHERE)
