// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/timewindowwire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const TimeWindow &timeWindow)
{
    QJsonObject json;
    putTime(json, "from"_L1, timeWindow.from);
    putTime(json, "to"_L1, timeWindow.to);
    return json;
}

namespace {

template <typename Json>
Result<TimeWindow> read(const Json &json)
{
    BasicReader<Json> reader("window"_L1, json);
    TimeWindow window;
    window.from = reader.optionalTime("from"_L1);
    window.to = reader.optionalTime("to"_L1);
    if (window.from.isValid() && window.to.isValid() && window.to < window.from)
        reader.fail("to"_L1);
    return reader.finish(std::move(window));
}

} // namespace

Result<TimeWindow> timeWindowFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<TimeWindow> readTimeWindow(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
