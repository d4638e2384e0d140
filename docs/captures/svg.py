#!/usr/bin/env python3
"""Draws what a terminal shows, as tmux captures it with its colours, as an SVG.

    tmux capture-pane -e -p | docs/captures/svg.py TITLE COLUMNS > picture.svg

Needs nothing but Python's own library. Each run of one style stands at its own column, so that the picture is right in
whatever monospaced font the reader has.
"""

import re
import sys
from xml.sax.saxutils import escape

CELL, LINE, SIZE, PAD, BAR = 8.4, 19, 14, 16, 34
INK, PAPER, FAINT = "#d7dae0", "#1e2127", "#7d8590"
PALETTE = [
    "#3f4451", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0",
    "#7d8590", "#ff7b86", "#b1d98b", "#f0d197", "#7cc0ff", "#d68ff0", "#6fd0dc", "#ffffff",
]
SGR = re.compile(r"\x1b\[([0-9;]*)m")
OTHER = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-ln-z]|\([A-Z0-9]|[=>]|\].*?(?:\x07|\x1b\\))|[\x0e\x0f]")


def colour(number):
    """One of the 256."""
    if number < 16:
        return PALETTE[number]
    if number > 231:
        grey = 8 + (number - 232) * 10
        return "#%02x%02x%02x" % (grey, grey, grey)
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])


class Style:
    def __init__(self):
        self.clear()

    def clear(self):
        self.ink, self.bold, self.faint, self.under = INK, False, False, False

    def take(self, codes):
        codes = [int(code or 0) for code in codes.split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.clear()
            elif code == 1:
                self.bold = True
            elif code == 2:
                self.faint = True
            elif code == 4:
                self.under = True
            elif code == 22:
                self.bold = self.faint = False
            elif code == 24:
                self.under = False
            elif 30 <= code <= 37:
                self.ink = PALETTE[code - 30]
            elif 90 <= code <= 97:
                self.ink = PALETTE[code - 82]
            elif code == 39:
                self.ink = INK
            elif code in (38, 48) and codes and codes[0] == 5:
                chosen = colour(codes[1])
                codes = codes[2:]
                self.ink = chosen if code == 38 else self.ink

    def attributes(self):
        text = ' fill="%s"' % (FAINT if self.faint and self.ink == INK else self.ink)
        text += ' font-weight="bold"' if self.bold else ""
        return text + (' text-decoration="underline"' if self.under else "")


def spans(line, style):
    """The runs of a line: column, text, attributes."""
    column, pieces = 0, SGR.split(OTHER.sub("", line))
    for index, piece in enumerate(pieces):
        if index % 2:
            style.take(piece)
            continue
        for word in re.finditer(r"\S+(?: \S+)*", piece):
            yield column + word.start(), word.group(), style.attributes()
        column += len(piece)


def main():
    title, columns = sys.argv[1], int(sys.argv[2])
    lines = sys.stdin.read().rstrip().split("\n")
    width, height = columns * CELL + 2 * PAD, BAR + len(lines) * LINE + PAD
    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" role="img" aria-label="%s">'
          % (width, height, escape(title, {'"': "&quot;"})))
    print('<rect width="100%%" height="100%%" rx="8" fill="%s"/>' % PAPER)
    for index, dot in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        print('<circle cx="%d" cy="17" r="6" fill="%s"/>' % (20 + 20 * index, dot))
    print('<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace" font-size="%d">' % SIZE)
    print('<text x="%.0f" y="22" text-anchor="middle" fill="%s">%s</text>' % (width / 2, FAINT, escape(title)))
    style = Style()
    for row, line in enumerate(lines):
        runs = ['<tspan x="%.1f"%s>%s</tspan>' % (PAD + column * CELL, attributes, escape(text))
                for column, text, attributes in spans(line, style)]
        if runs:
            print('<text y="%d" xml:space="preserve">%s</text>' % (BAR + LINE * row + SIZE, "".join(runs)))
    print("</g></svg>")


main()
