#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Fails when a file includes a room it may not know, or outgrows one. The table below is the architecture."""

import re
import sys
from pathlib import Path

BACKEND = {"models/domain", "models/verbs", "models/wire"}
MAY_INCLUDE = {
    "models/domain": set(),
    "models/verbs": {"models/domain"},
    "models/wire": {"models/domain", "models/verbs"},
    "models/store": {"models/domain", "models/verbs"},
    "models/archive": {"models/domain", "models/verbs", "models/wire"},
    "models/sync": {"models/domain", "models/verbs", "models/wire", "models/store", "models/archive"},
    "models/desk": {"models/domain", "models/verbs", "models/store", "models/archive", "models/sync"},
    "models/lists": {"models/domain", "models/store"},
    "widgets": {"models/domain", "models/verbs", "models/store", "models/lists"},
    "backend": BACKEND,
    "simulator": BACKEND,
    "app": {"models", "widgets"},
    "tests": {"models", "widgets", "backend", "app", "simulator"},
}
MAX_LINES = 500
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def room_of(path: str) -> str | None:
    return next((room for room in MAY_INCLUDE if path == room or path.startswith(room + "/")), None)


def complaints(root: Path):
    for source in sorted(p for top in {r.split("/")[0] for r in MAY_INCLUDE} for p in (root / top).rglob("*")):
        if source.suffix not in {".h", ".cpp"}:
            continue
        here = room_of(source.relative_to(root).as_posix())
        lines = source.read_text(encoding="utf-8").splitlines()
        if len(lines) > MAX_LINES:
            yield f"{source.relative_to(root)}: {len(lines)} lines; split it before {MAX_LINES}"
        for number, line in enumerate(lines, start=1):
            match = INCLUDE.match(line)
            if not match or match[1].endswith(".moc") or match[1].startswith("moc_"):
                continue
            included = match[1]
            where = f"{source.relative_to(root)}:{number}"
            if not (root / included).exists():
                yield f'{where}: "{included}" is not a path from the repository root'
                continue
            allowed = MAY_INCLUDE[here] | {here}
            if not any(included.startswith(room + "/") for room in allowed):
                yield f"{where}: {here} may not include {included}"


if __name__ == "__main__":
    found = list(complaints(Path(sys.argv[1])))
    print("\n".join(found) or "layers: in order")
    sys.exit(bool(found))
