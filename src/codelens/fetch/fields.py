"""The fields of a manifest's entries, each read as what it must be.

What is not raises a ManifestError; ``where`` names file and entry in its message.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from codelens.errors import ManifestError
from codelens.fetch.entries import SizeClass
from codelens.globs import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,149}")  # a folder is called so, with something behind it
_OWNER = re.compile(r"[\w.-]+(/[\w.-]+)*/\*", re.ASCII)
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,3})?) ?(kB|MB|GB)")
_UNITS = {"kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}


def check_fields(where: str, mapping: Mapping[object, object], known: Sequence[str]) -> None:
    """Refuse a field that nobody knows."""
    for written in mapping:
        if written not in known:
            hint = nearest(str(written), known) or f"; the fields are {', '.join(known)}"
            msg = f'{where}: unknown field "{written}"{hint}'
            raise ManifestError(msg)


def read_text(where: str, field: str, value: object) -> str:
    """Read one line of text."""
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value.strip()
    if isinstance(value, int | float):
        msg = f"{where}: {field}: YAML reads {value} as {_type_name(value)}; quote it as it was meant"
    elif value is None or (isinstance(value, str) and not value.strip()):
        msg = f"{where}: {field}: is empty; give a text or leave the field out"
    elif isinstance(value, str):
        msg = f"{where}: {field}: must be one line of text, without tabs and other signs that can't be seen"
    else:
        msg = f"{where}: {field}: must be a text, not {_type_name(value)}"
    raise ManifestError(msg)


def read_texts(where: str, field: str, value: object) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list):
        msg = f"{where}: {field}: must be a list of texts, not {_type_name(value)}"
        raise ManifestError(msg)
    return tuple(read_text(where, f"{field} {number}", item) for number, item in enumerate(value, 1))


def read_globs(where: str, field: str, value: object) -> tuple[str, ...]:
    """Read a list of globs."""
    globs = read_texts(where, field, value)
    for glob in globs:
        try:
            re.compile(translate(glob))
        except (ValueError, re.error) as error:
            reason = (
                error if isinstance(error, ValueError) and not isinstance(error, re.error) else f'"{glob}" is no glob'
            )
            msg = f"{where}: {field}: {reason}"
            raise ManifestError(msg) from error
    return globs


def read_truth(where: str, field: str, value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        msg = f"{where}: {field}: must be true or false, not {_type_name(value)}"
        raise ManifestError(msg)
    return value


def read_size(where: str, value: object) -> int | SizeClass | None:
    """Read what a fetch brings: measured bytes, or a class of sizes; None for a field that is empty."""
    if value is None:
        return None
    if value in list(SizeClass):
        return SizeClass(str(value))
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        classes = ", ".join(SizeClass)
        hint = f"write it as 25 MB (or kB, GB), as a class ({classes}), or leave it out"
        msg = f'{where}: size: "{value}" is no size; {hint}'
        raise ManifestError(msg)
    return round(float(found[1]) * _UNITS[found[2]])


def is_name(text: str) -> bool:
    """Whether a repository can be called so; then it is no path that leads anywhere, either."""
    return _NAME.fullmatch(text) is not None


def check_name(where: str, name: str | None) -> str:
    """Refuse a name that a repository can't have."""
    if name is None:
        msg = f"{where}: name: is missing"
    elif not is_name(name):
        msg = (
            f'{where}: name: "{name}" must start with a letter in lower case or a digit, then also "." "_" "-", '
            "and have no more than 150 of them"
        )
    else:
        return name
    raise ManifestError(msg)


def check_place(where: str, texts: Mapping[str, str]) -> None:
    """Refuse an entry that is nowhere, or in two places."""
    if "url" in texts and "path" in texts:
        msg = f"{where}: url and path: there are both; keep one"
    elif "url" in texts and "installed" in texts:
        msg = f"{where}: url and installed: there are both; keep one"
    elif "installed" in texts and "/" not in texts["installed"]:
        msg = f'{where}: installed: "{texts["installed"]}" must be KIND/PACKAGE'
    elif texts.keys().isdisjoint({"url", "path", "installed"}):
        msg = f"{where}: url: is missing; give a url to fetch from or a path to read in place"
    elif "url" in texts and not _is_address(texts["url"]):
        msg = f'{where}: url: "{texts["url"]}" is no address'
    else:
        return
    raise ManifestError(msg)


def _is_address(url: str) -> bool:
    """Whether a url can be one; whoever fetches from it says the rest."""
    try:
        return not url.startswith("-") and urlsplit(url).port != 0
    except ValueError:
        return False


def check_owner(where: str, name: str | None, url: str | None) -> tuple[str, str]:
    """Refuse an organisation that has no name or no page; returns both, the page without a slash at its end."""
    if name is None:
        msg = f"{where}: name: is missing"
    elif not _OWNER.fullmatch(name):
        msg = f'{where}: name: "{name}" must be an owner and all that it has, as owner/*'
    elif url is None:
        msg = f"{where}: url: is missing; give the page of the owner, as https://host/owner"
    elif not _is_page(url):
        msg = f'{where}: url: "{url}" is no page of an owner; write it as https://host/owner'
    else:
        return name, url.rstrip("/")
    raise ManifestError(msg)


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username or parts.password)
    return parts.scheme in {"http", "https"} and bool(parts.hostname and parts.path.strip("/")) and plain


def expand_path(where: str, folder: Path, path: str) -> Path:
    """Make a path absolute; a relative one starts at the manifest's folder."""
    try:
        return (folder / Path(path).expanduser()).resolve()
    except (RuntimeError, OSError, ValueError) as error:
        msg = f'{where}: path: "{path}" can\'t be expanded: {error}'
        raise ManifestError(msg) from error


def nearest(word: str, known: Iterable[str]) -> str:
    """Name what was perhaps meant, as the end of a message; "" when nothing is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _type_name(value: object) -> str:
    names = {dict: "a mapping", list: "a list", str: "a text", bool: "a truth value", type(None): "nothing"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else "a date")
