// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestlog.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Doorstep::Http {

void logLine(const QString &level, const QString &event, QJsonObject fields)
{
    fields.insert("at"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    fields.insert("level"_L1, level);
    fields.insert("event"_L1, event);
    const auto line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr); // one call: lines never mix
}

CallCounts &callCounts()
{
    static CallCounts counts;
    return counts;
}

} // namespace Doorstep::Http
