"""What no module of the package does, as far as its source shows: run what it reads, or trust what it should not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures import PROJECT

FILES = sorted((PROJECT / "fko_qa").rglob("*.py"))
# Modules that make objects or code of bytes, start other programs, or ask other machines (huggingface_hub may, if asked to).
FORBIDDEN_MODULES = {
    "pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "yaml", "subprocess", "pty", "socket", "ssl", "telnetlib",
    "urllib.request", "http.client", "httpx", "requests", "aiohttp", "ftplib", "smtplib", "xml", "lxml", "ctypes",
}  # fmt: skip
# Names that do so by themselves (not methods: "re.compile" is harmless), and calls by their dotted name.
FORBIDDEN_NAMES = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
FORBIDDEN_CALLS = {"os.system", "os.popen", "os.startfile", "torch.load", "np.fromfile", "tempfile.mktemp", "yaml.load"}
FORBIDDEN_CALLS_LIKE = re.compile(r"os\.(?:exec|spawn|posix_spawn)\w*|importlib\.import_module|.*\.(?:from_string|unsafe_load)")
# Arguments that switch a safeguard off.
FORBIDDEN_ARGUMENTS = {
    ("allow_pickle", True),
    ("shell", True),
    ("verify", False),
    ("trust_remote_code", True),
    ("autoescape", False),
}
FORBIDDEN_ARGUMENTS |= {("share", True), ("weights_only", False)}


def is_forbidden_module(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in FORBIDDEN_MODULES)


def unsafe(source: str) -> Iterator[str]:
    """What a module does that none should."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if is_forbidden_module(alias.name))
        elif isinstance(node, ast.ImportFrom):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name for name in names if is_forbidden_module(name))
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in FORBIDDEN_NAMES | FORBIDDEN_CALLS or FORBIDDEN_CALLS_LIKE.fullmatch(called):
                yield called
            given = {(one.arg, one.value.value) for one in node.keywords if isinstance(one.value, ast.Constant)}
            yield from (f"{name}={value}" for name, value in sorted(given & FORBIDDEN_ARGUMENTS, key=str))
            if called in ("np.load", "numpy.load") and ("allow_pickle", False) not in given:
                yield f"{called} without allow_pickle=False"
        elif isinstance(node, ast.Dict):
            given = {
                (one.value, it.value) for one, it in zip(node.keys, node.values, strict=True) if constant(one) and constant(it)
            }
            yield from (f"{name}={value}" for name, value in sorted(given & FORBIDDEN_ARGUMENTS, key=str))


def constant(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_module_runs_nothing_that_it_reads(path: Path) -> None:
    assert list(unsafe(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import pickle", ["pickle"]),
        ("from urllib import request", ["urllib.request"]),
        ("from urllib.parse import quote", []),
        ("import http.client as web", ["http.client"]),
        ("eval('1')", ["eval"]),
        ("re.compile('1')", []),
        ("__import__('os').system('x')", ["__import__"]),
        ("os.system('x')", ["os.system"]),
        ("os.execvp('x', [])", ["os.execvp"]),
        ("np.load(f)", ["np.load without allow_pickle=False"]),
        ("np.load(f, allow_pickle=True)", ["allow_pickle=True", "np.load without allow_pickle=False"]),
        ("np.load(f, allow_pickle=False)", []),
        ("run(x, shell=True)", ["shell=True"]),
        ("Environment(autoescape=False)", ["autoescape=False"]),
        ("x = {'share': True}", ["share=True"]),
        ("environment.from_string(x)", ["environment.from_string"]),
        ("AutoModel.from_pretrained(x, trust_remote_code=True)", ["trust_remote_code=True"]),
    ],
)
def test_the_check_sees_it(source: str, found: list[str]) -> None:
    assert list(unsafe(source)) == found


def test_every_test_that_the_threat_model_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (PROJECT / "docs" / "security.md").read_text(encoding="utf-8"))
    assert len(named) > 40
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in (PROJECT / path).read_text(encoding="utf-8")]
    assert missing == []
