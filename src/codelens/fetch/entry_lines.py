"""Where the entries of a manifest's list stand in its text.

PyYAML's marks say where entries begin and end; indexes, not lines, because YAML knows more line breaks than an editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from codelens.errors import ManifestError

if TYPE_CHECKING:
    from pathlib import Path

LIST = "repositories"


class EntryLines:
    """A manifest's text with its list of repositories, as it is written.

    Args:
        file: For messages.
        text: All of it.
        key: Of the list; None when there is none.
        node: The list; None when nothing is there.
    """

    def __init__(self, file: Path, text: str, key: yaml.Node | None, node: yaml.SequenceNode | None) -> None:
        self.file, self.text, self.key, self.node = file, text, key, node
        self.newline = "\r\n" if "\r\n" in text else "\n"

    @classmethod
    def of(cls, file: Path, text: str) -> EntryLines:
        """Find the list.

        Raises:
            ManifestError: It is no YAML, or written in brackets, or with a ``?`` before it.
        """
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            msg = f"{file}: is no YAML; run: codelens repos, which says what is wrong"
            raise ManifestError(msg) from error
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        key, node = next(((key, node) for key, node in pairs if key.value == LIST), (None, None))
        in_brackets = next((each for each in (root, node) if _is_in_brackets(each)), None)
        if in_brackets is not None:
            msg = (
                f'{file}: line {in_brackets.start_mark.line + 1}: "{LIST}" is written in brackets, which is not '
                "edited; write each entry on lines of its own that begin with a dash"
            )
            raise ManifestError(msg)
        if key is not None and not text[key.end_mark.index :].lstrip(" ").startswith(":"):
            msg = f'{file}: "{LIST}" is written in a way that is not edited; write it as {LIST}: on a line of its own'
            raise ManifestError(msg)
        return cls(file, text, key, node if isinstance(node, yaml.SequenceNode) else None)

    def names(self) -> list[str]:
        """The names of the entries, in their order; "" for what has none."""
        return [_name_in(item) for item in self.node.value] if self.node else []

    def indentation(self) -> int:
        """The column of the dashes."""
        return self.node.start_mark.column if self.node and self.node.value else 2

    def with_lines(self, lines: str) -> str:
        """The text with lines after the last entry."""
        text = self.text
        if self.key is None:
            text = self._ended(text)
            return f"{text}{LIST}:{self.newline}{lines}"
        if self.node is None or not self.node.value:
            start, end = self._emptiness()
            text = text[:start] + text[end:]
            at = self._line_end(start, text)
            return self._ended(text[:at]) + lines + text[at:]
        at = self._entry_end(len(self.node.value) - 1)
        spaced = len(self.node.value) > 1 and not self._line_before(self._entry_start(len(self.node.value) - 1)).strip()
        return self._ended(text[:at]) + (self.newline if spaced else "") + lines + text[at:]

    def without(self, number: int) -> str:
        """The text without the lines of one entry, and without what set it apart."""
        text, start, end = self.text, self._entry_start(number), self._entry_end(number)
        before, after = self._line_before(start), text[end : self._line_end(end)]
        is_last = self.node is not None and number == len(self.node.value) - 1
        if before and not before.strip() and (is_last or not after.strip()):
            start -= len(before)
        text = text[:start] + text[end:]
        if self.key is not None and self.node is not None and len(self.node.value) == 1:
            colon = text.index(":", self.key.end_mark.index) + 1
            text = f"{text[:colon]} []{text[colon:]}"
        return text

    def _emptiness(self) -> tuple[int, int]:
        """Where it says that the list is empty, with the space before."""
        colon = self.text.index(":", self.key.end_mark.index) + 1 if self.key else 0
        return colon, self.node.end_mark.index if self.node else colon

    def _entry_start(self, number: int) -> int:
        """The beginning of the line with an entry's dash."""
        nodes = self.node.value if self.node else []
        at = nodes[number].start_mark.index
        dash = self.text.rindex("-", 0, at)
        while self.text[self._line_start(dash) : dash].strip():  # a dash in a comment, say
            dash = self.text.rindex("-", 0, dash)
        return self._line_start(dash)

    def _entry_end(self, number: int) -> int:
        """The beginning of the line after an entry and the comments that are indented as it is."""
        nodes = self.node.value if self.node else []
        leaf = nodes[number]
        while isinstance(leaf, yaml.MappingNode | yaml.SequenceNode) and not leaf.flow_style and leaf.value:
            leaf = leaf.value[-1][1] if isinstance(leaf, yaml.MappingNode) else leaf.value[-1]
        end = leaf.end_mark.index
        while end > leaf.start_mark.index and self.text[end - 1] in "\r\n":  # of a block of text
            end -= 1
        at = self._line_end(end)
        while True:
            line = self.text[at : self._line_end(at)]
            shift = len(line) - len(line.lstrip(" "))
            if not line[shift:].startswith("#") or shift <= self.indentation():
                return at
            at += len(line)

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_before(self, start: int) -> str:
        return self.text[self._line_start(start - 1) : start] if start else ""

    def _line_end(self, at: int, text: str | None = None) -> int:
        text = self.text if text is None else text
        return text.find("\n", at) + 1 or len(text)

    def _ended(self, text: str) -> str:
        return text if not text or text.endswith("\n") else text + self.newline


def _name_in(item: yaml.Node) -> str:
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return next((value.value for key, value in pairs if key.value == "name" and isinstance(value, yaml.ScalarNode)), "")


def _is_in_brackets(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style and node.value)
