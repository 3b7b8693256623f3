// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/tiles/mapfonts.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QStandardPaths>

#include <mapnik/font_engine_freetype.hpp>
#include <mutex>

namespace Doorstep {

using namespace Qt::StringLiterals;

namespace {

/// Face names by the file they are in, so that only these few of a system's hundreds of fonts are opened.
struct Face
{
    QLatin1StringView file; ///< Without the ending.
    QLatin1StringView name;
};

constexpr Face regularFaces[] = {{.file = "Inter-Regular"_L1, .name = "Inter Regular"_L1},
                                 {.file = "NotoSans-Regular"_L1, .name = "Noto Sans Regular"_L1}};
constexpr Face mediumFaces[] = {{.file = "Inter-Medium"_L1, .name = "Inter Medium"_L1},
                                {.file = "NotoSans-Medium"_L1, .name = "Noto Sans Medium"_L1},
                                {.file = "NotoSans-Regular"_L1, .name = "Noto Sans Regular"_L1}};
constexpr Face semiBoldFaces[] = {{.file = "Inter-SemiBold"_L1, .name = "Inter SemiBold"_L1},
                                  {.file = "NotoSans-SemiBold"_L1, .name = "Noto Sans SemiBold"_L1},
                                  {.file = "NotoSans-Bold"_L1, .name = "Noto Sans Bold"_L1}};

bool isWanted(const QString &baseName)
{
    const auto names = [&baseName](const auto &faces) {
        return std::ranges::any_of(faces, [&baseName](const Face &face) { return face.file == baseName; });
    };
    return names(regularFaces) || names(mediumFaces) || names(semiBoldFaces);
}

} // namespace

QStringList fontFolders()
{
    return QStandardPaths::standardLocations(QStandardPaths::FontsLocation)
        << u"/usr/share/fonts"_s << u"/usr/local/share/fonts"_s << u"/opt/homebrew/share/fonts"_s;
}

Result<MapFonts> registerMapFonts(const QStringList &folders)
{
    static std::mutex mutex; // Mapnik's register is shared, and not guarded everywhere
    const std::lock_guard lock(mutex);

    QSet<QString> found;
    for (const auto &folder : folders) {
        QDirIterator files(folder, {u"Inter-*"_s, u"NotoSans-*"_s}, QDir::Files,
                           QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
        while (files.hasNext()) {
            const auto file = files.nextFileInfo();
            if (isWanted(file.baseName()) && !found.contains(file.baseName())
                && mapnik::freetype_engine::register_font(QFile::encodeName(file.filePath()).toStdString()))
                found.insert(file.baseName());
        }
    }
    const auto faces = [&found](const auto &wanted) {
        QStringList names;
        for (const auto &face : wanted) {
            if (found.contains(QString(face.file)))
                names << face.name;
        }
        return names;
    };
    MapFonts fonts{.regular = faces(regularFaces), .medium = faces(mediumFaces), .semiBold = faces(semiBoldFaces)};
    if (fonts.regular.isEmpty() || fonts.medium.isEmpty() || fonts.semiBold.isEmpty())
        return failure(
            Error::Kind::NotFound,
            u"The map needs the fonts Inter or Noto Sans, and neither is in %1: install fonts-inter or fonts-noto-core."_s
                .arg(folders.join(", "_L1)));
    return fonts;
}

} // namespace Doorstep
