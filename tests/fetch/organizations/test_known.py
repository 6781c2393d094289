"""A manifest with its organisations: names that are remembered, one failure that costs nothing else."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from codelens.errors import CodelensError, ManifestError
from codelens.fetch.manifest import Manifest, load_manifest
from codelens.fetch.organizations.known import all_of, ask_organizations, recall_organizations, with_remembered

if TYPE_CHECKING:
    from pathlib import Path

    from loopback_host import Host


@pytest.fixture
def manifest(host: Host, tmp_path: Path) -> Manifest:
    file = tmp_path / "repos.yaml"
    file.write_text(
        f"""
defaults: {{exclude: [vendor]}}
repositories:
  - {{name: etcd, url: "{host.site}/coreos/etcd", groups: [kv], aliases: [etcd-server]}}
organizations:
  - {{name: coreos/*, url: "{host.site}/coreos", groups: [boot]}}
  - {{name: prometheus/*, url: "{host.site}/prometheus", groups: [boot]}}
"""
    )
    return load_manifest(file)


def test_one_organisation_that_fails_costs_itself_alone(host: Host, manifest: Manifest, tmp_path: Path) -> None:
    host.organisation("prometheus", host.repository("prometheus/common"), host.repository("prometheus/fleet"))
    failures: list[tuple[str, CodelensError]] = []
    chosen = manifest.choose(["etcd", "boot"])
    found = ask_organizations(
        manifest, chosen, tmp_path / "c", tell=lambda *_: None, refused=lambda *each: failures.append(each)
    )
    assert [each.name for each in all_of(chosen, found)] == ["etcd", "common", "fleet"]
    ((name, error),) = failures
    assert name == "coreos/*"
    assert "knows no coreos" in str(error)


def test_names_are_known_without_a_network(host: Host, manifest: Manifest, tmp_path: Path) -> None:
    cache = tmp_path / "c"
    host.organisation("coreos", host.repository("coreos/etcd"), host.repository("coreos/Fleet"))
    host.organisation("prometheus", host.repository("prometheus/fleet"))
    with pytest.raises(ManifestError):
        with_remembered(manifest, cache).select(["fleet"])
    refused: list[str] = []
    chosen = manifest.choose(["coreos/*"])
    assert not list(recall_organizations(manifest, chosen, cache, refused=lambda _, why: refused.append(str(why))))
    assert refused == ["repos.yaml: coreos/*: what it has is not known yet; run: codelens fetch 'coreos/*'"]
    everything = manifest.choose([])
    fresh = all_of(everything, ask_organizations(manifest, everything, cache, tell=print, refused=print))
    asked = len(host.asked)
    known = with_remembered(manifest, cache)
    assert known.repositories == fresh
    assert [each.name for each in known.repositories] == ["etcd", "fleet", "prometheus-fleet"]
    assert known.repositories[0] == manifest.repositories[0]
    assert known.repositories[1].exclude == ("vendor",)
    assert [each.name for each in known.select(["coreos/fleet", "Prometheus/Fleet"])] == ["fleet", "prometheus-fleet"]
    recalled = recall_organizations(manifest, chosen, cache, refused=print)
    assert [each.name for each in all_of(chosen, recalled)] == ["etcd", "fleet"]
    assert len(host.asked) == asked


def test_what_is_remembered_is_read_without_httpx() -> None:
    program = (
        "import sys, codelens.fetch.organizations.known; sys.exit('httpx' in sys.modules or 'pygit2' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
