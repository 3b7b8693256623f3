// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/truthlog.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {

Result<void> TruthLog::open(const QString &fileName)
{
    m_file.setFileName(fileName);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return failure(Error::Kind::Storage, u"%1 cannot be written: %2"_s.arg(fileName, m_file.errorString()));
    return {};
}

void TruthLog::write(const QJsonObject &line)
{
    if (m_file.isOpen())
        m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void TruthLog::flush()
{
    if (m_file.isOpen())
        m_file.flush();
}

} // namespace Doorstep::Simulation
