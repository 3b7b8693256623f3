#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Fails when a catalogue misses a text, or a text has no finished translation (plurals: each form)."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

LUPDATE = next((p for p in ("/usr/lib/qt6/bin/lupdate", "lupdate6") if Path(p).exists()), "lupdate")


def texts(catalogue: Path):
    for context in ET.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in ("vanished", "obsolete"):
                continue
            yield (name, message.findtext("source"), message.findtext("comment")), message, translation


def unfinished(message, translation) -> bool:
    if translation is None or translation.get("type") == "unfinished":
        return True
    if message.get("numerus") == "yes":
        return any(not (form.text or "").strip() for form in translation.iter("numerusform"))
    return not (translation.text or "").strip()


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%(?:L?\d+|n)", text or ""))


def complaints(root: Path):
    catalogues = sorted((root / "translations").glob("*.ts"))
    folders = [str(root / folder) for folder in ("app", "widgets") if (root / folder).exists()]
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "fresh.ts"
        subprocess.run([LUPDATE, "-silent", "-no-obsolete", "-I", str(root), *folders, "-ts", str(fresh)], check=True)
        used = {key: message.get("numerus") == "yes" for key, message, _ in texts(fresh)}
    for catalogue in catalogues:
        known = set()
        for key, message, translation in texts(catalogue):
            known.add(key)
            if unfinished(message, translation):
                yield f"{catalogue.name}: {key[0]}: no translation for {key[1]!r}"
            elif message.get("numerus") != "yes" and placeholders(key[1]) != placeholders(translation.text):
                yield f"{catalogue.name}: {key[0]}: other placeholders in the translation of {key[1]!r}"
        # English is the source: its catalogue holds the plurals only.
        needed = {key for key, plural in used.items() if plural or catalogue.stem != "doorstep_en"}
        for key in sorted(needed - known, key=str):
            yield f"{catalogue.name}: {key[0]}: {key[1]!r} is missing; run lupdate"


if __name__ == "__main__":
    found = list(complaints(Path(sys.argv[1]).resolve()))
    print("\n".join(found) or "translations: complete")
    sys.exit(bool(found))
