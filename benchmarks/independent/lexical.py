"""Where our rules see comments and strings, beside the nodes that tree-sitter's grammars make of the same files.

    python benchmarks/independent/lexical.py REPOSITORY... [--files COUNT] [--examples COUNT]

A repository is a folder or a git repository, bare or not. Each byte is code, string or comment for both sides; what a
grammar could not read, and the text of macros, which it does not take apart, is left out. Prints for each language the
share of bytes on which they agree, also of those that either side takes for no code, and each class of difference.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_language_pack

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sources import repository_at

from codelens.errors import CodelensError
from codelens.extract.languages import load_languages
from codelens.extract.lexical import lexical_of
from codelens.fetch.sources import open_source
from codelens.index.reading import SNIFFED, is_minified
from codelens.model import MAX_BLOB, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codelens.extract.language import Language
    from codelens.extract.lexical import Lexical

ENOUGH = 0.995  # of the bytes
CODE, STRING, COMMENT, UNKNOWN = range(4)
NAMES = ("code", "string", "comment")
OURS = {"string": STRING, "comment": COMMENT}
SEED = 20
# Names of nodes in the grammars.
COMMENTS = {
    "comment", "line_comment", "block_comment", "hash_bang_line", "marginalia", "multiline_comment", "shebang_line",
    "pod", "data_section", "eof_marker",
}  # fmt: skip
STRINGS = {
    "string", "string_literal", "raw_string_literal", "interpreted_string_literal", "rune_literal", "char_literal",
    "character_literal", "template_string", "encapsed_string", "heredoc", "nowdoc", "shell_command_expression",
    "double_quote_scalar", "single_quote_scalar", "block_scalar", "double_quoted_string", "single_quoted_string",
    "json_string", "quoted_attribute_value", "quoted_key", "string_lit", "quoted_template", "heredoc_template",
    "string_expression", "indented_string_expression", "raw_string", "ansi_c_string", "interpolated_string",
    "interpolated_string_expression", "verbatim_string_literal", "interpolated_string_literal", "quoted_word_list",
    "heredoc_content", "heredoc_token", "command_string", "heredoc_start", "heredoc_body", "heredoc_end",
    "heredoc_beginning", "string_array", "symbol_array", "subshell",
}  # fmt: skip
HOLES = {"template_substitution", "template_interpolation", "interpolation", "command_substitution"}
UNREAD = {"ERROR", "preproc_arg", "preproc_call", "shell_fragment", "heredoc_line", "raw_text"}


def main() -> int:
    """Compare, print, and say by the status whether each language reaches 99.5%."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("repositories", nargs="+", type=Path, metavar="REPOSITORY")
    parser.add_argument("--files", type=int, default=1000, help="of each language (default: %(default)s)")
    parser.add_argument("--examples", type=int, default=2, help="of each class of difference")
    asked = parser.parse_args()
    by_language: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for path in asked.repositories:
        for language, name, blob in _files(path):
            by_language[language.name].append((name, blob))
    reached = []
    for name, files in sorted(by_language.items()):
        rules = lexical_of(name)
        if rules is not None:
            chosen = random.Random(SEED).sample(files, min(asked.files, len(files)))  # noqa: S311
            reached.append(_compare(load_languages().by_name[name], rules, chosen, asked.examples))
    return 0 if all(reached) else 1


def _files(path: Path) -> Iterator[tuple[Language, str, bytes]]:
    """Every file with a grammar that codelens would parse."""
    languages = load_languages()
    with closing(open_source(repository_at(path), Path())) as source:
        for entry in source.files():
            if not isinstance(entry, SourceFile) or entry.size > MAX_BLOB:
                continue
            try:
                blob = source.read(entry.blob, entry.path)
            except CodelensError:
                continue
            language = languages.of_blob(blob, languages.of_path(entry.path))
            if language is not None and not is_minified(blob) and b"\0" not in blob[:SNIFFED]:
                yield language, f"{path.name}:{entry.path}", blob


def _compare(language: Language, rules: Lexical, files: list[tuple[str, bytes]], examples: int) -> bool:
    parser = tree_sitter.Parser(tree_sitter_language_pack.get_language(language.description.grammar))
    counts: Counter[tuple[int, int]] = Counter()
    shown: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, blob in files:
        theirs = _theirs(parser, blob)
        ours = bytearray(len(blob))
        stands = rules.stands(blob)
        for start, end, kind in zip(stands.starts, stands.ends, stands.kinds, strict=True):
            ours[start:end] = bytes([OURS[kind]]) * (end - start)
        pairs = Counter(zip(theirs, ours, strict=True))
        counts.update(pairs)
        for pair in pairs:
            if pair[0] not in (pair[1], UNKNOWN):
                shown[pair].append(_example(name, blob, theirs, ours, pair))
    return _report(language.name, len(files), counts, shown, examples)


def _theirs(parser: tree_sitter.Parser, blob: bytes) -> bytearray:
    kinds = bytearray(len(blob))
    waiting = [parser.parse(blob).root_node]
    while waiting:
        node = waiting.pop()
        name = node.type
        kind = next(
            (code for code, names in ((COMMENT, COMMENTS), (STRING, STRINGS), (UNKNOWN, UNREAD)) if name in names), None
        )
        if name in HOLES and blob[node.start_byte : node.start_byte + 2] == b"${":
            kinds[node.start_byte + 2 : node.end_byte - 1] = bytes(max(node.end_byte - node.start_byte - 3, 0))
        elif kind is not None and node.is_named:
            kinds[node.start_byte : node.end_byte] = bytes([kind]) * (node.end_byte - node.start_byte)
        if kind != UNKNOWN:
            waiting += reversed(node.children)
    return kinds


def _example(name: str, blob: bytes, theirs: bytearray, ours: bytearray, pair: tuple[int, int]) -> str:
    at = next(at for at in range(len(blob)) if (theirs[at], ours[at]) == pair)
    line = blob.count(b"\n", 0, at) + 1
    return f"{name}:{line}: {blob[max(at - 30, 0) : at + 40]!r}"


def _report(
    name: str, files: int, counts: Counter[tuple[int, int]], shown: dict[tuple[int, int], list[str]], examples: int
) -> bool:
    counts = Counter({pair: count for pair, count in counts.items() if pair[0] != UNKNOWN})
    total = counts.total()
    same = sum(count for (theirs, ours), count in counts.items() if theirs == ours)
    apart = total - counts[CODE, CODE]
    print(f"{name}: {files:,} files, {total:,} bytes: the same for {same / (total or 1):.3%}, ", end="")
    print(f"of those that are no code for either {(same - counts[CODE, CODE]) / (apart or 1):.3%}")
    for (theirs, ours), count in counts.most_common():
        if theirs != ours:
            where = shown[theirs, ours]
            print(f"    {NAMES[theirs]} there, {NAMES[ours]} here: {count:,} bytes in {len(where):,} files")
            for each in where[:examples]:
                print(f"        {each}")
    return same >= ENOUGH * total


if __name__ == "__main__":
    sys.exit(main())
