// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"
#include "models/domain/result.h"

#include <QStringView>

#include <functional>

namespace osmium {
class Area;
class Node;
class Relation;
class Way;
} // namespace osmium

namespace Doorstep {

/// Where an import is: what it does now, in English and short ("reading", "roads: contracting"), and how far that is, 0
/// to 1. Called on the importing thread, rarely enough to draw a progress bar each time.
using Progress = std::function<void(QStringView what, double fraction)>;

/// One part of the region (roads, places, tiles) while an extract is read. The importer reads the file once for
/// everybody; each sink keeps what it wants and writes tables of its own, whose names start with its own word ("road_",
/// "place_", "tile_").
///
/// Order of calls: begin, then every node, way, relation in the order of the file (nodes, ways, relations), areas mixed
/// in as they are complete, then finish. All on one thread, inside one transaction that the importer began and will
/// commit: a sink neither begins nor commits. A failure from begin or finish ends the import and its Error is what the
/// person reads. Objects live only during the call. Node locations were checked: valid and on the globe.
class RegionSink
{
public:
    RegionSink() = default;
    RegionSink(const RegionSink &) = delete;
    RegionSink &operator=(const RegionSink &) = delete;
    virtual ~RegionSink() = default;

    /// Make your tables here (of the empty database that is being compiled).
    [[nodiscard]] virtual Result<> begin(Sqlite::Database &database) = 0;
    virtual void node(const osmium::Node &) { }
    /// The node references carry locations. At the border of an extract some nodes may be missing: `location().valid()`
    /// is false.
    virtual void way(const osmium::Way &) { }
    /// Every closed way of at least four nodes without area=no (so roundabouts too: look at the tags), and every
    /// multipolygon or boundary relation whose ways are all there. `from_way()` and `orig_id()` say which.
    virtual void area(const osmium::Area &) { }
    virtual void relation(const osmium::Relation &) { }
    /// Write what was kept, make indexes.
    [[nodiscard]] virtual Result<> finish(Sqlite::Database &database, const Progress &progress) = 0;
};

} // namespace Doorstep
