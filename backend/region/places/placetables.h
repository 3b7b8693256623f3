// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Doorstep::Places {

/// The tables that the sink writes and the finder reads. Raise regionSchemaVersion with them.
///
/// An entity is a street (one connected piece of all ways of one name), suburb, city or POI; `kind` is Place::Kind as a
/// number. An alias is one name of it, as folded words (numbers of place_word, 32 bits each); `place_trigram` finds
/// aliases by any three letters, its rowid is the alias. Words and aliases are numbered from 1 without gaps, streets'
/// aliases first. A house is one number at one point; a point with several numbers is several. Coordinates of houses,
/// segments and corners are degrees times 1e7. Labels are the names of suburbs, cities, states and postcodes, written
/// once.
inline constexpr auto placeTables = R"(
CREATE TABLE place_label(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE place_entity(
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL,
    suburb INTEGER, city INTEGER, state INTEGER, postcode INTEGER, country TEXT NOT NULL,
    street TEXT NOT NULL, number TEXT NOT NULL, category TEXT NOT NULL, type TEXT NOT NULL,
    osm_type TEXT NOT NULL, osm_id INTEGER NOT NULL, houses INTEGER NOT NULL);
CREATE TABLE place_alias(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, words BLOB NOT NULL);
CREATE TABLE place_word(id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE VIRTUAL TABLE place_trigram USING fts5(name, content='', tokenize='trigram', detail='none');
CREATE TABLE place_house(
    id INTEGER PRIMARY KEY, street INTEGER NOT NULL, number INTEGER NOT NULL, suffix TEXT NOT NULL,
    cell INTEGER NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
    suburb INTEGER, city INTEGER, postcode INTEGER, osm_type TEXT NOT NULL, osm_id INTEGER NOT NULL);
CREATE TABLE place_segment(
    cell INTEGER NOT NULL, street INTEGER NOT NULL,
    alat INTEGER NOT NULL, alon INTEGER NOT NULL, blat INTEGER NOT NULL, blon INTEGER NOT NULL);
CREATE TABLE place_corner(
    a INTEGER NOT NULL, b INTEGER NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
    PRIMARY KEY(a, b, lat, lon)) WITHOUT ROWID;
)";

inline constexpr auto placeIndexes = R"(
CREATE INDEX place_house_number ON place_house(street, number);
CREATE INDEX place_house_cell ON place_house(cell);
CREATE INDEX place_segment_cell ON place_segment(cell);
)";

} // namespace Doorstep::Places
