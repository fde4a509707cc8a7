"""A page's content stream → words with their places. Knows PDF operators, nothing of files, reports or lines.

Coordinates are in points, x to the right and y downwards from the page's upper left corner; ``y`` is the baseline.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from fko_qa.report.pdf.tokens import Matrix, Operand, actual_text, matrix, number, operations
from fko_qa.report.pdf.words import Word, WordMaker

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Forms within forms; a form that contains itself must end somewhere.
MAX_FORM_DEPTH = 8
_SMALLEST, _FAR = 0.5, 20_000.0  # font sizes and places, in points
_CHECK_EVERY = 4096


class Glyphs(Protocol):
    """A font as far as reading needs it."""

    @property
    def bold(self) -> bool:
        """Whether its name or weight says bold."""

    def decode(self, raw: bytes) -> list[tuple[str, float, bool]]:
        """Each code's text, its width in thousandths of the font size, and whether word spacing applies to it."""


class Resources(Protocol):
    """What a content stream refers to by name."""

    def font(self, name: bytes) -> Glyphs | None:
        """The font, or None if there is none of this name."""

    def form(self, name: bytes) -> tuple[bytes, Matrix, Resources] | None:
        """A form's content, matrix and resources, or None if the name stands for something else (an image)."""


def read_content(data: bytes, resources: Resources, height: float, check: Callable[[], None]) -> list[Word]:
    """The page's words in the order in which they were printed.

    Args:
        data: the decoded content stream.
        resources: fonts and forms of the page.
        height: of the page, in points.
        check: called now and then; raises if reading takes too long.
    """
    interpreter = _Interpreter(height, check)
    interpreter.run(data, resources, _IDENTITY, 0)
    return interpreter.words.finish()


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass(slots=True)
class _Text:
    """The text state that ``q`` saves."""

    glyphs: Glyphs | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> _Text:
        return _Text(self.glyphs, self.size, self.character_space, self.word_space, self.scale, self.leading, self.rise)


class _Interpreter:
    """Runs the operators that place text; all others only end their operands."""

    def __init__(self, height: float, check: Callable[[], None]) -> None:
        self._height = height
        self._check = check
        self.words = WordMaker()
        self._matrix: Matrix = _IDENTITY
        self._text = _Text()
        self._saved: list[tuple[Matrix, _Text]] = []
        self._line: Matrix = _IDENTITY
        self._pen: Matrix = _IDENTITY
        self._marked: list[str | None] = []
        self._steps = 0

    def run(self, data: bytes, resources: Resources, matrix: Matrix, depth: int) -> None:
        """Interpret a stream whose own matrix comes before the current one."""
        self._matrix = multiply(matrix, self._matrix)
        for operator, operands in operations(data):
            self._steps += 1
            if self._steps % _CHECK_EVERY == 0:
                self._check()
            if operator == b"Do":
                self._form(operands, resources, depth)
            elif operator == b"Tf" and len(operands) >= 2 and isinstance(operands[0], bytes):
                self._text.glyphs = resources.font(operands[0])
                self._text.size = number(operands, 1)
            elif handler := _HANDLERS.get(operator):
                handler(self, operands)

    def _form(self, operands: list[Operand], resources: Resources, depth: int) -> None:
        name = operands[0] if operands else None
        form = resources.form(name) if isinstance(name, bytes) and depth < MAX_FORM_DEPTH else None
        if form is None:
            return
        data, matrix, own = form
        kept = (self._matrix, self._text.copy(), self._line, self._pen, self._saved)
        self._saved = []
        self.run(data, own, matrix, depth + 1)
        self._matrix, self._text, self._line, self._pen, self._saved = kept

    # -- graphics state

    def save(self, _operands: list[Operand]) -> None:
        self._saved.append((self._matrix, self._text.copy()))

    def restore(self, _operands: list[Operand]) -> None:
        if self._saved:
            self._matrix, self._text = self._saved.pop()

    def concatenate(self, operands: list[Operand]) -> None:
        self._matrix = multiply(matrix(operands), self._matrix)

    # -- text state and position

    def begin(self, _operands: list[Operand]) -> None:
        self._line = self._pen = _IDENTITY

    def set_matrix(self, operands: list[Operand]) -> None:
        self._line = self._pen = matrix(operands)

    def move(self, operands: list[Operand]) -> None:
        self._line = self._pen = multiply((1, 0, 0, 1, number(operands, 0), number(operands, 1)), self._line)

    def move_with_leading(self, operands: list[Operand]) -> None:
        self._text.leading = -number(operands, 1)
        self.move(operands)

    def next_line(self, _operands: list[Operand]) -> None:
        self.move([0.0, -self._text.leading])

    def set_leading(self, operands: list[Operand]) -> None:
        self._text.leading = number(operands, 0)

    def set_character_space(self, operands: list[Operand]) -> None:
        self._text.character_space = number(operands, 0)

    def set_word_space(self, operands: list[Operand]) -> None:
        self._text.word_space = number(operands, 0)

    def set_scale(self, operands: list[Operand]) -> None:
        self._text.scale = number(operands, 0) / 100

    def set_rise(self, operands: list[Operand]) -> None:
        self._text.rise = number(operands, 0)

    # -- marked content: what a producer says the glyphs stand for

    def begin_marked(self, operands: list[Operand]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        self._marked.append(actual_text(properties) if isinstance(properties, list) else None)

    def end_marked(self, _operands: list[Operand]) -> None:
        if self._marked:
            self._marked.pop()

    # -- showing

    def show(self, operands: list[Operand]) -> None:
        if operands:
            self.show_all([[operands[-1]]])

    def show_on_next_line(self, operands: list[Operand]) -> None:
        self.next_line([])
        self.show(operands)

    def show_all(self, operands: list[Operand]) -> None:
        pieces = operands[0] if operands else None
        text = self._text
        if not isinstance(pieces, list) or text.glyphs is None:
            return
        for piece in pieces:
            if isinstance(piece, float):
                self._advance(-piece / 1000 * text.size * text.scale)
            elif isinstance(piece, bytes):
                self._show(piece, text.glyphs)

    def _show(self, raw: bytes, glyphs: Glyphs) -> None:
        text = self._text
        place = multiply((text.size * text.scale, 0, 0, text.size, 0, text.rise), multiply(self._pen, self._matrix))
        em, size = place[0], abs(place[3])
        x, y = place[4], self._height - place[5]
        # What nobody can read is no text of the report: points and walls of letters, what runs upwards or is off every page.
        legible = abs(place[1]) <= abs(em) < _FAR and _SMALLEST < size < _FAR and abs(x) < _FAR and abs(y) < _FAR
        total = 0.0
        for shown, width, is_blank_code in glyphs.decode(raw):
            ink = width / 1000
            if legible:
                self.words.add(self._meant(shown), x + total * em, ink * em, y, size, glyphs.bold)
            if text.size:
                ink += (text.character_space + (text.word_space if is_blank_code else 0)) / text.size
            total += ink
        self._advance(total * text.size * text.scale)

    def _meant(self, shown: str) -> str:
        """What the producer says these glyphs stand for, once; then nothing more until the mark ends."""
        if not self._marked or self._marked[-1] is None:
            return shown
        meant, self._marked[-1] = self._marked[-1], ""
        return meant

    def _advance(self, distance: float) -> None:
        a, b, c, d, e, f = self._pen
        self._pen = (a, b, c, d, e + distance * a, f + distance * b)


_HANDLERS: dict[bytes, Callable[[_Interpreter, list[Operand]], None]] = {
    b"q": _Interpreter.save,
    b"Q": _Interpreter.restore,
    b"cm": _Interpreter.concatenate,
    b"BT": _Interpreter.begin,
    b"Tm": _Interpreter.set_matrix,
    b"Td": _Interpreter.move,
    b"TD": _Interpreter.move_with_leading,
    b"T*": _Interpreter.next_line,
    b"TL": _Interpreter.set_leading,
    b"Tc": _Interpreter.set_character_space,
    b"Tw": _Interpreter.set_word_space,
    b"Tz": _Interpreter.set_scale,
    b"Ts": _Interpreter.set_rise,
    b"Tj": _Interpreter.show,
    b"TJ": _Interpreter.show_all,
    b"'": _Interpreter.show_on_next_line,
    b'"': _Interpreter.show_on_next_line,
    b"BDC": _Interpreter.begin_marked,
    b"BMC": _Interpreter.begin_marked,
    b"EMC": _Interpreter.end_marked,
}
