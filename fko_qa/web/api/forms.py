"""What programs send, as types: read strictly, and described in the OpenAPI document and by the MCP tools."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec

from fko_qa.assistant import MAX_EARLIER

# More would not be read.
MAX_HISTORY = MAX_EARLIER
EXPECTED = f'Erwartet wird {{"question": "…", "history": ["…"]}} mit höchstens {MAX_HISTORY} früheren Fragen oder ohne „history“.'

Edition = Annotated[
    str | None,
    msgspec.Meta(
        description="Datum der Ausgabe des Berichts (JJJJ-MM-TT), die antworten soll; ohne Angabe die voreingestellte.",
        examples=["2024-06-25"],
    ),
]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Eine Frage, mit den früheren Fragen des Gesprächs."""

    question: Annotated[
        str,
        msgspec.Meta(
            description="Die Frage in eigenen Worten, am besten auf Deutsch.", examples=["Wer ist für PerMenti zuständig?"]
        ),
    ]
    history: Annotated[
        list[str],
        msgspec.Meta(
            max_length=MAX_HISTORY,
            description="Die früheren Fragen des Gesprächs, älteste zuerst, damit Nachfragen wie „Und wie lange läuft das?“ "
            "verstanden werden. Der Server merkt sich nichts.",
        ),
    ] = []


class AskedEdition(Asked, frozen=True, forbid_unknown_fields=True):
    """Eine Frage an eine Ausgabe des Berichts."""

    ausgabe: Edition = None


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Eine Maßnahme nach ihrer Nummer."""

    id: Annotated[
        str,
        msgspec.Meta(
            description="Die Nummer der Maßnahme, zum Beispiel „IV.2“; auch „4.2“ oder „Maßnahme IV 2“.", examples=["IV.2"]
        ),
    ]
    ausgabe: Edition = None


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Maßnahmen nach Ressort und Cluster."""

    ressort: Annotated[
        str | None,
        msgspec.Meta(description="Nur Maßnahmen dieses Ressorts (Kürzel, groß oder klein).", examples=["MAGS"]),
    ] = None
    cluster: Annotated[
        str | None,
        msgspec.Meta(description="Nur Maßnahmen dieses Clusters (römische Zahl, groß oder klein).", examples=["VI"]),
    ] = None
    ausgabe: Edition = None


Form = TypeVar("Form", bound=msgspec.Struct)


def form_of(body: bytes, form: type[Form]) -> Form:
    """What a body of JSON says. Raises msgspec.ValidationError for another form, msgspec.DecodeError if it is no JSON."""
    try:
        return msgspec.json.decode(body, type=form)
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from error


def form_from(values: Any, form: type[Form]) -> Form:
    """What decoded JSON says. Raises msgspec.ValidationError for another form."""
    return msgspec.convert(values, type=form)
