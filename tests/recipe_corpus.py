"""The recipes that their screens are tested with, written for the orchard of ``app_corpus``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = "harvest: what is picked, and by whom\ntrade: what is sold\n"

WHO_PICKS = """\
name: who-picks
question: Who picks this, and what of it is pressed?
when: A fruit is missing from its tree.
topics: [harvest]
parameters:
  - {name: what, type: symbol, meaning: the function that picks, example: Orchard.Harvest}
  - {name: repo, type: repository, meaning: where to look, example: orchard, default: ""}
  - {name: how, type: choice, meaning: how it is picked, example: gently, default: all, choices: [all, gently]}
  - {name: file, type: file, meaning: a path to look in, example: orchard.go, default: ""}
steps:
  - {id: defined, title: 'Where {what} is', where-defined: '{what}', repo: '{repo}', file: '{file}'}
  - {title: Who calls it, callers: '{defined.symbol}', depth: 3}
  - {title: Gently, if: {how: gently}, search: 'Pick repo:{repo}'}
  - {title: In a barn, search: 'Barn repo:barn'}
  - {title: What says so, search: '"cannot"', limit: 1, waits: Whispers are not heard.}
limits: What falls from a tree by itself is not seen.
"""
ALL_FRUIT = """\
name: all-fruit
question: Which fruit is there?
when: One is hungry.
topics: [harvest, trade]
repositories: [orchard, barn, cellar]
steps:
  - {title: Types of fruit, search: 'name:/^(Apple|Pear)$/ kind:struct'}
  - {title: Held back, search: 'Ripen kind:method'}
  - {title: Juice of it, search: 'Juice'}
"""
WAY = """\
name: way-of-fruit
question: Which way does a fruit go?
when: One wants to know where it went.
topics: [trade]
chain: true
steps:
  - {title: The program, search: 'main kind:function repo:orchard'}
  - {title: Runs, search: 'run kind:function repo:orchard', edge: call}
  - {title: Harvests, search: 'Harvest kind:method repo:orchard', edge: call}
"""
MARKET = """\
name: market
question: What is sold on the market, by name?
when: Prices rise.
topics: [trade]
parameters:
  - {name: stalls, type: text, meaning: what is sold, example: apples pears, many: true}
steps:
  - {title: 'Sold: {stalls}', for: stalls, search: '"{stalls}"', limit: 3}
"""
TORN = "name: torn\nquestion: [\n"
WRONG = ALL_FRUIT.replace("all-fruit", "wrong").replace("'Juice'", "'{juice}'")

RECIPES = {
    "who-picks.yaml": WHO_PICKS,
    "all-fruit.yaml": ALL_FRUIT,
    "way-of-fruit.yaml": WAY,
    "market.yaml": MARKET,
    "torn.yaml": TORN,
    "wrong.yaml": WRONG,
}


def build(folder: Path) -> Path:
    """Write a folder of queries that has these recipes and nothing else.

    Args:
        folder: Where it is written.

    Returns:
        The folder of the recipes.
    """
    corpus.write(folder, {"topics.yaml": TOPICS})
    return corpus.write(folder / "recipes", RECIPES)
