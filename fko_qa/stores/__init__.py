"""Where passages are searched: in memory (the default), or in a Milvus beside it. Who asks does not know which."""

from __future__ import annotations

from fko_qa.stores.address import Address, parse_address
from fko_qa.stores.sides import EVERYWHERE, DenseSide, Generation, LexicalSide, PassageStore, Row, Scope

__all__ = [
    "EVERYWHERE",
    "Address",
    "DenseSide",
    "Generation",
    "LexicalSide",
    "PassageStore",
    "Row",
    "Scope",
    "open_store",
    "parse_address",
]


def open_store(setting: str, token: str = "") -> PassageStore | None:
    """The store that the setting names; None is the embedded one, which is part of the index folder.

    Nothing is connected yet. Raises SettingsError if the setting is not understood or a package is not installed.

    Args:
        token: what a Milvus with users asks for: ``user:password`` or a key.
    """
    address = parse_address(setting)
    if address is None:
        return None
    from fko_qa.stores.milvus import MilvusStore

    return MilvusStore(address, token)
