// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/import/regionsink.h"
#include "backend/region/roads/graphbuilder.h"

#include <array>

namespace Doorstep {

/// Makes the road graphs of a region, one for each profile.
class RoadSink : public RegionSink
{
public:
    RoadSink();

    Result<> begin(Sqlite::Database &database) override;
    void node(const osmium::Node &node) override;
    void way(const osmium::Way &way) override;
    void relation(const osmium::Relation &relation) override;
    Result<> finish(Sqlite::Database &database, const Progress &progress) override;

private:
    struct Collected
    {
        RoadMaterial material;
        std::unordered_map<qint64, quint32> nodes; ///< By OpenStreetMap's id.
        std::unordered_map<qint64, NodeTraits> traits;
    };
    static void add(Collected &collected, const osmium::Way &way, RoadMaterial::Way road);
    quint32 keepName(const char *name);

    std::array<Collected, 2> m_profiles; ///< By RoadProfile.
    std::vector<char> m_names{'\0'};
    std::unordered_map<std::string, quint32> m_nameOffsets;
};

} // namespace Doorstep
