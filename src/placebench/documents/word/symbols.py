"""Characters of symbol fonts as a person sees them."""

from __future__ import annotations

import re

_BULLETS = {
    "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fb": "✗", "\uf076": "❖", "\uf071": "❑", "\uf0a8": "◻",
    "\uf06f": "□", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0e8": "➔", "\uf0e0": "→", "\uf0de": "⇒",
    "\uf02d": "\u2013", "\uf0be": "\u2013", "\uf0fe": "☑", "\uf0fd": "☒",
}  # fmt: skip
_SYMBOL_FONT = {
    0x2D: "\u2212", 0x40: "≅", 0x61: "\u03b1", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "\u03c3",
    0xA2: "\u2032",
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
    0xB2: "″", 0xB3: "≥", 0xB4: "\u00d7", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "·", 0xDE: "⇒",
}  # fmt: skip
"""Codes of the font named Symbol, which differ from those of other fonts."""
_AS_ELSEWHERE = "0123456789()+,./:;<=>?[]_{|} %&!#"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LARGEST = 0xFFFF


def bullet(text: str) -> str:
    """Return a bullet as a person sees it; symbol fonts keep theirs in characters of no meaning."""
    first = text.strip()[:1]
    return _BULLETS.get(first) or (first if first and not _PRIVATE.match(first) else "•")


def symbol(font: str, code: str) -> str:
    """Return the character with a code, in hexadecimal digits, of a font; nothing where the code is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0 < number <= _LARGEST:
        return ""
    if font.lower() == "symbol":
        low = number & 0xFF
        known = _SYMBOL_FONT.get(low) or (chr(low) if chr(low) in _AS_ELSEWHERE else None)
        if known:
            return known
    return bullet(chr(number))
