#!/usr/bin/env bash
# Qt 5.15.14 (PyQt5 5.15.11) and Qt 6.8.3 (PySide6): a line may end after the mark that a word begins with.
#
# One would guess that a word without a space, « !aide », « /aide », stays in one piece at the end of a line, as in a browser
# (Chromium moves the whole word to the next line).
# Seen: with QTextOption.WordWrap Qt ends a line between the mark and the word, after « ! », « ? » and « / », not after « # » or
# « @ ». On a narrow window a client made with Qt, such as nheko, shows « ! » at the end of a line and « aide » at the beginning of
# the next. So the line breaking of Unicode (UAX 14) has it: after EX and SY a line may end. A word joiner (U+2060) after the mark keeps
# the word whole, and is copied with it.
#
# Needs python3 with venv, PyPI, and the libraries of a desktop (libgl1, libegl1, libxkbcommon0). Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile PyQt5==5.15.11 PyQt5-Qt5==5.15.14 PySide6-Essentials==6.8.3
cat > "$dir/lines.py" <<'PYTHON'
import importlib, sys

binding, expected = sys.argv[1:]
core, gui = (importlib.import_module(f"{binding}.{part}") for part in ("QtCore", "QtGui"))
version = core.qVersion()
application = gui.QGuiApplication([])

def lines(text):
    """The narrowest lines that Qt makes of a text when it may break between words only."""
    layout, option, found = gui.QTextLayout(text), gui.QTextOption(), []
    option.setWrapMode(gui.QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
        found.append(text[line.textStart():line.textStart() + line.textLength()])
    layout.endLayout()
    return found

cut = {"!aide": ["!", "aide"], "?aide": ["?", "aide"], "/aide": ["/", "aide"], "voir !aide": ["voir ", "!", "aide"]}
whole = {text: [text] for text in ("#aide", "@aide", "aide", "!\u2060aide")}
print("Qt", version)
for text in cut | whole:
    print(f"  {text!a:16} {lines(text)!a}")
held = version == expected and all(lines(text) == seen for text, seen in (cut | whole).items())
print("as described" if held else "CHANGED")
sys.exit(0 if held else 1)
PYTHON
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$dir"
chmod 700 "$dir"
"$dir/venv/bin/python" "$dir/lines.py" PyQt5 5.15.14
"$dir/venv/bin/python" "$dir/lines.py" PySide6 6.8.3
