"""Tokens from the environment: which variable is of which host, and texts without them.

A token is of one host: ``CODELENS_TOKEN_<HOST>``, then the customary names that ``queries/apis.yaml`` lists for it.
What is concealed is more: the value of whatever is called a token.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OWN = "CODELENS_TOKEN_"
_CALLED = "_TOKEN"
_SHORTEST = 4  # characters; what is shorter is no token, and would be found everywhere


@dataclass(frozen=True, slots=True)
class Token:
    """A token, and the variable that holds it, which alone is ever shown."""

    variable: str
    value: str = field(repr=False)

    @property
    def secret(self) -> str:
        """The token without the user's name that may stand before it, as in ``name:token``."""
        return self.value.partition(":")[2] or self.value


def own_variable(host: str) -> str:
    """The variable that is a host's in any case."""
    return _OWN + re.sub(r"\W", "_", host).upper()


def token_of(host: str, customary: Mapping[str, Sequence[str]]) -> Token | None:
    """Find the token for a host in the environment.

    Args:
        host: Its name, without a port.
        customary: Host to other variables that may hold its token.
    """
    names = (own_variable(host), *customary.get(host.lower(), ()))
    return next((Token(name, value) for name in names if (value := os.environ.get(name, "").strip())), None)


def without_tokens(text: str) -> str:
    """A text with an ellipsis where a token was."""
    for name, value in os.environ.items():
        if name.startswith(_OWN) or name.endswith(_CALLED):
            token = Token(name, value.strip())
            for secret in (token.value, token.secret):
                text = text.replace(secret, "…") if len(secret) >= _SHORTEST else text
    return text
