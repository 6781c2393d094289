"""Whatever a host says of repositories: their names are names, each once, and their urls stay on the host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codelens.fetch.organizations.apis import find_api
from codelens.fetch.organizations.naming import give_names
from codelens.fetch.organizations.projects import Project, read_projects

API = find_api("x", "https://gitlab.com/coreos")
WORDS = st.text("aB./-_ \n\u0435", max_size=6) | st.sampled_from(["..", ".", "coreos", "a/b", "https://gitlab.com/a/b"])
PATHS = st.lists(WORDS, min_size=1, max_size=4).map("/".join)
URLS = st.one_of(WORDS, PATHS.map("https://gitlab.com/{}.git".format), PATHS.map("http://gitlab.com/{}".format))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | PATHS | URLS,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(WORDS, each, max_size=3),
    max_leaves=4,
)
FIELDS = ("path_with_namespace", "http_url_to_repo", "archived", "forked_from_project", "empty_repo")
ITEMS = st.lists(
    VALUES
    | st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, VALUES))
    | st.fixed_dictionaries({"path_with_namespace": PATHS, "http_url_to_repo": URLS}),
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(ITEMS)
def test_what_is_taken_is_safe_and_the_rest_is_counted(items: list[object]) -> None:
    projects, refused = read_projects(items, API)
    assert len(projects) + refused == len(items)
    for project in projects:
        assert re.fullmatch(r"[\w.-]+(/[\w.-]+)+", project.path, re.ASCII)
        assert not {"", ".", ".."} & set(project.path.split("/"))
        address = urlsplit(project.url)
        assert (address.scheme, address.netloc) == ("https", "gitlab.com")
        assert ".." not in address.path.split("/")


@pytest.mark.parametrize(
    ("url", "number"), [("https://gitlab.com/a/b", 1), ("http://gitlab.com/a/b", 0), ("https://gitlab.com:80/a/b", 0)]
)
def test_what_comes_over_an_open_line_is_not_taken(url: str, number: int) -> None:
    projects, _ = read_projects([{"path_with_namespace": "a/b", "http_url_to_repo": url}], API)
    assert len(projects) == number


PARTS = st.text("aB-_.", min_size=1, max_size=3).filter(lambda part: part not in {".", ".."})
OWNED = st.lists(PARTS, min_size=2, max_size=4).map("/".join)
NAMES = st.text("ab-", min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(st.lists(OWNED, max_size=8, unique_by=str.lower), st.dictionaries(OWNED.map(str.lower), NAMES), st.sets(NAMES))
def test_names_are_names_each_once_and_stay(paths: list[str], before: dict[str, str], taken: set[str]) -> None:
    projects = [Project(path, "https://gitlab.com/x/y") for path in paths]
    names = give_names(projects, {}, taken)
    assert set(names) == {path.lower() for path in paths}
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name) for name in names.values())
    assert len(set(names.values())) == len(names)
    assert not taken & set(names.values())
    assert give_names(reversed(projects), names, taken) == names
    later = give_names(projects, before, taken)
    assert len(set(later.values())) == len(later)
    assert not taken & set(later.values())
