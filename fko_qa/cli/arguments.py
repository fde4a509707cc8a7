"""The command line's grammar, in German throughout (argparse speaks English by itself)."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any, NoReturn

from fko_qa.errors import UsageError

_SENTENCES = (
    (re.compile(r"the following arguments are required: (.+)"), "Es fehlt: {0}."),
    (re.compile(r"unrecognized arguments: (.+)"), "„{0}“ kennt dieser Befehl nicht."),
    (
        re.compile(r"argument (.+): invalid choice: '?(.*?)'? \(choose from (.+)\)"),
        "„{1}“ gibt es für {0} nicht. Möglich sind: {2}.",
    ),
    (re.compile(r"argument (.+): invalid int value: '(.*)'"), "„{1}“ ist für {0} keine ganze Zahl."),
    (re.compile(r"argument (.+): expected one argument"), "Nach {0} fehlt eine Angabe."),
    (re.compile(r"argument (.+): not allowed with argument (.+)"), "{0} und {1} gehen nicht zusammen."),
)


class GermanFormatter(argparse.HelpFormatter):
    """``Aufruf:`` for ``usage:``."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Put the German word before the usage line."""
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class GermanParser(argparse.ArgumentParser):
    """Raises UsageError with a German sentence instead of leaving with an English one."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=GermanFormatter, **options)
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Translate argparse's message."""
        for pattern, sentence in _SENTENCES:
            if match := pattern.fullmatch(message):
                raise UsageError(f"{sentence.format(*match.groups())} Hilfe: {self.prog} --help")
        raise UsageError(f"Der Aufruf ist so nicht möglich. Hilfe: {self.prog} --help")


def parser() -> GermanParser:
    """The whole grammar."""
    root = GermanParser(prog="fko-qa", description="Fragen an den Fortschrittsbericht zur Fachkräfteoffensive NRW.")
    root.add_argument("--debug", action="store_true", help="zeigt bei Fehlern, wo im Programm sie entstanden")
    root.add_argument("--version", action="store_true", help="zeigt die Version")
    commands = root.add_subparsers(dest="command", title="Befehle", metavar="BEFEHL", parser_class=GermanParser)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")

    _add_build(command("build", "liest den Bericht und baut den Index"))

    parse = command("parse", "zeigt, was aus einem Bericht gelesen wird, ohne etwas zu bauen")
    parse.add_argument("file", type=Path, metavar="DATEI", nargs="?", help="der Bericht (.md, .pdf); sonst der eingestellte")
    _add_password(parse)
    _add_json(parse)

    _add_ask(command("ask", "beantwortet eine Frage, oder mit --batch viele"))

    measures = command("measures", "listet die Maßnahmen")
    measures.add_argument("--ressort", metavar="MSB", help="nur Maßnahmen dieses Ressorts")
    measures.add_argument("--cluster", metavar="II", help="nur Maßnahmen dieses Clusters")
    form = measures.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="als JSON")
    form.add_argument("--csv", action="store_true", help="als CSV (Semikolon, UTF-8)")
    _add_index(measures)

    show = command("show", "zeigt eine Maßnahme ganz")
    show.add_argument("number", metavar="NUMMER", help="zum Beispiel IV.2")
    _add_json(show)
    _add_index(show)

    _add_check(command("check", "prüft einen Bericht für die Redaktion: was fehlt, sich widerspricht oder unklar ist"))
    _add_compare(command("compare", "vergleicht zwei Ausgaben des Berichts"))
    command("feedback", "gibt die gesammelten Rückmeldungen als CSV aus")

    serve = command("serve", "startet die Web-Anwendung")
    serve.add_argument("--host", help="Adresse, auf der sie lauscht (127.0.0.1)")
    serve.add_argument("--port", type=int, help="Port (7860)")
    _add_index(serve)
    return root


def _add_build(build: argparse.ArgumentParser) -> None:
    build.add_argument("--report", type=Path, metavar="DATEI", help="der Bericht (.md oder .pdf)")
    _add_password(build)
    build.add_argument("--report-url", metavar="ADRESSE", help="öffentliche Adresse der PDF-Datei, für Links auf ihre Seiten")
    build.add_argument("--data", type=Path, metavar="ORDNER", help="der Ordner mit Fragen, Angaben und Gewichten")
    _add_index(build)


def _add_ask(ask: argparse.ArgumentParser) -> None:
    ask.add_argument("question", metavar="FRAGE", nargs="?", help="die Frage")
    ask.add_argument("--batch", type=Path, metavar="FRAGEN.jsonl", help="eine Frage je Zeile: {„id“, „question“}")
    ask.add_argument(
        "--output", type=Path, metavar="ANTWORTEN.jsonl", help="wohin die Antworten kommen; sonst auf den Bildschirm"
    )
    _add_json(ask)
    _add_index(ask)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("--report", type=Path, metavar="DATEI", help="der Bericht (.md oder .pdf); sonst der eingestellte")
    _add_password(check)
    _add_json(check)


def _add_compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("old", type=Path, metavar="ALT", help="die alte Ausgabe: ein Bericht oder der Ordner eines Index")
    compare.add_argument("new", type=Path, metavar="NEU", help="die neue Ausgabe")
    _add_password(compare)
    compare.add_argument("--html", type=Path, metavar="DATEI", help="schreibt den Vergleich auch als HTML-Seite")
    compare.add_argument(
        "--data", dest="carry_to", type=Path, metavar="ORDNER", help="schreibt Fragen und Angaben für die neue Ausgabe dorthin"
    )
    _add_json(compare)


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="als JSON")


def _add_password(command: argparse.ArgumentParser) -> None:
    command.add_argument("--password", metavar="KENNWORT", help="das Kennwort eines geschützten PDFs")


def _add_index(command: argparse.ArgumentParser) -> None:
    command.add_argument("--index", type=Path, metavar="ORDNER", help="der Ordner des Index")
