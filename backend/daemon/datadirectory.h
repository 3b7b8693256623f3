// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace Doorstep {

/// The directory that holds everything the backend keeps. Readable by its owner only.
class DataDirectory
{
public:
    DataDirectory(DataDirectory &&other) noexcept;
    DataDirectory &operator=(DataDirectory &&other) noexcept;
    Q_DISABLE_COPY(DataDirectory)
    ~DataDirectory();

    enum class Use : quint8 {
        Serve, ///< One process at a time: the lock goes with the process, however it ends.
        Visit, ///< Beside a running server.
    };
    /// Makes \a path when it is missing. Refused with a sentence for a person.
    static Result<DataDirectory> open(const QString &path, Use use);

    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] QString temporaryDirectory() const;
    [[nodiscard]] QString tileCacheFolder() const; ///< May be deleted at any time.

private:
    DataDirectory(QString path, int lock);

    QString m_path;
    int m_lock = -1;
};

} // namespace Doorstep
