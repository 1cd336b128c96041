"""A drawing as an SVG file of its own: no script, no request, light and dark, every label escaped."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from twosource.export.sheet import BOX_HEIGHT, BOX_WIDTH, Drawing
from twosource.export.words import harmless

STYLE = (
    "svg{background:#fffefb;color:#211f1b;font:13px system-ui,sans-serif}"
    "rect{fill:#fffefb;stroke:#8c8475}rect.origin{fill:#fbf0c4;stroke:#8a6d00;stroke-width:2}"
    "text{fill:#211f1b}.note{font-size:11px;fill:#5d574d}path{fill:none;stroke:#8c8475;stroke-width:1.5}"
    ".l2{stroke-width:3}.l3{stroke-width:5}.tie{stroke:#8a6d00;stroke-width:2;stroke-dasharray:2 4}"
    "@media (prefers-color-scheme:dark){svg{background:#1e1c18}rect{fill:#1e1c18;stroke:#857d6e}"
    "rect.origin{fill:#3d3414;stroke:#cfae3e}text{fill:#ebe6da}.note{fill:#b9b1a2}path{stroke:#857d6e}"
    ".tie{stroke:#cfae3e}}"
)


def svg(drawing: Drawing) -> str:
    """Return a drawing as an SVG document; its words stand in it as its description."""
    words = quoteattr(xml_text(drawing.words))
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'width="{drawing.width}" height="{drawing.height}" role="img" aria-label={words}>',
        f"<title>{escape(xml_text(drawing.words))}</title>",
        f"<style>{STYLE}</style>",
    ]
    rows += [f'<path class="l{width}" d="{path}"/>' for width, path in drawing.lines]
    rows += [f'<path class="{name}" d="{path}"/>' for name, path in _signs(drawing) if path]
    for box in drawing.boxes:
        if box.folded:
            rows.append(_rect(box.x + 4, box.y + 4, box.kind))
        rows.append(_rect(box.x, box.y, box.kind))
        rows.append(f'<text x="{box.x + 10}" y="{box.y + 19}">{escape(xml_text(box.words))}</text>')
    rows += [f'<text class="note" x="{x}" y="{y}">{escape(xml_text(words))}</text>' for x, y, words in drawing.notes]
    return "\n".join((*rows, "</svg>\n"))


def _signs(drawing: Drawing) -> tuple[tuple[str, str], ...]:
    return ("tie", drawing.tie), ("bracket", drawing.bracket)


def _rect(x: int, y: int, kind: str) -> str:
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="3"/>'


def xml_text(words: str) -> str:
    """Return words that XML allows: what it does not becomes U+FFFD."""
    return harmless(words).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
