// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArrayList>
#include <QFile>

#include <functional>

namespace Doorstep::Disk {

/// A file of lines that only grows, each with the first half of its hash before it. One thread at a time.
class AppendLog
{
public:
    /// Asked before each write and each sync; false makes it fail. For tests.
    using MayWrite = std::function<bool()>;

    explicit AppendLog(const QString &path, MayWrite mayWrite = {});

    /// The lines that are whole and unchanged, oldest first; none when there is no file.
    [[nodiscard]] QByteArrayList read() const;
    /// On disk when it returns; when it fails, as far as the disk allows, nothing of \a lines is there.
    [[nodiscard]] Result<> append(const QByteArrayList &lines);
    /// Takes back the last append().
    void takeBack();
    /// Replaces everything at once.
    [[nodiscard]] Result<> rewrite(const QByteArrayList &lines);

    [[nodiscard]] qint64 size() const { return m_file.size(); }

private:
    [[nodiscard]] bool isAllowed() const { return !m_mayWrite || m_mayWrite(); }
    [[nodiscard]] static QByteArray lineOf(const QByteArray &text);

    QFile m_file;
    MayWrite m_mayWrite;
    qint64 m_sizeBefore = 0; ///< The last append().
};

} // namespace Doorstep::Disk
