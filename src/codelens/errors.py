"""Every error that codelens raises on purpose.

A message is one line: what, where, what to do. A bad *file* is never an error but a
:class:`codelens.model.Skip`; an error is for what stops a repository or a question.

    CodelensError
    ├── UsageError            the command or its arguments are wrong
    │   ├── QueryError        a query does not parse; knows the column
    │   └── RegexError        a regular expression is wrong; knows where
    ├── ManifestError         repos.yaml is wrong; names file, entry and field
    ├── LanguageError         a folder under queries/languages is wrong
    ├── RecipeError           a recipe is wrong; names file, line and step
    ├── FetchError            a repository can't be fetched or read
    │   └── RevisionError     the repository is there, the revision is not
    ├── SettingsError         settings.yaml or links, apis, installed or editors.yaml is wrong; names file and line
    ├── LinkError             a place has no page that could be linked to
    ├── EditorError           an editor can't be started, or ended with an error
    ├── OutputError           a file that was asked for can't be written
    ├── HomeError             the home can't be written or must not be trusted
    ├── ShardError            a shard is missing, damaged or of another format
    │   ├── NotIndexedError   nothing to ask yet
    │   ├── ReplacedError     another generation took the place of the one that is read
    │   └── LockedError       another process writes the shard
    └── WithdrawnError        whoever asked wants no answer any more
"""

from __future__ import annotations


class CodelensError(Exception):
    """The root: whatever is caught as this is shown as one plain line and exit status 2."""


class UsageError(CodelensError):
    """The command, an option or an argument is wrong."""


class QueryError(UsageError):
    """A query does not parse.

    Args:
        message: What is wrong and what to do.
        query: The query as typed.
        column: 0-based column of the query, in characters.
        missing: What would close the query, where something in it is still open.
    """

    def __init__(self, message: str, query: str, column: int, missing: str = "") -> None:
        super().__init__(f"{message} (column {column + 1} of '{query}')")
        self.said = message
        self.query = query
        self.column = column
        self.missing = missing


class RegexError(UsageError):
    """A regular expression is wrong, or asks for what is not supported.

    Args:
        message: What is wrong and what to do.
        at: 0-based place in the expression, in characters.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class ManifestError(CodelensError):
    """The manifest is wrong; the message names file, entry and field."""


class LanguageError(CodelensError):
    """A language folder or a tags query is wrong; the message names the file."""


class RecipeError(CodelensError):
    """A recipe is wrong; the message names file, line and step."""


class FetchError(CodelensError):
    """A repository can't be fetched or read; the message names it and the next step."""


class RevisionError(FetchError):
    """The repository is there, the revision is not."""


class SettingsError(CodelensError):
    """What a person wrote about how codelens is to look and act is wrong; the message names file and line."""


class LinkError(CodelensError):
    """A place has no page that could be linked to; the message says why, and what to add."""


class EditorError(CodelensError):
    """An editor can't be started, or it ended with an error."""


class OutputError(CodelensError):
    """A file that was asked for can't be written, or is there already."""


class HomeError(CodelensError):
    """The home can't be written, or it must not be trusted."""


class ShardError(CodelensError):
    """A shard is missing, damaged or of another format version."""


class NotIndexedError(ShardError):
    """Nothing has been indexed that could answer."""


class ReplacedError(ShardError):
    """The generation that is read was removed, because an update wrote others; asked anew, the question is answered."""


class LockedError(ShardError):
    """Another process is writing the shard."""


class WithdrawnError(CodelensError):
    """A question was withdrawn while it was answered; what raises it is the checkpoint of whoever asked."""
