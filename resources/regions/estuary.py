# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Makes the Río de la Plata an area again.

The tiles hold no relation, so the estuary's own is lost; but the ways of its northern shore are there, each with a note that asks not to
tag it as coastline. They form one unbroken line from the western to the eastern edge of the data. This module follows it.
"""

from stitch import Chain, Grid

SHORE_NOTE = "tag as coastline"
ISLANDS = {"islet", "island"}


def is_shore(tags: dict) -> bool:
    return SHORE_NOTE in tags.get("note", "")


def shore(ways: list[tuple[int, Chain, dict]]) -> list[tuple[int, Chain]]:
    """The ways of the shore in order, the first one's start and the last one's end on the edge of the data."""
    pieces = {chain[0]: (ident, chain) for ident, chain, tags in ways if is_shore(tags)}
    starts = pieces.keys() - {chain[-1] for _, chain in pieces.values()}
    if len(starts) != 1:
        raise ValueError(f"the shore has {len(starts)} beginnings instead of one: the source tiles are not the expected ones")
    line, point = [], starts.pop()
    while point in pieces:
        line.append(pieces.pop(point))
        point = line[-1][1][-1]
    if pieces:
        raise ValueError(f"{len(pieces)} ways of the shore do not join the others")
    return line


def closing(line: list[tuple[int, Chain]], south: int) -> Chain:
    """From the shore's last point round by \a south, well out in the water, to its first."""
    first, last = line[0][1][0], line[-1][1][-1]
    return [last, (last[0], south), (first[0], south), first]


def contains(ring: Chain, point: Grid) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def islands(ways: list[tuple[int, Chain, dict]], outline: Chain) -> list[int]:
    """The ids of the islands and islets that lie wholly in the water."""
    return [
        ident
        for ident, chain, tags in ways
        if tags.get("place") in ISLANDS and chain[0] == chain[-1] and all(contains(outline, point) for point in chain)
    ]
