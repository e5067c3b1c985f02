"""A rich text that was read, as lines that a person can compare."""

from itertools import groupby


def shape(blocks, source, depth=0):
    """One line for each block and for each text: what it says, and how it is written."""
    lines = []
    for block in blocks:
        words = [block.type, *(f"{name}={value!r}" for name, value in block.attributes)]
        words += [f"{name}={value!r}" for name in ("marker", "inner", "html")
                  if (value := str(getattr(block, name)))]  # fmt: skip
        words += ["tight"] if block.tight else []
        lines.append("  " * depth + f"{' '.join(words)}: {source[block.start : block.end]!r}")
        if block.units is not None:
            text = source[slice(*block.text)]
            lines.append("  " * depth + f"  {text!r} = {' '.join(_runs(block.units)) or 'nothing'}")
        lines += shape(block.children, source, depth + 1)
    return lines


def _runs(units):
    """The letters, together where they are written as they are read and have the same marks."""
    for marks, run in groupby(units, lambda unit: (unit.marks, unit.letter.marks)):
        shown = ",".join(sorted(mark.type for mark in marks[1]))
        signs = "".join(f"{m.open}…{m.close}" for m in marks[0])
        end = f"<{shown} {signs}>" if marks[0] or marks[1] else ""
        for plain, letters in groupby(run, _is_plain):
            if plain:
                yield repr("".join(unit.source for unit in letters)) + end
            else:
                yield from (_letter(unit) + end for unit in letters)


def _is_plain(unit):
    return unit.letter.text == unit.source and not unit.letter.atom and not unit.soft


def _letter(unit):
    if unit.letter.atom is None:
        return f"{unit.letter.text!r}{'~' if unit.soft else '='}{unit.source!r}"
    kind, attributes = unit.letter.atom
    told = "".join(f" {name}={value!r}" for name, value in attributes if name != "source")
    told += f" html={str(unit.html)!r}" if unit.html else ""
    return f"[{kind}{told}]={unit.source!r}"
