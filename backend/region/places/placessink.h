// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionsink.h"
#include "backend/region/places/gathered.h"

namespace Doorstep {

/// Keeps the addresses, named streets, suburbs and named places of an extract and writes the place_ tables.
class PlacesSink : public RegionSink
{
public:
    Result<> begin(Sqlite::Database &database) override;
    void node(const osmium::Node &node) override;
    void way(const osmium::Way &way) override;
    void area(const osmium::Area &area) override;
    Result<> finish(Sqlite::Database &database, const Progress &progress) override;

private:
    Places::Gathered m_gathered;
};

} // namespace Doorstep
