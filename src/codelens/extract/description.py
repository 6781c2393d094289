"""The fields of ``language.yaml``: all that a language needs beyond its patterns."""

from __future__ import annotations

import msgspec


class PackageRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a file's package is named when the file itself does not say it.

    Args:
        root: The base name of the file that marks the root, such as a module file; the nearest one above counts.
        name: A regular expression for that file's text whose first group is the root's name; "" where it has none.
        marker: A base name that each folder of a package holds; the package starts at the topmost of them.
        of: ``folder`` (all files of a folder share a package) or ``file`` (each file is one).
        separator: Stands between the parts.
        strip: Leading folders that are no part of the name, the first that matches.
        copies: Names of folders that hold copies of other packages: within them, a path is the import path itself.
    """

    root: str = ""
    name: str = ""
    marker: str = ""
    of: str = "folder"
    separator: str = "/"
    strip: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of ``language.yaml``.

    Args:
        name: Of the folder, lower case.
        title: As people write it.
        grammar: The parser's name in tree-sitter-language-pack.
        files: Globs of the base name.
        aliases: Other names that people call it by, lower case; its title and the endings of its files
            are known anyway.
        interpreters: Programs of a ``#!`` line, without version.
        inherits: The folder whose tags query stands after this one's, so that its own patterns count first: a language,
            or a base of several that has no ``language.yaml``.
        comment: What starts a comment line.
        separator: Between scope and name.
        exported: A regular expression that a name matches when other packages can name it.
        test: Globs of paths that hold tests.
        generated: Globs of paths that programs write.
        generated_text: A regular expression for a line among the first 40 of a file that a program wrote.
        package: How packages are named.
        ignored: Words that the grammar takes for names and that are none.
        sigil: A regular expression for the beginning of what the grammar takes for a name, and that is no part of it.
        members: For a kind of definition, what it is when a type encloses it at once: a function may be a method.
        branches: A regular expression for the lines with which a preprocessor chooses between texts, with the groups
            ``open``, ``dead`` (opens a branch that is never taken), ``other`` and ``close``. A file that the grammar
            can't read is read once more with the first branch of each choice alone.
        noise: A regular expression for what is left out in that second reading besides, such as a macro that stands
            where the grammar expects none. What its group ``word`` finds becomes letters: it stays a part of a name.
        misread: A regular expression for what the grammar reads without complaint but wrongly: a file with it is read
            that second time too.
        quoted: Whether names may stand in quotes, which are no part of them.
        takes: By language, a regular expression for a line: a file that its path gives to that language is this
            one's when it has such a line.
    """

    name: str
    title: str
    grammar: str
    files: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    interpreters: tuple[str, ...] = ()
    inherits: str = ""
    comment: str = ""
    separator: str = "."
    exported: str = ""
    test: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()
    generated_text: str = ""
    package: PackageRule = PackageRule()
    ignored: tuple[str, ...] = ()
    sigil: str = ""
    members: dict[str, str] = {}
    branches: str = ""
    noise: str = ""
    misread: str = ""
    quoted: bool = False
    takes: dict[str, str] = {}
