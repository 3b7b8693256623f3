// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/messages.h"

#include <QString>
#include <QtLogging>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QtMessageHandler before = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a handler has no data

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (text != "QGeoTileFetcherOsm: all providers resolved"_L1)
        before(type, context, text);
}

} // namespace

void dropKnownNoise()
{
    if (!before)
        before = qInstallMessageHandler(handle);
}

} // namespace Doorstep
