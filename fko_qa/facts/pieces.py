"""Pieces that cues of several kinds share (see :mod:`fko_qa.facts.cues` for how to read them)."""

from __future__ import annotations

_MONEY = r"( geld| gelder| euro| eur| kohle| mittel| millionen| mio| mille)"
HOW_MUCH_MONEY = rf"(wie ?viele?)( an)?{_MONEY}+"
HOW_MUCH = rf"({HOW_MUCH_MONEY}|wie ?viel( foerderung| zuschuss)*)"
HOW_LONG = r"wie ?lange?"
WHEN = r"(wann|in welchen jahren|in welchem (jahr|monat|schuljahr)|an welchem (tag|datum)|zu welchem (zeitpunkt|datum|termin))"
