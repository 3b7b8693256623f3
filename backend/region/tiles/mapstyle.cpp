// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/mapstyle.h"

#include "backend/region/tiles/tilekinds.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/mapstyle/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString fontSet(const QStringList &faces)
{
    QString xml;
    for (const auto &face : faces)
        xml += u"<Font face-name=\"%1\"/>"_s.arg(face.toHtmlEscaped());
    return xml;
}

std::unexpected<Error> malformed(const QString &detail)
{
    return failure(Error::Kind::Malformed, u"map style: "_s + detail);
}

} // namespace

Result<MapStyle> MapStyle::read(TileStyle style, const MapFonts &fonts)
{
    const auto document = QJsonDocument::fromJson(resource(u"doorstep.json"_s)).object();
    const auto palette = document["palettes"_L1][style == TileStyle::Dark ? "dark"_L1 : "light"_L1].toObject();
    auto xml = QString::fromUtf8(resource(u"doorstep.xml"_s));
    if (palette.isEmpty() || xml.isEmpty())
        return malformed(u"its files are not in the program"_s);

    MapStyle result;
    for (auto it = palette.begin(); it != palette.end(); ++it) {
        const auto colour = it->toString();
        bool valid = false;
        const auto rgb = QStringView(colour).mid(1).toUInt(&valid, 16);
        if (!valid || colour.size() != 7 || colour[0] != u'#')
            return malformed(u"%1 is no colour"_s.arg(it.key()));
        result.m_colours.push_back(rgb);
        xml.replace(u'{' + it.key() + u'}', colour);
    }
    xml.replace("{regularFaces}"_L1, fontSet(fonts.regular));
    xml.replace("{mediumFaces}"_L1, fontSet(fonts.medium));
    xml.replace("{semiBoldFaces}"_L1, fontSet(fonts.semiBold));
    // The comment on top explains "{colour}".
    if (const auto left = xml.indexOf(u"=\"{"_s); left >= 0)
        return malformed(u"no value for %1"_s.arg(xml.mid(left + 2, 30).section(u'"', 0, 0)));
    result.m_xml = xml.toStdString();

    const auto zooms = document["zooms"_L1].toObject();
    if (auto read = result.readZooms(zooms); !read)
        return std::unexpected(std::move(read.error()));
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(result.m_xml);
    hash.addData(QJsonDocument(zooms).toJson(QJsonDocument::Compact));
    result.m_hash = hash.result().toHex().first(12);
    return result;
}

Result<> MapStyle::readZooms(const QJsonObject &zooms)
{
    constexpr int count = maxTileZoom - minTileZoom + 1;
    if (zooms["first"_L1].toInt() != minTileZoom)
        return malformed(u"its zooms do not begin at %1"_s.arg(minTileZoom));
    m_variables.resize(count);
    for (int i = 0; i < count; ++i)
        m_variables[static_cast<std::size_t>(i)]["zoom"] = mapnik::value_integer{minTileZoom + i};
    for (auto it = zooms.begin(); it != zooms.end(); ++it) {
        if (it.key() == "first"_L1)
            continue;
        const auto values = it->toArray();
        if (values.size() != count)
            return malformed(u"%1 has %2 values, not %3"_s.arg(it.key()).arg(values.size()).arg(count));
        for (int i = 0; i < count; ++i)
            m_variables[static_cast<std::size_t>(i)][it.key().toStdString()] = values[i].toDouble();
    }
    return {};
}

const mapnik::attributes &MapStyle::variables(int zoom) const
{
    return m_variables.at(static_cast<std::size_t>(zoom - minTileZoom));
}

} // namespace Doorstep
