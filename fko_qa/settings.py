"""Typed settings: defaults, then a TOML file, then the environment, then arguments; the later wins."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_data_path

from fko_qa.errors import SettingsError

ENVIRONMENT_PREFIX = "FKO_QA_"
CONFIG_FILE = "fko-qa.toml"
_CACHE = user_cache_path("fko-qa", appauthor=False)
_DATA = user_data_path("fko-qa", appauthor=False)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"'\\]+\.[^\s/?#@<>\"'\\]+(?:/[^\s#<>\"'\\]*)?")
_PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. ``docs``: the configuration table of the README, held to this class by a test."""

    index: Path = _PROJECT / "index"
    editions: Path = _PROJECT / "editions"
    report: Path = _PROJECT / "data" / "fortschrittsbericht-2024-06-25.md"
    report_url: str = ""
    data: Path = _PROJECT / "data"
    model: str = "multilingual-e5-small"
    model_download: bool = False
    cache: Path = _CACHE
    max_question_chars: int = 2000
    host: str = "127.0.0.1"
    port: int = 7860
    embed_hosts: str = ""
    questions_per_minute: int = 60
    trusted_proxies: str = ""
    metrics: bool = False
    mcp: bool = False
    feedback: bool = False
    feedback_file: Path = _DATA / "feedback.sqlite"
    feedback_days: int = 365
    contact: str = ""

    @property
    def heads(self) -> Path:
        """The trained classifier."""
        return self.data / "models" / "heads.npz"

    @property
    def adapter(self) -> Path:
        """The trained adapter of the encoder."""
        return self.data / "models" / "adapter.npz"

    def with_values(self, values: Mapping[str, Any], source: str) -> Settings:
        """The same settings with some replaced. Raises SettingsError for an unknown name or a wrong type."""
        types = {field.name: type(getattr(self, field.name)) for field in fields(self)}
        if unknown := sorted(set(values) - set(types)):
            raise SettingsError(
                f"{source}: Die Einstellung „{unknown[0]}“ gibt es nicht. Möglich sind: {', '.join(sorted(types))}."
            )
        return replace(self, **{name: _typed(name, value, types[name], source) for name, value in values.items()})


def load_settings(arguments: Mapping[str, Any] | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force. ``FKO_QA_CONFIG`` names the file; without it ``fko-qa.toml`` is read if it lies here.

    Args:
        arguments: values from the command line; None means "not given".
        environment: stands in for ``os.environ``.
    """
    environment = os.environ if environment is None else environment
    given = {name: value for name, value in (arguments or {}).items() if value is not None}
    names = {f"{ENVIRONMENT_PREFIX}{field.name.upper()}": field.name for field in fields(Settings)}
    from_environment = {names[key]: value for key, value in environment.items() if key in names and value != ""}
    return (
        Settings()
        .with_values(*_from_file(environment.get(f"{ENVIRONMENT_PREFIX}CONFIG")))
        .with_values(from_environment, "Umgebung (FKO_QA_…)")
        .with_values(given, "Aufruf")
    )


def _from_file(named: str | None) -> tuple[dict[str, Any], str]:
    path = Path(named) if named else Path(CONFIG_FILE)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), str(path)
    except FileNotFoundError as error:
        if named is None:
            return {}, CONFIG_FILE
        raise SettingsError(f"Die Datei mit den Einstellungen „{path}“ gibt es nicht. Bitte prüfen Sie FKO_QA_CONFIG.") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"„{path}“ ist keine lesbare TOML-Datei: {error}") from error


# Numbers that may be less than 1: 0 turns something off.
_LEAST = {"questions_per_minute": 0}
_BOOLEANS = {"true": True, "1": True, "ja": True, "false": False, "0": False, "nein": False}


def _typed(name: str, value: Any, expected: type, source: str) -> Any:
    """A value in its setting's type; text (from the environment) is read as that type."""
    if name == "report_url" and isinstance(value, str) and value and not _WEB_ADDRESS.fullmatch(value):
        raise SettingsError(
            f"{source}: „report_url“ ist „{value}“. Erwartet wird die öffentliche Adresse der PDF-Datei, die mit http:// oder "
            "https:// beginnt und kein „#“ enthält."
        )
    try:
        if issubclass(expected, Path) and isinstance(value, str | Path):
            return Path(value).expanduser()
        if expected is bool and isinstance(value, str):
            return _BOOLEANS[value.casefold()]
        if expected is int and isinstance(value, str):
            return _at_least(_LEAST.get(name, 1), int(value))
        if expected is int and isinstance(value, int) and not isinstance(value, bool):
            return _at_least(_LEAST.get(name, 1), value)
    except (KeyError, ValueError) as error:
        raise _wrong(name, value, expected, source) from error
    if type(value) is expected:
        return value
    raise _wrong(name, value, expected, source)


def _at_least(least: int, value: int) -> int:
    if value < least:
        raise ValueError(value)
    return value


def _wrong(name: str, value: Any, expected: type, source: str) -> SettingsError:
    kinds = {bool: "true oder false", int: f"eine ganze Zahl ab {_LEAST.get(name, 1)}", str: "Text"}
    return SettingsError(f"{source}: „{name}“ ist „{value}“. Erwartet wird {kinds.get(expected, 'ein Pfad')}.")
