"""What the setting ``store`` may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from fko_qa.errors import SettingsError
from fko_qa.stores import Address, open_store, parse_address


@pytest.mark.parametrize("setting", ["", "embedded"])
def test_the_default_is_the_index_folder_itself(setting: str) -> None:
    assert parse_address(setting) is None
    assert open_store(setting) is None


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("milvus+http://milvus:19530", Address("http://milvus:19530")),
        ("milvus+https://milvus.example.org/", Address("https://milvus.example.org")),
        ("milvus+file:/srv/fko/x.db", Address("/srv/fko/x.db", Path("/srv/fko/x.db"))),
        ("milvus+file:~/x y.db", Address(str(Path.home() / "x y.db"), Path.home() / "x y.db")),
    ],
)
def test_a_milvus_is_named_by_its_address_or_file(setting: str, address: Address) -> None:
    assert parse_address(setting) == address


@pytest.mark.parametrize(
    "setting",
    [
        "milvus",
        "http://milvus:19530",
        "milvus+ftp://milvus",
        "milvus+http://user:secret@milvus:19530",  # a password in an address ends up in messages
        "milvus+http://milvus:19530/path",
        "milvus+file:/srv/x.sqlite",
        "milvus+file:.db",
    ],
)
def test_anything_else_is_refused_with_what_is_expected(setting: str) -> None:
    with pytest.raises(SettingsError, match=r"milvus\+http://rechner:19530.*milvus\+file:/pfad/name\.db"):
        parse_address(setting)
