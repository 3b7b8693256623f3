// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/tiles/mapfonts.h"
#include "backend/region/tiles/tileservice.h"

#include <array>
#include <mapnik/attribute.hpp>
#include <string>
#include <vector>

namespace Doorstep {

/// resources/mapstyle, ready for Mapnik: the template with one palette filled in, and what its variables are at each
/// zoom.
class MapStyle
{
public:
    /// Malformed when the resources contradict each other: a colour without a value, a table of the wrong length.
    [[nodiscard]] static Result<MapStyle> read(TileStyle style, const MapFonts &fonts);

    [[nodiscard]] const std::string &xml() const { return m_xml; }
    /// @zoom, and every width and size by its name in doorstep.json.
    [[nodiscard]] const mapnik::attributes &variables(int zoom) const;
    /// The palette's colours as 0xrrggbb.
    [[nodiscard]] const std::vector<quint32> &colours() const { return m_colours; }
    /// Changes when anything of the style does.
    [[nodiscard]] const QByteArray &hash() const { return m_hash; }

private:
    [[nodiscard]] Result<> readZooms(const QJsonObject &zooms);

    std::string m_xml;
    std::vector<mapnik::attributes> m_variables; ///< From minTileZoom on.
    std::vector<quint32> m_colours;
    QByteArray m_hash;
};

} // namespace Doorstep
