"""Which signs the fonts that come with the typesetter can draw; every other one is named, never dropped or a box. Pure.

An archive file may hold no sign without a drawing (ISO 19005), and signs that turn the direction of writing could make a
sentence look like another one: both stand in the text as [U+number].
"""

import re
import unicodedata

# Checked sign by sign by a test. Combining marks are only safe when they melt into the letter before them (NFC).
_DRAWN = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x391, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x45F),
    (0x5D0, 0x5EA),
    (0x60C, 0x60C),
    (0x61B, 0x61B),
    (0x61F, 0x61F),
    (0x621, 0x63A),
    (0x641, 0x64A),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x20A0, 0x20BF),
    (0x2190, 0x2193),
    (0x2200, 0x22FF),
    (0x2713, 0x2714),
)
_PLAINEST = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x2013, 0x2014), (0x2018, 0x201E), (0x20AC, 0x20AC))


def _others(ranges: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    return re.compile(
        f"[^{''.join(f'{re.escape(chr(low))}-{re.escape(chr(high))}' for low, high in ranges)}]"
    )


_NOT_DRAWN, _NOT_PLAINEST = _others(_DRAWN), _others(_PLAINEST)


def drawable(text: str, *, plainest: bool = False) -> str:
    """The text with every sign that cannot be drawn surely written as [U+number]. `plainest`: Latin letters only."""
    others = _NOT_PLAINEST if plainest else _NOT_DRAWN
    return others.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", unicodedata.normalize("NFC", text))


def every_drawn() -> str:
    """All signs that are drawn as they are, for the test that draws them."""
    return "".join(chr(code) for low, high in _DRAWN for code in range(low, high + 1))
