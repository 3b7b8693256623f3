// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/tileroutes.h"

#include "backend/region/tiles/tilekinds.h"

#include <QList>

#include <algorithm>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

/// A decimal number of at most seven digits, all that zoom 19 needs, with no sign and no zeros in front; -1 for
/// anything else.
int plainNumber(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.isEmpty() || text.size() > 7 || !std::ranges::all_of(text, isDigit)
        || (text.size() > 1 && text[0] == u'0'))
        return -1;
    return text.toInt();
}

std::unexpected<Error> malformed(const QString &detail)
{
    return failure(Error::Kind::Malformed, detail);
}

} // namespace

Result<> checkTile(const TileRequest &request)
{
    if (request.scale != 1 && request.scale != 2)
        return malformed(u"tiles come at scale 1 and 2"_s);
    if (request.zoom < minTileZoom || request.zoom > maxTileZoom)
        return failure(Error::Kind::NotFound, u"tiles are drawn at zoom %1 to %2"_s.arg(minTileZoom).arg(maxTileZoom));
    const int tiles = 1 << request.zoom;
    if (request.x < 0 || request.y < 0 || request.x >= tiles || request.y >= tiles)
        return malformed(u"zoom %1 has tiles 0 to %2"_s.arg(request.zoom).arg(tiles - 1));
    return {};
}

Result<TileRequest> tileRequest(QStringView path)
{
    constexpr QLatin1StringView prefix("/tiles/");
    constexpr QLatin1StringView ending(".png");
    if (path.size() > 64 || !path.startsWith(prefix) || !path.endsWith(ending))
        return malformed(u"not the path of a tile"_s);
    path = path.sliced(prefix.size()).chopped(ending.size());

    TileRequest request;
    if (path.endsWith("@2x"_L1)) {
        request.scale = 2;
        path.chop(3);
    }
    const auto parts = path.split(u'/');
    if (parts.size() != 4)
        return malformed(u"not the path of a tile"_s);
    if (parts[0] != "light"_L1 && parts[0] != "dark"_L1)
        return malformed(u"the styles are light and dark"_s);
    request.style = parts[0] == "dark"_L1 ? TileStyle::Dark : TileStyle::Light;
    request.zoom = plainNumber(parts[1]);
    request.x = plainNumber(parts[2]);
    request.y = plainNumber(parts[3]);
    if (request.zoom < 0 || request.x < 0 || request.y < 0)
        return malformed(u"zoom, x and y are plain numbers"_s);
    if (auto checked = checkTile(request); !checked)
        return std::unexpected(std::move(checked.error()));
    return request;
}

QByteArray tileEtag(const TileRequest &request, const QByteArray &edition)
{
    return '"' + edition + (request.style == TileStyle::Dark ? "-d-" : "-l-") + QByteArray::number(request.zoom) + '-'
        + QByteArray::number(request.x) + '-' + QByteArray::number(request.y) + '-' + QByteArray::number(request.scale)
        + '"';
}

} // namespace Doorstep
