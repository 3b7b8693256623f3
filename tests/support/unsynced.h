// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <random>

namespace Doorstep::Test {

/// What was done to a file since it was last synced, and how to undo it as a power loss does.
class Unsynced
{
public:
    explicit Unsynced(QString path)
        : m_path(std::move(path))
    {
    }

    void write(qint64 at, const QByteArray &bytes); ///< Before it is done.
    void truncate(qint64 size); ///< Before it is done.
    void sync() { m_steps.clear(); }
    /// Leaves some of the steps since the last sync, in whole or in part.
    void lose(std::mt19937 &dice);

private:
    struct Step
    {
        qint64 at;
        QByteArray bytes; ///< What is written there; of a truncation, nothing.
        QByteArray before; ///< What was there: less where the file ended.
        qint64 sizeBefore;
        bool isTruncation;
    };
    [[nodiscard]] QByteArray bytesAt(qint64 at, qint64 size) const;

    QString m_path;
    QList<Step> m_steps;
};

} // namespace Doorstep::Test
