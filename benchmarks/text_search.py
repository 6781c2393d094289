"""Text search beside rg and csearch over one tree: the same lines, and how fast.

    python benchmarks/text_search.py FOLDER [--name NAME] [--home HOME] [--work FOLDER] [--literals COUNT]

Literals are cut from random lines, always the same ones: words, phrases, parts of words, with and without punctuation,
in their own case and in any. The expressions are those of ``text_expressions.yaml``. rg reads every file of the folder
(of a bare repository those that codelens reads); its lines in a file that codelens skips are counted by the reason.
csearch has the files that codelens reads. HOME holds an index of the folder; without it one is built. Nothing is
asserted: each question with other lines is printed.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from checkout import SEED, write_checkout
from measuring import CODELENS, clock, environment, last_line, percentile, run
from peers import CSEARCH, RIPGREP, Peers
from sources import repository_at, write_manifest

from codelens.fetch.sources import open_source
from codelens.locations import Home
from codelens.model import Skip
from codelens.query.blobs import Blobs
from codelens.query.filters import Filters
from codelens.query.shards import open_shards
from codelens.query.syntax import Text
from codelens.query.text.finding import find_lines, text_answer
from codelens.query.text.lines import LinesFound, TextQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from codelens.fetch.manifest import Repository
    from codelens.index.shard import Shard

EXPRESSIONS = Path(__file__).with_name("text_expressions.yaml")
LITERALS = 200
SHOWN = 50  # matches of an answer
WIDTH = 50
_RG = (
    "rg", "--no-config", "--no-ignore", "--hidden", "--glob=!.git", "--text", "--crlf", "--no-heading", "--null",
    "--line-number", "--replace=", "--max-columns=1",
)  # fmt: skip
_WORD = re.compile(r"\w{3,}")
Lines = set[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as all sides get it: text, whether it is an expression, whether any case will do."""

    text: Text
    folded: bool

    def __str__(self) -> str:
        """As it is typed."""
        typed = f"/{self.text.pattern}/" if self.text.regex else f'"{self.text.pattern}"'
        return f"{typed} case:{'no' if self.folded else 'yes'}"

    def rg(self) -> list[str]:
        """The command that prints every line: its path, a zero byte, its number."""
        how = ["--ignore-case" if self.folded else "--case-sensitive", *([] if self.text.regex else ["-F"])]
        return [*_RG, *how, "-e", self.text.pattern, "."]


def main() -> None:
    """Compare over one folder."""
    parser = argparse.ArgumentParser(description="Text search beside rg and csearch.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a git repository or a plain folder")
    parser.add_argument("--name", metavar="NAME", help="its name in the index (default: the folder's)")
    parser.add_argument("--home", metavar="HOME", type=Path, help="with an index of the folder")
    parser.add_argument("--work", metavar="FOLDER", type=Path, help="where to build (default: a temporary folder)")
    parser.add_argument("--literals", metavar="COUNT", type=int, default=LITERALS)
    asked = parser.parse_args()
    repository = repository_at(asked.folder, asked.name)
    with tempfile.TemporaryDirectory(prefix="codelens-bench-", dir=asked.work) as work:
        home = asked.home or Path(work) / "home"
        if not asked.home:
            manifest = write_manifest([repository], Path(work) / "repos.yaml")
            cost = run([*CODELENS, "update", "--repos", str(manifest)], more={"CODELENS_HOME": str(home)})
            if cost.status:
                sys.exit(f"text_search: codelens update failed: {last_line(cost)}")
        measure(Home(home), repository, Path(work), asked.literals)


def measure(home: Home, repository: Repository, work: Path, count: int = LITERALS) -> None:
    """Print how the lines compare, and the times of literals in a warm process beside csearch's."""
    shards = open_shards(home, [repository.name])
    checkout = write_checkout(repository, work / "text-tree").folder
    folder = repository.path or checkout
    tree = checkout if (folder / "HEAD").is_file() else folder  # a bare repository has no files to search
    with closing(Blobs()) as blobs:
        literals = sample(shards, blobs, count)
        expressions = [
            Asked(Text(pattern, regex=True), pattern == pattern.lower() and "\\" not in pattern)
            for pattern in yaml.safe_load(EXPRESSIONS.read_bytes())
        ]
        print(
            f"\ntext search over {repository.name}: {len(literals)} literals, {len(expressions)} expressions",
            flush=True,
        )
        if RIPGREP.is_there:
            skipped = dict(_skips(repository, shards))
            for what, questions in (("literals", literals), ("expressions", expressions)):
                compare(what, questions, skipped, shards, blobs, tree)
        peers = Peers(checkout, _made(work / "text-peers"))
        time_all(literals, expressions, shards, blobs, peers)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def sample(shards: Sequence[Shard], blobs: Blobs, count: int) -> list[Asked]:
    """Literals from random lines of random files."""
    chosen = random.Random(SEED)  # noqa: S311 - once and for all
    files = [
        (shard, segment.row(number)) for shard in shards for segment in shard.segments for number in segment.files()
    ]
    files = sorted((file for file in files if file[1].lines), key=lambda file: file[1].path)
    cuts = (_word, _phrase, _part, _punctuated)
    found: dict[str, Asked] = {}
    while len(found) < count:
        shard, row = chosen.choice(files)
        blob = blobs.read(shard, row) or b""
        try:
            line = chosen.choice(blob.split(b"\n")).decode().strip()
        except UnicodeDecodeError:
            continue
        text = cuts[len(found) % len(cuts)](line, chosen)
        if text and text.isprintable():
            folded = chosen.random() < 1 / 4
            found[text] = Asked(Text(text.swapcase() if folded else text, regex=False), folded)
    return list(found.values())


def _word(line: str, chosen: random.Random) -> str:
    words = _WORD.findall(line)
    return chosen.choice(words) if words else ""


def _phrase(line: str, chosen: random.Random) -> str:
    words = line.split()
    if len(words) < 2:  # noqa: PLR2004
        return ""
    start = chosen.randrange(len(words) - 1)
    return " ".join(words[start : start + chosen.randint(2, 4)])


def _part(line: str, chosen: random.Random) -> str:
    word = _word(line, chosen)
    start = chosen.randrange(max(len(word) - 3, 1))
    return word[start : start + chosen.randint(3, 8)] if len(word) > 3 else ""  # noqa: PLR2004


def _punctuated(line: str, chosen: random.Random) -> str:
    if len(line) < 6:  # noqa: PLR2004
        return ""
    start = chosen.randrange(len(line) - 4)
    text = line[start : start + chosen.randint(4, 25)].strip()
    return text if len(text) > 3 and not text.isalnum() else ""  # noqa: PLR2004


def compare(
    what: str, questions: Sequence[Asked], skipped: dict[str, str], shards: Sequence[Shard], blobs: Blobs, tree: Path
) -> None:
    """Print for how many questions the lines are rg's, which of rg's are in skipped files, and all differences."""
    same = ours_all = 0
    unread: Counter[str] = Counter()
    different = []
    for asked in questions:
        ours = _our_lines(find_lines(shards, _question(asked), Filters(), blobs), blobs)
        theirs = set()
        for path, line in _rg_lines(asked, tree):
            if path in skipped:
                unread[skipped[path]] += 1
            else:
                theirs.add((path, line))
        ours_all += len(ours)
        same += ours == theirs
        if ours != theirs:
            different.append((asked, ours - theirs, theirs - ours))
    print(f"{what}: {same} of {len(questions)} have the lines of rg, {ours_all:,} lines in all; rg has others in files")
    print(
        f"  that codelens skips: {', '.join(f'{reason} {count:,}' for reason, count in unread.most_common()) or 'none'}"
    )
    for asked, more, fewer in different:
        print(f"  {asked}: {len(more):,} more, {len(fewer):,} fewer")
        for sign, lines in (("+", more), ("-", fewer)):
            for path, number in sorted(lines)[:3]:
                print(f"    {sign} {path}:{number}")


def _question(asked: Asked) -> TextQuestion:
    return TextQuestion((asked.text,), case=not asked.folded)


def _skips(repository: Repository, shards: Sequence[Shard]) -> Iterator[tuple[str, str]]:
    """The files of which nothing can be found, with the reason."""
    with closing(open_source(repository, Path())) as source:
        yield from ((entry.path, entry.reason) for entry in source.files() if isinstance(entry, Skip))
    for row in (segment.row(number) for shard in shards for segment in shard.segments for number in segment.files()):
        if not row.lines:
            yield row.path, row.skipped or "empty"


def _our_lines(found: LinesFound, blobs: Blobs) -> Lines:
    lines = set()
    for file in found.files:
        row = file.segment.row(file.number)
        blob = blobs.read(file.shard, row) or b""
        lines |= {(row.path, blob.count(b"\n", 0, end) + 1) for end in file.line_ends}
    return lines


def _rg_lines(asked: Asked, tree: Path) -> Iterator[tuple[str, int]]:
    ended = subprocess.run(asked.rg(), cwd=tree, env=environment(), capture_output=True, check=False)
    for line in ended.stdout.splitlines():
        path, _, rest = line.partition(b"\0")
        if rest:
            yield path.removeprefix(b"./").decode("utf-8", "surrogateescape"), int(rest.split(b":", 1)[0])


def time_all(
    literals: Sequence[Asked], expressions: Sequence[Asked], shards: Sequence[Shard], blobs: Blobs, peers: Peers
) -> None:
    """Print the times of each literal that is asked in its own case, then those of all others."""

    def ask(asked: Asked) -> int:
        return text_answer(shards, find_lines(shards, _question(asked), Filters(), blobs), SHOWN, blobs).total

    plain = [asked for asked in literals if not asked.folded]
    ask(plain[0])
    print(f"{'':{WIDTH}}{'p50 ms':>10}{'p95 ms':>10}{'max ms':>10}{'hits':>10}")
    ours = _timed("codelens, warm, literals", [clock(lambda asked=asked: ask(asked)) for asked in plain])  # type: ignore[misc]
    if CSEARCH.is_there:
        peers.build_csearch()
        costs = [peers.ask(peers.text(asked.text.pattern)["csearch"]) for asked in plain]
        theirs = _timed("csearch, the same literals", [(cost.wall, cost.lines) for cost in costs])
        print(f"  codelens / csearch {ours / theirs:.2f}x   wanted: <= 1x")
    _timed("codelens, warm, literals in any case", [clock(lambda a=a: ask(a)) for a in literals if a.folded])  # type: ignore[misc]
    _timed("codelens, warm, expressions", [clock(lambda asked=asked: ask(asked)) for asked in expressions])  # type: ignore[misc]


def _timed(what: str, clocked: Sequence[tuple[float, int]]) -> float:
    seconds = [each for each, _ in clocked]
    middle = percentile(seconds, 0.5)
    costs = f"{middle * 1000:10.2f}{percentile(seconds, 0.95) * 1000:10.2f}{max(seconds) * 1000:10.2f}"
    print(f"{what:{WIDTH}}{costs}{sum(hits for _, hits in clocked):10,}", flush=True)
    return middle


if __name__ == "__main__":
    main()
