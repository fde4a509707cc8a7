"""The command line: ``fko-qa`` and ``python -m fko_qa``."""

from __future__ import annotations

import io
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version

from fko_qa.cli import editions
from fko_qa.cli.arguments import parser
from fko_qa.errors import FkoError, UsageError
from fko_qa.settings import Settings, load_settings

__all__ = ["main"]

_SETTINGS = ("index", "report", "report_url", "data", "host", "port")  # arguments that are settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0 done, 2 wrong usage or bad input, 1 anything else."""
    _use_utf8()
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = _run(given)
        sys.stdout.flush()  # a closed pipe or a full disk shows here, not in an English line at exit
        return code
    except FkoError as error:
        if "--debug" in given:
            traceback.print_exc()
        print(f"Fehler: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # "fko-qa measures | head" is no error
        return 0
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - the last resort: a user never reads a traceback
        if "--debug" in given:
            traceback.print_exc()
        print(f"Fehler im Programm ({type(error).__name__}). Mit --debug sehen Sie, wo er entstand.", file=sys.stderr)
        return 1


def _run(given: list[str]) -> int:
    options = parser().parse_args(given)
    if options.version:
        print(f"fko-qa {version('fko-qa')}")
        return 0
    if options.command is None:
        parser().print_help()
        return 2
    settings = load_settings({name: getattr(options, name, None) for name in _SETTINGS})
    return _COMMANDS[options.command](options, settings)


def _use_utf8() -> None:
    """Umlauts on every terminal: a pipe or a bare locale must not end in an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _build(options: Namespace, settings: Settings) -> int:
    from tqdm import tqdm

    from fko_qa.curated import load_asked, load_examples, load_facts
    from fko_qa.encoder import load_encoder
    from fko_qa.index import Learned, build_index

    report = replace(editions.read(settings.report, options.password), url=settings.report_url)
    encoder = load_encoder(settings.model, settings.cache, settings.model_download)
    with tqdm(desc="Index bauen", unit=" Textstellen", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        heads, adapter = (path.read_bytes() if path.exists() else None for path in (settings.heads, settings.adapter))
        data = settings.data
        examples, facts, asked = load_examples(data / "examples"), load_facts(data / "facts"), load_asked(data / "asked")
        learned = Learned(examples, facts, asked, heads, adapter)
        build_index(report, settings.report.read_bytes(), encoder, settings.model, settings.index, progress, learned)
    print(f"Index gebaut: {len(report.measures)} Maßnahmen, {len(report.sections)} Abschnitte, in {settings.index}")
    return 0


def _parse(options: Namespace, settings: Settings) -> int:
    from fko_qa.cli.show import measures_table
    from fko_qa.jsonio import dumps, report_object

    report = editions.read(options.file or settings.report, options.password)
    if options.json:
        print(dumps(report_object(report), indent=1))
        return 0
    print(f"{report.title}, {report.date}, {report.pages} Seiten\n")
    print("\n".join(f"{section.name} (S. {section.page})" for section in report.sections))
    print(f"\n{measures_table(report.measures)}")
    return 0


def _ask(options: Namespace, settings: Settings) -> int:
    from fko_qa.assistant import Assistant
    from fko_qa.cli.batch import answer_file
    from fko_qa.cli.show import answer_text
    from fko_qa.jsonio import answer_object, dumps

    if (options.question is None) == (options.batch is None):
        raise UsageError("Bitte geben Sie eine Frage an oder mit --batch eine Datei mit Fragen. Hilfe: fko-qa ask --help")
    assistant = Assistant.load(settings=settings)
    if options.batch is not None:
        count = answer_file(assistant, options.batch, options.output, sys.stdout)
        if options.output is not None:
            print(f"{count} Fragen beantwortet, in {options.output}")
        return 0
    answer = assistant.ask(options.question)
    print(dumps(answer_object(answer), indent=1) if options.json else answer_text(answer))
    return 0


def _measures(options: Namespace, settings: Settings) -> int:
    from fko_qa.cli.show import measures_csv, measures_table
    from fko_qa.index import load_stored_report
    from fko_qa.jsonio import dumps, measure_object
    from fko_qa.selection import chosen

    measures = chosen(load_stored_report(settings.index), options.ressort, options.cluster)
    if options.json:
        print(dumps([measure_object(measure) for measure in measures], indent=1))
    elif options.csv:
        print(measures_csv(measures), end="")
    else:
        print(measures_table(measures))
    return 0


def _feedback(_options: Namespace, settings: Settings) -> int:
    from datetime import UTC, datetime

    from fko_qa.feedback import FeedbackStore, opinions_csv

    store = FeedbackStore(settings.feedback_file, settings.feedback_days)
    print(opinions_csv(store.opinions(datetime.now(UTC).date())), end="")
    return 0


def _show(options: Namespace, settings: Settings) -> int:
    from fko_qa.cli.show import measure_text
    from fko_qa.index import load_stored_report
    from fko_qa.jsonio import dumps, measure_object
    from fko_qa.selection import named

    report = load_stored_report(settings.index)
    measure = named(options.number, report)
    print(dumps(measure_object(measure), indent=1) if options.json else measure_text(measure, report))
    return 0


def _serve(_options: Namespace, settings: Settings) -> int:
    from fko_qa.web import serve

    serve(settings)
    return 0


_COMMANDS: dict[str, Callable[[Namespace, Settings], int]] = {
    "build": _build,
    "parse": _parse,
    "ask": _ask,
    "measures": _measures,
    "show": _show,
    "serve": _serve,
    "feedback": _feedback,
    "check": editions.check,
    "compare": editions.compare,
}
