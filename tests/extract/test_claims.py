"""Which language a file is in, told by its name or, where one name serves two languages, by its text."""

from __future__ import annotations

import pytest

from codelens.extract.languages import load_languages

LANGUAGES = load_languages()
NAMED = [
    ("arch/entry_64.S", "asm"),
    ("src/boot.asm", "asm"),
    ("kernel/vmlinux.lds.S", "linkerscript"),
    ("boot/setup.ld", "linkerscript"),
    ("include/vmlinux.lds.h", "c"),
    ("fs/ext4/Kconfig", "kconfig"),
    ("lib/Kconfig.debug", "kconfig"),
    ("net/Makefile", "makefile"),
    ("scripts/Makefile.build", "makefile"),
    ("arch/Kbuild", "makefile"),
    ("rules.mk", "makefile"),
    ("main.tf", "hcl"),
    ("prod.tfvars", "hcl"),
    ("default.nix", "nix"),
    ("lib/BUILD", "starlark"),
    ("BUILD.bazel", "starlark"),
    ("WORKSPACE", "starlark"),
    ("go/def.bzl", "starlark"),
    ("mixin.libsonnet", "jsonnet"),
    ("manifests/init.pp", "puppet"),
    ("db/schema.sql", "sql"),
]


@pytest.mark.parametrize(("path", "language"), NAMED)
def test_a_name_tells_the_language(path: str, language: str) -> None:
    found = LANGUAGES.of_path(path)
    assert found is not None
    assert found.name == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (b"#include <linux/linkage.h>\nSYM_FUNC_START(f)\n\tret\n", "asm"),
        (b'#include "textflag.h"\nTEXT \xc2\xb7f(SB), NOSPLIT, $0\n\tRET\n', "goasm"),
        (b"GLOBL runtime\xc2\xb7x(SB), NOPTR, $8\n", "goasm"),
        (b"TEXT = 1\n\t.globl TEXT\n", "asm"),
    ],
)
def test_the_text_tells_one_assembler_from_another(text: bytes, language: str) -> None:
    found = LANGUAGES.of_blob(text, LANGUAGES.of_path("f.s"))
    assert found is not None
    assert found.name == language
