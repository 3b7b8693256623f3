#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""The committed demo region is what the script makes of the source: its counts, well-known places, and, where the tarball is at hand
(MVT_FIXTURES), every byte. And the script's parts keep their promises."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

import osmium

REGIONS = Path(sys.argv.pop(1)) if len(sys.argv) > 1 else Path(__file__).parents[2] / "resources/regions"
sys.dont_write_bytecode = True
sys.path.insert(0, str(REGIONS))
import estuary  # noqa: E402
import montevideo  # noqa: E402
import mvt  # noqa: E402
import stitch  # noqa: E402

PBF = REGIONS / "montevideo.osm.pbf"


class CommittedRegion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tagged, cls.bare, cls.addresses, cls.used = set(), 0, set(), set()
        cls.with_number, cls.streets, cls.ways, cls.relations, cls.order = 0, set(), {}, {}, []
        for item in osmium.FileProcessor(str(PBF)):
            cls.order.append((item.type_str(), item.id))
            tags = dict(item.tags)
            if item.is_node():
                cls.count_node(item.id, tags)
            elif item.is_way():
                refs = [node.ref for node in item.nodes]
                cls.used.update(refs)
                cls.ways[item.id] = (tags, refs)
            else:
                cls.relations[item.id] = (tags, [(m.ref, m.role) for m in item.members])

    @classmethod
    def count_node(cls, ident, tags):
        if not tags:
            cls.bare += 1
            return
        cls.tagged.add(ident)
        if "addr:street" in tags and "addr:housenumber" in tags:
            cls.with_number += 1
            cls.streets.add(tags["addr:street"])
            cls.addresses.add((tags["addr:street"], tags["addr:housenumber"]))

    def test_holds_every_object_of_the_tiles_once(self):
        self.assertEqual(len(self.tagged), 217_905)
        self.assertEqual(self.bare, 144_789 + 2)  # and the two corners of the estuary
        self.assertEqual(len(self.ways), 21_582 + 1)  # and the estuary's open side
        self.assertEqual(len(set(self.order)), len(self.order))

    def test_holds_the_addresses(self):
        self.assertEqual(self.with_number, 205_215)
        self.assertEqual(len(self.streets), 3_319)
        self.assertEqual(len(self.addresses), 203_891)

    def test_roads_share_their_vertices_with_signals_and_gates(self):
        self.assertEqual(len(self.tagged & self.used), 3_442)

    def test_every_way_finds_its_nodes_and_goes_somewhere(self):
        nodes = {ident for kind, ident in self.order if kind == "n"}
        self.assertLessEqual(self.used, nodes)
        self.assertTrue(all(len(set(refs)) > 1 for _, refs in self.ways.values()))

    def test_names_its_streets(self):
        names = {tags["name"] for tags, _ in self.ways.values() if "highway" in tags and "name" in tags}
        self.assertEqual(len(names), 4_256)
        for known in ("Avenida 18 de Julio", "Bulevar General Artigas", "Ejido"):
            self.assertIn(known, names)

    def test_is_sorted_and_tells_nothing_of_its_editors(self):
        rank = {"n": 0, "w": 1, "r": 2}
        self.assertEqual(self.order, sorted(self.order, key=lambda item: (rank[item[0]], item[1])))
        reader = osmium.io.Reader(str(PBF))
        header = reader.header()
        box = header.box()
        self.assertEqual(header.get("osmosis_replication_timestamp"), montevideo.DATA_DATE)
        corners = (box.bottom_left.lon, box.bottom_left.lat, box.top_right.lon, box.top_right.lat)
        for found, known in zip(corners, (-56.3379, -34.9381, -55.9863, -34.8138)):
            self.assertAlmostEqual(found, known, places=4)
        self.assertFalse(any(key.startswith("@") for tags, _ in self.ways.values() for key in tags))
        reader.close()

    def test_closes_the_estuary(self):
        self.assertEqual(list(self.relations), [montevideo.DERIVED_ESTUARY])
        tags, members = self.relations[montevideo.DERIVED_ESTUARY]
        self.assertEqual(tags["natural"], "water")
        outer = [self.ways[ref][1] for ref, role in members if role == "outer"]
        for piece, following in zip(outer, outer[1:] + outer[:1]):
            self.assertEqual(piece[-1], following[0])
        names = {self.ways[ref][0].get("name") for ref, role in members if role == "inner"}
        self.assertIn("Isla de la Libertad", names)

    @unittest.skipUnless(os.environ.get("MVT_FIXTURES"), "MVT_FIXTURES names no tarball")
    def test_is_what_the_script_makes(self):
        with tempfile.TemporaryDirectory() as scratch:
            made = Path(scratch) / "made.osm.pbf"
            montevideo.make(os.environ["MVT_FIXTURES"], made)
            self.assertEqual(made.read_bytes(), PBF.read_bytes())


class Stitching(unittest.TestCase):
    border = staticmethod(stitch.inner_border([(0, 0), (1, 0)], 100))  # one border, x = 100

    def test_joins_a_line_and_drops_the_clip_vertex(self):
        self.assertEqual(stitch.join([[(100, 5), (120, 6)], [(80, 4), (100, 5)]], self.border), ([[(80, 4), (120, 6)]], 1))

    def test_leaves_lines_apart_that_meet_elsewhere(self):
        chains = [[(80, 4), (90, 5)], [(90, 5), (95, 6)]]
        self.assertEqual(stitch.join(chains, self.border), (chains, 0))

    def test_keeps_the_vertex_of_a_loop_on_the_border(self):
        loop, tail = [(100, 5), (90, 5), (90, 9), (100, 5)], [(100, 5), (120, 6)]
        self.assertEqual(stitch.join([tail, loop], self.border), ([loop + tail[1:]], 0))

    def test_makes_one_ring_of_an_area_in_two_tiles(self):
        left, right = [(80, 0), (100, 0), (100, 10), (80, 10)], [(100, 0), (120, 0), (120, 10), (100, 10)]
        chains = stitch.open_rings(left, self.border) + stitch.open_rings(right, self.border)
        rings, dropped = stitch.join(chains, self.border)
        self.assertEqual(dropped, 2)
        self.assertEqual(len(rings), 1)
        self.assertEqual(set(rings[0]), {(80, 0), (120, 0), (120, 10), (80, 10)})
        self.assertEqual(rings[0][0], rings[0][-1])

    def test_says_when_the_shore_is_broken(self):
        note = {"note": "Please don't tag as coastline"}
        with self.assertRaises(ValueError):
            estuary.shore([(1, [(0, 0), (1, 0)], note), (2, [(5, 0), (6, 0)], note)])


class ReadingTiles(unittest.TestCase):
    def test_refuses_what_is_no_tile(self):
        for name, data in {
            "ends in a field": b"\x1a\x7fabc",
            "ends in a number": b"\x1a\xff",
            "wire type of groups": b"\x1b\x00",
            "another extent": b"\x1a\x03\x28\x80\x20",
            "a key that is not there": b"\x1a\x0a\x12\x04\x12\x02\x05\x05\x28\x80\x80\x40",
        }.items():
            with self.subTest(name), self.assertRaises((ValueError, IndexError)):
                list(mvt.features(data, 1 << 20))

    def test_says_which_package_it_wants(self):
        with tempfile.TemporaryDirectory() as empty, self.assertRaises(SystemExit) as refusal:
            montevideo.read_tiles(empty)
        self.assertIn(montevideo.PACKAGE, str(refusal.exception))


if __name__ == "__main__":
    unittest.main()
