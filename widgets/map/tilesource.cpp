// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/map/tilesource.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {
// All that the plugin of Qt 6.8 looks for. Those with "night" show the dark tiles.
constexpr std::array providerNames{"street"_L1,        "satellite"_L1, "cycle"_L1, "transit"_L1,
                                   "night-transit"_L1, "terrain"_L1,   "hiking"_L1};

Result<> checkTemplate(const QString &urlTemplate)
{
    for (const auto &placeholder : {"{z}"_L1, "{x}"_L1, "{y}"_L1})
        if (!urlTemplate.contains(placeholder))
            return failure(Error::Kind::Malformed, u"The tile template lacks %1: %2"_s.arg(placeholder, urlTemplate));
    const auto scheme = urlTemplate.section(u':', 0, 0).toLower();
    if (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "file"_L1)
        return failure(Error::Kind::Malformed,
                       u"The tile template is no http, https or file URL: %1"_s.arg(urlTemplate));
    return {};
}

QString pluginTemplate(QString urlTemplate, bool highResolution)
{
    return urlTemplate.replace("%"_L1, "%25"_L1)
        .replace("{z}"_L1, "%z"_L1)
        .replace("{x}"_L1, "%x"_L1)
        .replace("{y}"_L1, "%y"_L1)
        .replace("{r}"_L1, highResolution ? "@2x"_L1 : ""_L1);
}

/// A template as it is for everybody: keys change with each session, the tiles behind them do not.
QString withoutKey(const QString &urlTemplate)
{
    auto path = urlTemplate.section(u'?', 0, 0);
    const auto items = urlTemplate.section(u'?', 1).split(u'&', Qt::SkipEmptyParts);
    for (const auto &item : items) {
        const auto name = item.section(u'=', 0, 0).toLower();
        if (name != "key"_L1 && name != "apikey"_L1 && name != "token"_L1 && name != "access_token"_L1)
            path += u'&' + item;
    }
    return path;
}

Result<> writeProvider(const TileSource &source, const QString &file, bool dark, bool highResolution)
{
    const auto useDark = dark && !source.darkTemplate.isEmpty();
    const QJsonObject provider{
        {u"UrlTemplate"_s,
         pluginTemplate(useDark ? source.darkTemplate : source.lightTemplate,
                        highResolution && source.hasHighResolution())},
        {u"ImageFormat"_s, u"png"_s},
        {u"MinimumZoomLevel"_s, 0},
        {u"MaximumZoomLevel"_s, source.maximumZoom},
        {u"MapCopyRight"_s, source.attribution},
        {u"DataCopyRight"_s, source.attribution},
        {u"StyleCopyRight"_s, source.attribution},
    };
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(file, out.errorString()));
    out.write(QJsonDocument(provider).toJson());
    if (!out.commit())
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(file, out.errorString()));
    return {};
}
} // namespace

bool TileSource::hasHighResolution() const
{
    return lightTemplate.contains("{r}"_L1) && (darkTemplate.isEmpty() || darkTemplate.contains("{r}"_L1));
}

Result<> checkTileSource(const TileSource &source)
{
    return checkTemplate(source.lightTemplate).and_then([&]() -> Result<> {
        return source.darkTemplate.isEmpty() ? Result<>() : checkTemplate(source.darkTemplate);
    });
}

QString cacheNameOf(const TileSource &source)
{
    const auto both = (withoutKey(source.lightTemplate) + u'\n' + withoutKey(source.darkTemplate)).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(both, QCryptographicHash::Sha256).toHex().first(16));
}

Result<> writeProviders(const TileSource &source, const QDir &directory)
{
    if (!directory.mkpath(u"."_s))
        return failure(Error::Kind::Storage, u"cannot make %1"_s.arg(directory.path()));
    for (const auto &name : providerNames) {
        for (const auto highResolution : {false, true}) {
            const auto file = directory.filePath(name + (highResolution ? "-hires"_L1 : ""_L1));
            const auto isDark = name.startsWith("night"_L1);
            if (const auto written = writeProvider(source, file, isDark, highResolution); !written)
                return written;
        }
    }
    return {};
}

} // namespace Doorstep
