// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Doorstep {

DemoDay::Place demoPlace()
{
    const auto programs = QCoreApplication::applicationDirPath();
    const auto name = u"regions/montevideo.osm.pbf"_s;
    QString region;
    for (const auto &folder :
         {programs + u"/../share/doorstep"_s, programs + u"/../Resources"_s, QStringLiteral(DOORSTEP_RESOURCES)})
        if (region = QDir::cleanPath(folder + u'/' + name); QFile::exists(region))
            break;
    return {.programs = programs,
            .region = region,
            .cacheDirectory = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/doorstep"_s};
}

QString dataDirectory()
{
    const auto directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(directory);
    return directory;
}

QString tileCacheDirectory(const DemoDay *demo)
{
    const auto parent = demo ? demo->directory() : QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return parent + u"/tiles"_s;
}

TileSource tilesOf(const QUrl &server, const QString &token)
{
    auto base = server.toString(QUrl::StripTrailingSlash);
    const auto key = token.isEmpty() || isLoopback(server)
        ? QString()
        : u"?key="_s + QString::fromLatin1(QUrl::toPercentEncoding(token));
    return {.lightTemplate = base + u"/tiles/light/{z}/{x}/{y}{r}.png"_s + key,
            .darkTemplate = base + u"/tiles/dark/{z}/{x}/{y}{r}.png"_s + key,
            .attribution = u"© OpenStreetMap contributors"_s};
}

bool isLoopback(const QUrl &server)
{
    return server.host() == "localhost"_L1 || QHostAddress(server.host()).isLoopback();
}

} // namespace Doorstep
