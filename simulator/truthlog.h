// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QFile>
#include <QJsonObject>

namespace Doorstep::Simulation {

/// What really happened, one JSON object a line, for comparing it later with what the backend made of it. Without a
/// file name it keeps nothing.
class TruthLog
{
public:
    /// Fails with Storage when the file cannot be written.
    [[nodiscard]] Result<void> open(const QString &fileName);
    void write(const QJsonObject &line);
    void flush();

private:
    QFile m_file;
};

} // namespace Doorstep::Simulation
