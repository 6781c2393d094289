"""Organisations are expanded as their hosts say: paging, groups, persons, filters, names."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from loopback_host import NOW, Asked, send, speak

from codelens.errors import FetchError
from codelens.fetch.entries import Reading, Repository, SizeClass
from codelens.fetch.organizations import expansion
from codelens.fetch.organizations.expansion import Reason, remembered
from codelens.fetch.organizations.projects import canonical

if TYPE_CHECKING:
    from pathlib import Path

    from loopback_host import Host

    from codelens.fetch.organizations.remembering import Record


def listed(name: str, url: str, **fields: object) -> Repository:
    return Repository(
        **{
            "name": name,
            "url": url,
            "path": None,
            "revision": None,
            "groups": (),
            "include": (),
            "exclude": (),
            **fields,
        }
    )


def test_all_pages_are_read(host: Host, asked: Asked) -> None:
    host.organisation("coreos", *(host.repository(f"coreos/r{number:03}") for number in range(250)))
    found = asked.expand()
    assert [each.name for each in found.repositories] == [f"r{number:03}" for number in range(250)]
    assert host.statuses == [200] * 3
    assert found.summary == "250 repositories"
    assert (found.age, found.note) == (0, "")


def test_a_repository_has_what_the_entry_and_the_host_say(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/Ignition", size=34))
    found = asked.expand(groups=("coreos", "boot"), reading=Reading((), ("vendor",)), manifest="mine.yaml")
    (one,) = found.repositories
    assert one == Repository(
        "ignition",
        f"{host.site}/coreos/Ignition.git",
        None,
        None,
        ("coreos", "boot"),
        (),
        ("vendor",),
        ("coreos/ignition",),
        "mine.yaml",
    )
    assert (one.size, one.size_class) == (None, SizeClass.SMALL)


def test_how_large_a_repository_is_about_is_told_by_its_history(host: Host, asked: Asked) -> None:
    sizes = {"s": 99_000, "m": 101_000, "l": 1_200_000, "x": 0}
    host.organisation("coreos", *(host.repository(f"coreos/{name}", size=size) for name, size in sizes.items()))
    found = asked.expand().repositories
    assert [each.size_class for each in found] == [SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE, None]


def test_archived_ones_forks_and_what_is_excluded_are_left_out_and_counted(host: Host, asked: Asked) -> None:
    host.organisation(
        "coreos",
        host.repository("coreos/old", archived=True),
        host.repository("coreos/older", archived=True, fork=True),
        host.repository("coreos/linux", fork=True),
        host.repository("coreos/Docs"),
        host.repository("coreos/fleet"),
    )
    found = asked.expand(exclude=("docs",))
    assert [each.name for each in found.repositories] == ["fleet"]
    assert found.left_out == {Reason.ARCHIVED: 2, Reason.FORK: 1, Reason.EXCLUDED: 1}
    assert found.summary == "1 repository; 2 archived, 1 fork and 1 excluded left out"
    everything = asked.expand(archived=True, forks=True)
    assert [each.name for each in everything.repositories] == ["old", "older", "linux", "docs", "fleet"]
    assert [each.archived for each in everything.repositories] == [True, True, False, False, False]
    assert [each.name for each in asked.expand(include=("f*",)).repositories] == ["fleet"]


def test_an_owner_may_be_a_person_and_is_asked_for_at_once_the_next_time(host: Host, asked: Asked) -> None:
    host.owners["/users/coreos/repos"] = [host.repository("coreos/dotfiles")]
    assert [each.name for each in asked.expand().repositories] == ["dotfiles"]
    asked.expand()
    assert host.statuses == [404, 200, 304]


def test_an_organisation_without_repositories_is_no_error(host: Host, asked: Asked) -> None:
    host.organisation("coreos")
    assert asked.expand().summary == "no repository"


def test_a_group_has_the_projects_of_its_subgroups(host: Host, asked: Asked) -> None:
    speak("gitlab")
    host.base, asked.owner = "/api/v4", "gnome/platform"
    host.owners["/groups/gnome%2Fplatform/projects"] = [
        host.project("gnome/platform/glib"),
        host.project("gnome/platform/tools/ci", forked_from_project=None),
        host.project("gnome/platform/tools/copy", forked_from_project={"id": 7}),
        host.project("gnome/platform/nothing", empty_repo=True),
        host.project("gnome/platform/web/ci"),
    ]
    found = asked.expand()
    names = ["glib", "gnome-platform-tools-ci", "gnome-platform-web-ci"]
    assert [each.name for each in found.repositories] == names
    assert found.left_out == {Reason.FORK: 1, Reason.EMPTY: 1}
    address, headers, _ = host.asked[0]
    assert "include_subgroups=true&with_shared=false" in address
    assert headers["accept"] == "application/json"
    without = asked.expand(exclude=("/tools",))
    assert [each.name for each in without.repositories] == ["glib", "gnome-platform-web-ci"]


@pytest.mark.parametrize(("keyset", "links"), [(False, True), (False, False), (True, True)])
def test_pages_are_followed_however_the_host_tells_the_next(
    host: Host, asked: Asked, *, keyset: bool, links: bool
) -> None:
    speak("gitlab")
    host.base, host.keyset, host.links, host.page_size = "/api/v4", keyset, links, 2
    host.owners["/groups/coreos/projects"] = [host.project(f"coreos/r{number}") for number in range(5)]
    assert [each.name for each in asked.expand().repositories] == ["r0", "r1", "r2", "r3", "r4"]
    assert host.statuses == [200] * 3


def test_a_person_of_a_host_with_groups_works_too(host: Host, asked: Asked) -> None:
    speak("gitlab")
    host.base = "/api/v4"
    host.owners["/users/coreos/projects"] = [host.project("coreos/notes")]
    assert [each.name for each in asked.expand().repositories] == ["notes"]


def test_what_the_manifest_lists_is_that_entry_however_its_url_is_written(host: Host, asked: Asked) -> None:
    host.organisation(
        "coreos",
        host.repository("coreos/Etcd", archived=True),
        host.repository("coreos/fleet"),
        host.repository("coreos/x"),
    )
    lines = tuple(listed(name, f"{host.site}/CoreOS/etcd", revision=name) for name in ("v2", "v3"))
    others = (
        listed("fleet", "https://git.example.org/fleet"),
        listed("y", "https://git.example.org/y", aliases=("x",)),
    )
    found = asked.expand(listed=(*lines, *others), groups=("g",))
    assert found.repositories[:2] == lines
    assert [each.name for each in found.repositories[2:]] == ["coreos-fleet", "coreos-x"]
    assert not found.left_out


def test_a_name_that_was_given_stays_unless_the_manifest_takes_it(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/docs"))
    host.organisation("prometheus", host.repository("prometheus/docs"))
    assert asked.expand().repositories[0].name == "docs"
    asked.owner = "prometheus"
    assert asked.expand().repositories[0].name == "prometheus-docs"
    asked.owner = "coreos"
    assert asked.expand().repositories[0].name == "docs"
    other = (listed("docs", "https://git.example.org/docs"),)
    assert asked.expand(listed=other).repositories[0].name == "coreos-docs"


def test_a_name_is_kept_for_a_repository_that_is_gone_for_a_while(host: Host, asked: Asked) -> None:
    speak("gitlab")
    host.base = "/api/v4"
    names = []
    for paths in (("coreos/a/docs",), ("coreos/b/docs",), ("coreos/A/Docs", "coreos/b/docs")):
        host.owners["/groups/coreos/projects"] = [host.project(path) for path in paths]
        names.append([each.name for each in asked.expand().repositories])
    assert names == [["docs"], ["coreos-b-docs"], ["docs", "coreos-b-docs"]]


@pytest.mark.parametrize(
    "url",
    [
        "{site}/coreos/etcd/",
        "http://me@127.0.0.1:{port}/CoreOS/etcd.git",
        "ssh://git@example.org:22/coreos/etcd.git",
        "git@example.org:coreos/etcd",
    ],
)
def test_one_repository_has_one_name_however_its_url_is_written(url: str) -> None:
    site = "http://127.0.0.1:80" if "example.org" not in url else "https://example.org"
    assert canonical(url.format(site=site, port=80)) == canonical(f"{site}/coreos/etcd.git")


def test_a_repository_whose_name_no_entry_can_have_is_called_by_its_owner_too(host: Host, asked: Asked) -> None:
    host.organisation("coreos", host.repository("coreos/.github"), host.repository("coreos/-x"))
    assert [each.name for each in asked.expand().repositories] == ["coreos-.github", "coreos--x"]


def test_two_paths_that_are_one_name_are_told_apart(host: Host, asked: Asked) -> None:
    speak("gitlab")
    host.base = "/api/v4"
    paths = ("coreos/a/b-c", "coreos/a-b/b-c", "coreos/a/b/c", "coreos/a-b/c")
    host.owners["/groups/coreos/projects"] = [host.project(path) for path in paths]
    names = [each.name for each in asked.expand().repositories]
    assert len(set(names)) == 4
    assert names[0] == "coreos-a-b-c" or names[0].startswith("coreos-a-b-c-")


def test_an_organisation_that_was_renamed_is_followed_and_its_new_name_said(host: Host, asked: Asked) -> None:
    host.organisation("fedora", host.repository("fedora/ignition"))
    moved = f"{host.site}/api/v3/orgs/fedora/repos?per_page=100"
    host.faults = [lambda request: send(request, 301, {"url": moved}, {"Location": moved})]
    found = asked.expand()
    assert [each.name for each in found.repositories] == ["ignition"]
    assert found.note == f"coreos is called fedora now; write {host.site}/fedora in the manifest"


def test_two_that_are_asked_at_once_never_give_one_name(
    host: Host, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.organisation("coreos", host.repository("coreos/fleet"))
    host.organisation("cabin", host.repository("cabin/fleet"))
    names: list[str] = []
    keep = expansion.remember

    def ask(whom: Asked) -> None:
        names.extend(each.name for each in whom.expand().repositories)

    other = threading.Thread(target=ask, args=(Asked(host, asked.cache, "cabin"),))

    def kept_late(cache: Path, record: Record) -> None:
        if not other.ident:
            other.start()
            other.join(0.3)
        keep(cache, record)

    monkeypatch.setattr(expansion, "remember", kept_late)
    ask(asked)
    other.join()
    assert sorted(names) == ["cabin-fleet", "fleet"]


def test_what_is_remembered_needs_no_host(host: Host, asked: Asked) -> None:
    assert remembered(asked.organization(), asked.cache) is None
    host.organisation("coreos", host.repository("coreos/fleet"), host.repository("coreos/old", archived=True))
    fresh = asked.expand()
    kept = remembered(asked.organization(), asked.cache, now=lambda: NOW + 90)
    assert kept is not None
    assert (kept.repositories, kept.left_out, kept.age) == (fresh.repositories, fresh.left_out, 90)
    assert len(host.asked) == 1


def test_an_owner_that_is_not_there_says_so(host: Host, asked: Asked) -> None:
    with pytest.raises(FetchError) as raised:
        asked.expand()
    name = f"127.0.0.1:{host.port}"
    assert str(raised.value) == (
        f"repos.yaml: coreos/*: {name} knows no coreos; "
        "check the url, and set CODELENS_TOKEN_127_0_0_1 if it is private"
    )
