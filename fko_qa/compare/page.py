"""A comparison as one HTML file that stands alone: no script, nothing from elsewhere, everything escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fko_qa.compare import Comparison
from fko_qa.compare.output import Counts, edition
from fko_qa.compare.questions import carried, work
from fko_qa.compare.wording import marked

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def comparison_page(comparison: Comparison, counts: Counts) -> str:
    """The whole page."""
    return _ENVIRONMENT.get_template("page.html").render(
        comparison=comparison,
        old=edition(comparison.old),
        new=edition(comparison.new),
        marked=marked,
        carried=carried(comparison),
        work=work(comparison, counts),
    )
