"""Commands for those who edit a report: ``check`` and ``compare``."""

from __future__ import annotations

from argparse import Namespace

from fko_qa.settings import Settings


def check(options: Namespace, settings: Settings) -> int:
    """The editor's report over an edition; done whether or not there are findings."""
    from fko_qa.curated import load_examples
    from fko_qa.jsonio import dumps
    from fko_qa.report import load_report
    from fko_qa.review import review
    from fko_qa.review.output import review_object, review_text

    found = review(load_report(settings.report), load_examples(settings.data / "examples"))
    print(dumps(review_object(found), indent=1) if options.json else review_text(found))
    return 0
