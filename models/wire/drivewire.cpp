// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/drivewire.h"

#include "models/domain/polyline.h"
#include "models/wire/reader.h"
#include "models/wire/vehiclewire.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

Result<Drive> driveFromJson(const QJsonObject &json)
{
    Reader reader("drive"_L1, json);
    Drive drive;
    drive.vehicle = reader.word("vehicle"_L1, vehicleKinds);
    drive.from = reader.place("from"_L1);
    drive.to = reader.place("to"_L1);
    return reader.finish(std::move(drive));
}

} // namespace

QJsonObject toJson(const DrivesQuestion &question)
{
    QJsonArray drives;
    for (const auto &drive : question.drives)
        drives.append(QJsonObject{{u"vehicle"_s, wordOf(vehicleKinds, drive.vehicle)},
                                  {u"from"_s, placeJson(drive.from)},
                                  {u"to"_s, placeJson(drive.to)}});
    return {{u"depot"_s, question.depot.toString()}, {u"drives"_s, drives}};
}

Result<DrivesQuestion> drivesQuestionFromJson(const QJsonObject &json)
{
    Reader reader("drives"_L1, json);
    DrivesQuestion question;
    question.depot = reader.id<DepotId>("depot"_L1);
    const auto drives = reader.array("drives"_L1, DrivesQuestion::most);
    question.drives.reserve(drives.size());
    for (const auto &drive : drives)
        question.drives.append(reader.take(driveFromJson(drive.toObject())));
    return reader.finish(std::move(question));
}

QJsonObject driveLinesJson(const DriveLines &lines)
{
    QJsonArray texts;
    for (const auto &line : lines)
        texts.append(encodedPolyline(line));
    return {{u"lines"_s, texts}};
}

Result<DriveLines> driveLinesFromJson(const QJsonObject &json)
{
    Reader reader("drives"_L1, json);
    DriveLines lines;
    const auto texts = reader.array("lines"_L1, DrivesQuestion::most);
    lines.reserve(texts.size());
    for (const auto &text : texts) {
        if (!text.isString())
            reader.fail("lines"_L1);
        lines.append(reader.take(decodedPolyline(text.toString())));
    }
    return reader.finish(std::move(lines));
}

} // namespace Doorstep::Wire
