# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Joins ways that tile borders cut, so that they are again what OpenStreetMap's mappers drew.

Points are (x, y) in one world-wide grid, `extent` units to a tile. A border between two of our tiles leaves a clip vertex in both; the
vertex goes and the pieces meet. The outer border of all tiles really ends the data: what it clipped stays clipped.
"""

from collections import Counter
from typing import Callable

Grid = tuple[int, int]
Chain = list[Grid]


def inner_border(tiles: list[tuple[int, int]], extent: int) -> Callable[[Grid], tuple[bool, bool]]:
    """Says of a point whether it lies on a border between tile columns, and between tile rows."""
    columns = {x * extent for x, _ in tiles} - {min(x for x, _ in tiles) * extent}
    rows = {y * extent for _, y in tiles} - {min(y for _, y in tiles) * extent}
    return lambda point: (point[0] in columns, point[1] in rows)


def open_rings(ring: Chain, border) -> list[Chain]:
    """The stretches of a clipped ring that do not run along an inner border; the whole ring, closed, if none does."""

    def along(a: Grid, b: Grid) -> bool:
        on_a, on_b = border(a), border(b)
        return (on_a[0] and on_b[0] and a[0] == b[0]) or (on_a[1] and on_b[1] and a[1] == b[1])

    size = len(ring)
    cuts = [i for i in range(size) if along(ring[i], ring[(i + 1) % size])]
    if not cuts:
        return [ring + ring[:1]]
    chains = []
    for cut, following in zip(cuts, cuts[1:] + [cuts[0] + size]):
        chain = [ring[i % size] for i in range(cut + 1, following + 1)]
        if len(chain) > 1:
            chains.append(chain)
    return chains


def join(chains: list[Chain], border) -> tuple[list[Chain], int]:
    """Chains joined end to start at shared clip vertices, and how many vertices were dropped. Closed chains repeat their first point."""
    starts: dict[Grid, list[int]] = {}
    for index, chain in enumerate(chains):
        if any(border(chain[0])):
            starts.setdefault(chain[0], []).append(index)
    ends = Counter(chain[-1] for chain in chains)

    def led_into(index: int) -> bool:
        first, last = chains[index][0], chains[index][-1]
        return any(border(first)) and ends[first] > (first == last)

    joined, used, dropped = [], set(), 0
    # Chains that nothing leads into come first; what is left after them are cycles made only of pieces.
    for index in sorted(range(len(chains)), key=led_into):
        if index in used:
            continue
        used.add(index)
        whole = list(chains[index])
        loop = whole[0] == whole[-1]  # a loop that begins and ends on the border has a real vertex there: it stays
        while following := [other for other in starts.get(whole[-1], []) if other not in used]:
            used.add(following[0])
            piece = chains[following[0]]
            keep = loop or piece[0] == piece[-1]
            whole = whole[: None if keep else -1] + piece[1:]
            dropped += not keep
            loop = False
        if whole[0] == whole[-1] and chains[index][0] != chains[index][-1] and any(border(whole[0])):
            whole = whole[1:-1] + whole[1:2]  # a cycle of pieces: its seam is a clip vertex too
            dropped += 1
        joined.append(whole)
    return joined, dropped
