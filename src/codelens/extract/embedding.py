"""Which languages have code in the files of another: what its tags query captures as ``@embedded.<language>``.

It is told from the text of the query, because a language is loaded without compiling anything.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from codelens.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codelens.extract.language import Language

_EMBEDDED = re.compile(r"^[^;\n]*@embedded\.([\w-]+)", re.MULTILINE)


def with_embedded(language: Language, languages: Sequence[Language]) -> Language:
    """A language with those that it embeds; what they embed in turn is not looked for.

    Raises:
        LanguageError: There is no such language.
    """
    names = tuple(dict.fromkeys(_EMBEDDED.findall(language.tags)))
    if not names:
        return language
    found = {each.name: each for each in languages if each.name in names}
    for name in names:
        if name not in found:
            message = f"{language.folder / 'tags.scm'}: @embedded.{name}: there is no language {name!r}"
            raise LanguageError(message)
    seed = "\0".join((language.fingerprint, *(found[name].fingerprint for name in names)))
    return replace(language, embedded=found, fingerprint=hashlib.sha256(seed.encode()).hexdigest()[:16])
