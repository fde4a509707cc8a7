"""Templates → HTML. Everything that is put in is escaped; templates have no other way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fko_qa.messages import german_date

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters["german_date"] = german_date


def announced(text: str, language: str) -> str:
    """What a screen reader says, escaped: answers repeat what was asked, and Gradio puts values into the page as they are."""
    return str(Markup('<span lang="{}">{}</span>').format(language, text))


def render(template: str, **values: Any) -> str:
    """The HTML of a template."""
    return _ENVIRONMENT.get_template(template).render(**values)


def as_json(value: object) -> str:
    """A value for a script, that cannot end it."""
    return json.dumps(value).replace("<", "\\u003c")
