"""Gradio is imported without its type stubs."""

from __future__ import annotations

import subprocess
import sys

from tests.fixtures import PROJECT

# Prints the stubs that were opened, and then whether Python knows a component's file as before.
CODE = """
import inspect, sys
opened = []
def hook(event, given):
    if event == "open" and str(given[0]).endswith(".pyi"):
        opened.append(given[0])
sys.addaudithook(hook)
import fko_qa.web
import gradio
print(len(opened), inspect.getfile(gradio.Textbox).endswith("textbox.py"))
"""


def test_no_stub_is_read_or_written_and_nothing_else_is_changed() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "True"]


def test_gradio_alone_would_open_them() -> None:
    code = CODE.replace("import fko_qa.web\n", "")
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[0]) > 50
