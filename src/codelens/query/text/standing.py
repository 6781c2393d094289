"""Where text stands in the files of an answer; the rules of a language are read with the first file that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codelens.extract.lexical import Lexical, Stands


class Places:
    """The rules of all languages that were asked for."""

    def __init__(self) -> None:
        self._rules: dict[str, Lexical | None] = {"": None}

    def of(self, language: str, blob: bytes) -> Stands | None:
        """Where the bytes of a file stand; None when its language has no rules, or it has none.

        Raises:
            LanguageError: The rules are wrong.
        """
        if language not in self._rules:
            from codelens.extract.lexical import lexical_of  # noqa: PLC0415 - most answers show no text

            self._rules[language] = lexical_of(language)
        rules = self._rules[language]
        return rules.stands(blob) if rules else None
