"""The syntax of content streams: operators and their operands. What an operator does: :mod:`content`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Operand = float | bytes | list["Operand"]
Matrix = tuple[float, float, float, float, float, float]

_TOKEN = re.compile(
    rb"""(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))
      | (?P<open><<|\[) | (?P<close>>>|\])
      | (?P<hex><[^<>]*+>)
      | (?P<string>\((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+\))*+\))
      | (?P<name>/[^\s()<>\[\]{}/%]*+)
      | (?P<operator>[A-Za-z'"][\w*'"]*+)
      | %[^\r\n]*+""",
    re.VERBOSE | re.DOTALL,
)
_IMAGE_START = re.compile(rb"(?<=\s)BI\s")
_IMAGE_END = re.compile(rb"\sEI(?=\s)")
# An inline image has a few short entries before its data.
_IMAGE_HEAD = 400
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Operators with their operands; what is no operator is skipped.

    >>> list(operations(b"/F1 12 Tf [(a) -3] TJ"))
    [(b'Tf', [b'/F1', 12.0]), (b'TJ', [[b'a', -3.0]])]
    """
    data = _without_images(data)
    stack: list[list[Operand]] = [[]]
    for token in _TOKEN.finditer(data):
        kind, text = token.lastgroup, token[0]
        if kind == "operator":
            yield text, stack[0]
            stack = [[]]
        elif kind == "open":
            opened: list[Operand] = []
            stack[-1].append(opened)
            stack.append(opened)
        elif kind == "close":
            if len(stack) > 1:
                stack.pop()
        elif kind is not None:
            stack[-1].append(_operand(kind, text))


def _without_images(data: bytes) -> bytes:
    """The stream without inline images, whose bytes could look like operators."""
    kept = bytearray()
    done = 0
    for start in _IMAGE_START.finditer(data):
        head = data.find(b"ID", start.end(), start.end() + _IMAGE_HEAD)
        if start.start() < done or head < 0:
            continue
        end = _IMAGE_END.search(data, head)
        if end is None:
            break  # nor does any later one end
        kept += data[done : start.start()]
        done = end.end()
    return bytes(kept + data[done:]) if done else data


def _operand(kind: str, text: bytes) -> Operand:
    if kind == "number":
        return float(text)
    if kind == "hex":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", text)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if kind == "string":
        return _ESCAPE.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]
    return text


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return _ESCAPED.get(match[2], match[2])


def number(operands: list[Operand], position: int) -> float:
    """The operand as a number; 0 if it is missing or something else."""
    value = operands[position] if position < len(operands) else 0.0
    return value if isinstance(value, float) else 0.0


def matrix(operands: list[Operand]) -> Matrix:
    """The six operands of a matrix."""
    a, b, c, d, e, f = (number(operands, position) for position in range(6))
    return (a, b, c, d, e, f)


def actual_text(properties: list[Operand]) -> str | None:
    """``/ActualText`` of a property list such as ``<</ActualText <FEFF00AD>>>``."""
    for name, value in pairwise(properties):
        if name == b"/ActualText" and isinstance(value, bytes):
            return value[2:].decode("utf-16-be", "replace") if value.startswith(b"\xfe\xff") else value.decode("latin-1")
    return None
