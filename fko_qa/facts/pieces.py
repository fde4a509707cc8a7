"""Pieces that cues of several kinds share (see :mod:`fko_qa.facts.cues` for how to read them)."""

from __future__ import annotations

_MONEY = r"( geld| gelder| euro| eur| kohle| mittel| millionen| mio| mille)"
HOW_MUCH_MONEY = rf"(wie ?viele?)( an)?{_MONEY}+"
HOW_MUCH = rf"({HOW_MUCH_MONEY}|wie ?viel( foerderung| zuschuss)*)"
WHEN = r"(wann|in welchem (jahr|monat|schuljahr)|an welchem (tag|datum)|zu welchem (zeitpunkt|datum|termin))"
