"""The setting ``store`` → an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from fko_qa.errors import SettingsError

# pymilvus takes a path for a local file only if it ends so.
_FILE_ENDING = ".db"
_SERVER = re.compile(r"milvus\+(https?://[^\s/?#@]+)/?")
_FILE = re.compile(rf"milvus\+file:(\S.*{re.escape(_FILE_ENDING)})")


@dataclass(frozen=True, slots=True)
class Address:
    """A Milvus: ``uri`` is a server's address, or the path of a local file, which then is ``file``."""

    uri: str
    file: Path | None = None


def parse_address(setting: str) -> Address | None:
    """The address of a Milvus; None for the embedded store. Raises SettingsError.

    >>> parse_address("embedded"), parse_address("milvus+http://milvus:19530").uri
    (None, 'http://milvus:19530')
    """
    if setting in ("", "embedded"):
        return None
    if server := _SERVER.fullmatch(setting):
        return Address(server[1])
    if file := _FILE.fullmatch(setting):
        path = Path(file[1]).expanduser().absolute()
        return Address(str(path), path)
    raise SettingsError(
        f"„store“ ist „{setting}“. Erwartet wird „embedded“, „milvus+http://rechner:19530“ (auch https, ohne Kennwort darin) "
        f"oder „milvus+file:/pfad/name{_FILE_ENDING}“."
    )
