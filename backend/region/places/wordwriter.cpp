// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/wordwriter.h"

#include "backend/region/places/fold.h"

namespace Doorstep::Places {

namespace {

constexpr qsizetype longestName = 16; // words

} // namespace

void WordWriter::add(qint64 entity, QStringView name)
{
    auto words = foldedWords(name);
    if (words.isEmpty())
        return;
    words.resize(std::min(words.size(), longestName));
    Alias alias{.entity = entity, .folded = words.join(u' '), .words = {}};
    for (const auto &word : words) {
        auto &number = m_known[word];
        if (number == 0) {
            m_words.append(word);
            number = static_cast<qint32>(m_words.size());
        }
        alias.words.push_back(number);
    }
    m_aliases.push_back(std::move(alias));
}

Result<> WordWriter::write(Sqlite::Database &database) const
{
    auto word = database.prepare("INSERT INTO place_word VALUES(?,?)");
    auto alias = database.prepare("INSERT INTO place_alias VALUES(?,?,?)");
    auto trigram = database.prepare("INSERT INTO place_trigram(rowid, name) VALUES(?,?)");
    for (const auto *statement : {&word, &alias, &trigram}) {
        if (!*statement)
            return std::unexpected(statement->error());
    }
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (auto done = word->run(i + 1, m_words.at(i)); !done)
            return done;
    }
    qint64 id = 0;
    for (const auto &one : m_aliases) {
        ++id;
        const QByteArrayView blob(reinterpret_cast<const char *>(one.words.data()),
                                  static_cast<qsizetype>(one.words.size() * sizeof(qint32)));
        if (auto done = alias->run(id, one.entity, blob); !done)
            return done;
        // A space at each end, so that the beginning and the end of a name are trigrams of their own.
        if (auto done = trigram->run(id, QString(u' ' + one.folded + u' ')); !done)
            return done;
    }
    return {};
}

} // namespace Doorstep::Places
