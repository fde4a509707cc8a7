"""Where settings come from, which wins, and what is refused."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_cache_path, user_data_path

from fko_qa.errors import SettingsError
from fko_qa.settings import Settings, load_settings
from tests.fixtures import PROJECT

NAMES = [field.name for field in fields(Settings)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, without a settings file."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_defaults() -> None:
    assert load_settings(environment={}) == Settings(
        index=PROJECT / "index",
        report=PROJECT / "data" / "fortschrittsbericht-2024-06-25.md",
        data=PROJECT / "data",
        model="multilingual-e5-small",
        model_download=False,
        cache=user_cache_path("fko-qa", appauthor=False),
        max_question_chars=2000,
        host="127.0.0.1",
        port=7860,
        embed_hosts="",
        feedback=False,
        feedback_file=user_data_path("fko-qa", appauthor=False) / "feedback.sqlite",
        feedback_days=365,
    )


def test_the_file_in_the_current_folder_is_read(folder: Path) -> None:
    lines = ['index = "meins"', 'report = "b.md"', 'model = "modell"', "model_download = true"]
    lines += ["max_question_chars = 99", 'host = "::1"', "port = 80"]
    (folder / "fko-qa.toml").write_text("\n".join(lines))
    assert load_settings(environment={}) == replace(
        Settings(),
        index=Path("meins"),
        report=Path("b.md"),
        model="modell",
        model_download=True,
        max_question_chars=99,
        host="::1",
        port=80,
    )


def test_another_file_is_read_if_it_is_named(folder: Path) -> None:
    (folder / "fko-qa.toml").write_text("port = 1")
    (folder / "other.toml").write_text("port = 2")
    assert load_settings(environment={"FKO_QA_CONFIG": str(folder / "other.toml")}).port == 2


def test_the_environment_is_read_as_each_settings_type() -> None:
    environment = {
        "FKO_QA_INDEX": "~/index",
        "FKO_QA_CACHE": "/tmp/cache",  # noqa: S108 - never opened
        "FKO_QA_MODEL": "modell",
        "FKO_QA_MODEL_DOWNLOAD": "ja",
        "FKO_QA_MAX_QUESTION_CHARS": "99",
        "FKO_QA_PORT": "8080",
    }
    assert load_settings(environment=environment) == replace(
        Settings(),
        index=Path.home() / "index",
        cache=Path("/tmp/cache"),  # noqa: S108
        model="modell",
        model_download=True,
        max_question_chars=99,
        port=8080,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("TRUE", True), ("1", True), ("Ja", True), ("false", False), ("0", False), ("nein", False)],
)
def test_yes_and_no_in_the_environment(text: str, value: bool) -> None:
    assert load_settings(environment={"FKO_QA_MODEL_DOWNLOAD": text}).model_download is value


def test_arguments_win_over_the_environment_and_that_over_the_file(folder: Path) -> None:
    (folder / "fko-qa.toml").write_text('port = 1\nhost = "file"\nmodel = "file"')
    environment = {"FKO_QA_PORT": "2", "FKO_QA_HOST": "environment"}
    settings = load_settings({"port": 3}, environment)
    assert (settings.port, settings.host, settings.model) == (3, "environment", "file")


def test_what_is_not_given_does_not_win() -> None:
    environment = {"FKO_QA_PORT": "2", "FKO_QA_HOST": ""}
    settings = load_settings({"port": None, "host": None}, environment)
    assert (settings.port, settings.host) == (2, "127.0.0.1")


def test_the_real_environment_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FKO_QA_PORT", "1234")
    assert load_settings().port == 1234


def test_other_variables_are_none_of_our_business() -> None:
    assert load_settings(environment={"PORT": "x", "FKO_QA_SOMETHING": "x", "fko_qa_port": "x"}) == Settings()


def test_an_unknown_name_in_the_file_is_refused_with_the_known_ones(folder: Path) -> None:
    (folder / "fko-qa.toml").write_text("prot = 80")
    with pytest.raises(SettingsError) as caught:
        load_settings(environment={})
    assert str(caught.value) == f"fko-qa.toml: Die Einstellung „prot“ gibt es nicht. Möglich sind: {', '.join(sorted(NAMES))}."
    assert caught.value.exit_code == 2


def test_an_unknown_argument_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"^Aufruf: Die Einstellung „prot“ gibt es nicht"):
        load_settings({"prot": 80}, {})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('port = "achtzig"', "„port“ ist „achtzig“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        ("port = 80.5", "„port“ ist „80.5“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        ("port = true", "„port“ ist „True“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        ("port = 0", "„port“ ist „0“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        ("max_question_chars = -5", "„max_question_chars“ ist „-5“. Erwartet wird eine ganze Zahl von 1 bis 1000000."),
        ("model_download = 1", "„model_download“ ist „1“. Erwartet wird true oder false."),
        ('model_download = "yes"', "„model_download“ ist „yes“. Erwartet wird true oder false."),
        ("model = 5", "„model“ ist „5“. Erwartet wird Text."),
        ("host = []", "„host“ ist „[]“. Erwartet wird Text."),
        ("index = 5", "„index“ ist „5“. Erwartet wird ein Pfad."),
        ("report = 2024-06-25", "„report“ ist „2024-06-25“. Erwartet wird ein Pfad."),
    ],
    ids=lambda value: value.partition(".")[0] if " = " in value else "",
)
def test_a_value_of_the_wrong_type_is_refused(folder: Path, line: str, message: str) -> None:
    (folder / "fko-qa.toml").write_text(line)
    with pytest.raises(SettingsError) as caught:
        load_settings(environment={})
    assert str(caught.value) == f"fko-qa.toml: {message}"


@pytest.mark.parametrize(
    ("name", "value"), [("FKO_QA_PORT", "80a"), ("FKO_QA_PORT", "0"), ("FKO_QA_MODEL_DOWNLOAD", "vielleicht")]
)
def test_a_wrong_value_in_the_environment_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"^Umgebung \(FKO_QA_…\): „\w+“ ist „{value}“\. Erwartet wird"):
        load_settings(environment={name: value})


@pytest.mark.parametrize("value", [None, 5.0, b"80", object()], ids=["none", "float", "bytes", "object"])
def test_any_other_value_is_refused(value: Any) -> None:
    with pytest.raises(SettingsError, match=r"^Test: „port“ ist"):
        Settings().with_values({"port": value}, "Test")


def test_a_file_that_is_named_must_exist(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"„nowhere.toml“ gibt es nicht. Bitte prüfen Sie FKO_QA_CONFIG"):
        load_settings(environment={"FKO_QA_CONFIG": "nowhere.toml"})


@pytest.mark.parametrize("content", [b"port = ", b"\xff\xfe", b"port = 1\nport = 2"], ids=["cut off", "no text", "twice"])
def test_a_file_that_is_no_toml_is_refused(folder: Path, content: bytes) -> None:
    (folder / "fko-qa.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"^„fko-qa\.toml“ ist keine lesbare TOML-Datei"):
        load_settings(environment={})


def test_a_folder_in_the_place_of_the_file_is_refused(folder: Path) -> None:
    (folder / "fko-qa.toml").mkdir()
    with pytest.raises(SettingsError, match=r"^„fko-qa\.toml“ ist keine lesbare TOML-Datei"):
        load_settings(environment={})


@pytest.mark.parametrize(
    "address",
    ["https://www.land.nrw/bericht.pdf", "http://example.org/a/b%20c.pdf?x=1&y=2", "https://example.org:8443/b.pdf", ""],
)
def test_the_reports_address_is_one_of_the_web(address: str) -> None:
    assert load_settings({"report_url": address}, {}).report_url == address


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/b.pdf",
        "javascript:alert(1)",
        "example.org/b.pdf",
        "https://example.org/b.pdf#page=1",
        "https://anna:geheim@example.org/b.pdf",
        "https://example.org/b c.pdf",
        'https://example.org/"onclick=',
        "https:///b.pdf",
    ],
)
def test_any_other_address_is_refused(address: str) -> None:
    expected = f"Umgebung (FKO_QA_…): „report_url“ ist „{address}“. Erwartet wird die öffentliche Adresse der PDF-Datei,"
    with pytest.raises(SettingsError, match=re.escape(expected)):
        load_settings(environment={"FKO_QA_REPORT_URL": address})


def test_the_readmes_table_lists_every_setting() -> None:
    lines = (PROJECT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "| setting | default | meaning |" in lines
    table = takewhile(lambda line: line.startswith("|"), lines[lines.index("| setting | default | meaning |") :])
    listed = [match[1] for line in table if (match := re.match(r"\| `(\w+)` \|", line))]
    assert sorted(listed) == sorted(NAMES)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('index = "a\\u0000b"', "„index“ ist „a\0b“. Erwartet wird ein Pfad."),
        ('index = "~niemand/index"', "„index“ ist „~niemand/index“. Erwartet wird ein Pfad."),
        ("port = 65536", "„port“ ist „65536“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        (f"port = 0x{'f' * 5000}", "„port“ ist „…“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        (f"port = '{'x' * 500}'", f"„port“ ist „{'x' * 200}…“. Erwartet wird eine ganze Zahl von 1 bis 65535."),
        ("feedback_days = 36501", "„feedback_days“ ist „36501“. Erwartet wird eine ganze Zahl von 1 bis 36500."),
        ("questions_per_minute = -1", "„questions_per_minute“ ist „-1“. Erwartet wird eine ganze Zahl von 0 bis 1000000."),
    ],
    ids=["NUL in a name", "no such user", "no port", "endless number", "endless text", "more than a century", "less than none"],
)
def test_a_value_that_would_fail_later_is_refused_now(folder: Path, line: str, message: str) -> None:
    (folder / "fko-qa.toml").write_text(line)
    with pytest.raises(SettingsError) as caught:
        load_settings(environment={})
    assert str(caught.value) == f"fko-qa.toml: {message}"


def test_a_path_that_is_no_text_for_the_system_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"„index“ ist .* Erwartet wird ein Pfad"):
        load_settings({"index": "\ud800"}, {})


def test_a_file_that_nests_without_end_is_refused(folder: Path) -> None:
    (folder / "fko-qa.toml").write_text(f"index = {'[' * 5000}")
    with pytest.raises(SettingsError, match="ist keine lesbare TOML-Datei"):
        load_settings(environment={})


def test_a_settings_file_whose_name_cannot_be_is_refused() -> None:
    with pytest.raises(SettingsError, match="ist keine lesbare TOML-Datei"):
        load_settings(environment={"FKO_QA_CONFIG": "a\0b"})


def test_the_stores_token_is_not_shown() -> None:
    settings = load_settings(environment={"FKO_QA_STORE": "milvus+https://milvus", "FKO_QA_STORE_TOKEN": "user:secret"})
    assert (settings.store, settings.store_token) == ("milvus+https://milvus", "user:secret")
    assert "secret" not in repr(settings)
