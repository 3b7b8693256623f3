// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"

#include <mapnik/datasource.hpp>
#include <memory>

namespace Doorstep {

/// One of a region's tile tables as Mapnik reads it. All layers of one map share the connection; they belong to one
/// thread at a time.
///
/// The zoom is read from the variable "zoom" of the rendering. Features have the attributes kind, name, link, bridge,
/// tunnel and oneway, coordinates are metres of EPSG:3857. Rows that cannot be read are left out; a database that fails
/// throws mapnik::datasource_exception, as Mapnik's own sources do.
class RegionLayer : public mapnik::datasource
{
public:
    [[nodiscard]] static Result<std::shared_ptr<RegionLayer>> open(std::shared_ptr<Sqlite::Database> database,
                                                                   const std::string &table);

    [[nodiscard]] datasource_t type() const override { return Vector; }
    [[nodiscard]] std::optional<mapnik::datasource_geometry_t> get_geometry_type() const override { return {}; }
    [[nodiscard]] mapnik::featureset_ptr features(const mapnik::query &query) const override;
    [[nodiscard]] mapnik::featureset_ptr features_at_point(const mapnik::coord2d &point,
                                                           double tolerance) const override;
    [[nodiscard]] mapnik::box2d<double> envelope() const override;
    [[nodiscard]] mapnik::layer_descriptor get_descriptor() const override;

    RegionLayer(std::shared_ptr<Sqlite::Database> database, Sqlite::Statement select);

private:
    std::shared_ptr<Sqlite::Database> m_database;
    std::shared_ptr<Sqlite::Statement> m_select; ///< Of one featureset at a time, which is how Mapnik asks.
};

} // namespace Doorstep
