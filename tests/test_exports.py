"""What the package and its sub-packages offer is declared, sorted and there."""

from __future__ import annotations

import ast
import importlib
import inspect

import pytest

import fko_qa
from fko_qa import errors
from tests.fixtures import PROJECT

DECLARED = sorted(
    ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")
    for path in (PROJECT / "fko_qa").rglob("*.py")
    if "\n__all__ = " in path.read_text(encoding="utf-8")
)


def imported_names(module: str) -> set[str]:
    """The public names that a module's own top level imports or defines, without modules and ``__future__``."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fko_qa."):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
    return {name for name in names if not name.startswith("_")}


def test_the_package_exports_exactly_what_it_imports_for_users() -> None:
    assert fko_qa.__all__ == sorted(imported_names("fko_qa"))
    # What the contract's example and its answer object name.
    assert {"Assistant", "Answer", "AnsweredMeasure", "Citation", "Status", "Kind", "FkoError"} <= set(fko_qa.__all__)


def test_the_errors_exported_are_all_there_are() -> None:
    defined = [name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, errors.FkoError)]
    assert errors.__all__ == sorted(defined)


def test_every_error_is_drawn_in_the_tree_with_its_parent_above_it() -> None:
    drawing = [line for line in (errors.__doc__ or "").splitlines() if "Error" in line]
    depth = {line.split("─")[-1].split()[0]: len(line) - len(line.lstrip("│├└─ ")) for line in drawing}
    assert set(depth) == set(errors.__all__)
    for name in errors.__all__:
        parent = getattr(errors, name).__base__.__name__
        assert name == "FkoError" or depth[name] == depth[parent] + 4, name


@pytest.mark.parametrize("module", DECLARED)
def test_declared_names_exist_and_stand_once_in_order(module: str) -> None:
    loaded = importlib.import_module(module)
    declared: list[str] = loaded.__all__
    # Constants first, then classes, then functions, as ruff sorts them.
    kinds = [0 if name.isupper() else 1 if name[0].isupper() else 2 for name in declared]
    assert declared == [name for _, name in sorted(zip(kinds, declared, strict=True))]
    assert len(set(declared)) == len(declared)
    assert [name for name in declared if not hasattr(loaded, name)] == []
