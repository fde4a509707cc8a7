"""Files that are locked, broken, too large or made to keep us busy: one German sentence each, and nothing on the log."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from fko_qa.errors import ReportFormatError
from fko_qa.report.pdf import is_pdf, read_pdf, source
from fko_qa.report.pdf.source import read_source
from tests.report.pdf.helpers import HELVETICA, one_page, pdf, printed, stream

BROKEN = "ist als PDF beschädigt oder unvollständig und lässt sich nicht lesen. Bitte laden Sie die Datei neu herunter"
NO_TEXT = "enthält keinen Text; vermutlich wurde es gescannt"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 6 0 R>>>>"
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
GOOD = printed(["I.1: Erste", "Ziel | Mehr"])


def written(folder: Path, content: bytes) -> Path:
    path = folder / "x.pdf"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"%PDF-1.7\n", BROKEN, id="only a head"),
        pytest.param(GOOD[: len(GOOD) // 3], BROKEN, id="truncated"),
        pytest.param(pdf([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), "hat keine Seiten", id="no pages"),
        pytest.param(pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), BROKEN, id="pages that hold themselves"),
        pytest.param(
            pdf([CATALOG, b"<</Type/Pages/Kids[%s]/Count 700>>" % (b"3 0 R " * 700), b"<</Type/Page/MediaBox[0 0 9 9]>>"]),
            "hat 700 Seiten. Ein Bericht hat höchstens 600.",
            id="too many pages",
        ),
        pytest.param(pdf([CATALOG, PAGES, b"<</Type/Page/MediaBox[a b]/Contents 9/Annots 7>>"]), BROKEN, id="wrong types"),
        pytest.param(one_page(b" " * 20_000_000), BROKEN, id="a stream that unpacks to much"),
        pytest.param(one_page(b"[" * 100_000), NO_TEXT, id="deep nesting in the stream"),
        pytest.param(
            pdf([b"<</Type/Catalog/Pages 2 0 R/X %s>>" % (b"[" * 20_000 + b"]" * 20_000), PAGES]),
            BROKEN,
            id="deep nesting of objects",
        ),
        pytest.param(
            one_page(b"/X Do", stream(b"/X Do /X Do", FORM), resources=b"/XObject<</X 6 0 R>>"), NO_TEXT, id="form in itself"
        ),
        pytest.param(
            one_page(b"BT /F 9 Tf " + b"1 0 0 1 9 9 Tm (a ) Tj " * 5001),
            "Seite 1 von „x.pdf“ hat 5001 Wörter.",
            id="too many words",
        ),
        pytest.param(one_page(b" BI x ID " * 100_000), NO_TEXT, id="images without an end"),
        pytest.param(one_page(b"(a" * 500_000), NO_TEXT, id="strings without an end"),
    ],
)
def test_a_bad_file_gets_one_sentence(content: bytes, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(ReportFormatError) as error:
        read_pdf(written(tmp_path, content))
    assert message in str(error.value)
    assert "„x.pdf“" in str(error.value)
    assert caplog.records == []


def test_reading_ends_when_it_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_SECONDS", -1.0)
    with pytest.raises(ReportFormatError, match=r"„x\.pdf“ zu lesen dauert länger als -1 Sekunden"):
        read_source(written(tmp_path, GOOD), None)


def locked(folder: Path, password: str, owner: str | None = None, algorithm: str = "AES-256") -> Path:
    writer = PdfWriter(clone_from=PdfReader(written(folder, GOOD)))
    writer.encrypt(password, owner, algorithm=algorithm)
    writer.write(folder / "zu.pdf")
    return folder / "zu.pdf"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_locked_file_asks_for_its_password_and_opens_with_it(tmp_path: Path, algorithm: str) -> None:
    path = locked(tmp_path, "geheim", algorithm=algorithm)
    with pytest.raises(ReportFormatError, match=r"„zu\.pdf“ ist mit einem Kennwort geschützt.*--password"):
        read_source(path, None)
    with pytest.raises(ReportFormatError, match=r"Das Kennwort passt nicht zu „zu\.pdf“"):
        read_source(path, "falsch")
    assert [word.text for word in read_source(path, "geheim").pages[0].words] == ["I.1:", "Erste", "Ziel", "Mehr"]


def test_a_file_protected_only_against_changes_opens_without_a_password(tmp_path: Path) -> None:
    assert len(read_source(locked(tmp_path, "", "eigen"), None).pages) == 1


def test_links_labels_and_the_title_are_read(tmp_path: Path) -> None:
    link = b"<</Type/Annot/Subtype/Link/Rect[50 700 150 720]/A<</S/URI/URI(https://a.de/b)>>>>"
    broken = b"<</Subtype/Link/Rect[1 2 3]/A<</URI(x)>>>> 7 <</Subtype/Link/A 3>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[%s %s]>>" % (link, broken)
    catalog = b"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[0<</S/D/St 5>>]>>>>"
    found = read_source(written(tmp_path, pdf([catalog, PAGES, page, stream(b""), HELVETICA])), None).pages[0]
    assert [(link.x0, link.y0, link.x1, link.y1, link.address) for link in found.links] == [(50, 122, 150, 142, "https://a.de/b")]
    assert found.label == "5"


@pytest.mark.parametrize(
    ("content", "expected"), [(b"%PDF-1.4", True), (b"\n\n%PDF-1.4", True), (b"# Bericht", False), (b"", False)]
)
def test_a_pdf_is_known_by_its_signature(content: bytes, expected: bool, tmp_path: Path) -> None:
    assert is_pdf(written(tmp_path, content)) is expected


@given(position=st.integers(9, len(GOOD) - 1), garbage=st.binary(min_size=1, max_size=20))
def test_no_damage_makes_reading_fail_in_another_way(
    position: int, garbage: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "x.pdf"
    path.write_bytes(GOOD[:position] + garbage + GOOD[position + len(garbage) :])
    with contextlib.suppress(ReportFormatError):
        read_pdf(path)
