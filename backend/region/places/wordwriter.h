// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/region/sqlite.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace Doorstep::Places {

/// Collects the names of entities and writes them as words: place_alias, place_word, place_trigram.
class WordWriter
{
public:
    /// A name that is empty once folded is left out.
    void add(qint64 entity, QStringView name);
    [[nodiscard]] Result<> write(Sqlite::Database &database) const;

private:
    struct Alias
    {
        qint64 entity = 0;
        QString folded;
        std::vector<qint32> words; ///< Numbers count from 1.
    };

    QHash<QString, qint32> m_known;
    QStringList m_words;
    std::vector<Alias> m_aliases;
};

} // namespace Doorstep::Places
