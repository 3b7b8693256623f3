// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/snapshotparser.h"

using namespace Qt::StringLiterals;

namespace Doorstep {

Result<QList<Document>> SnapshotParser::take(const QByteArray &bytes)
{
    m_rest += bytes;
    QList<Document> documents;
    qsizetype begin = 0;
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        const auto line = m_rest.sliced(begin, end - begin);
        begin = end + 1;
        if (auto taken = takeLine(line, documents); !taken)
            return std::unexpected(std::move(taken).error());
    }
    m_rest.remove(0, begin);
    if (m_rest.size() > longestLine)
        return failure(Error::Kind::Malformed, u"snapshot: a line that does not end"_s);
    return documents;
}

Result<> SnapshotParser::takeLine(const QByteArray &line, QList<Document> &documents)
{
    if (line.isEmpty())
        return {};
    if (m_end)
        return failure(Error::Kind::Malformed, u"snapshot: more after its end"_s);
    if (!m_cursor) {
        const auto cursor = Wire::cursorFromBytes(line);
        if (!cursor)
            return std::unexpected(cursor.error());
        m_cursor = *cursor;
        return {};
    }
    if (Wire::looksLikeSnapshotEnd(line)) {
        const auto end = Wire::snapshotEndFromBytes(line);
        if (!end)
            return std::unexpected(end.error());
        m_end = *end;
        return {};
    }
    auto read = Wire::documentFromBytes(line);
    if (!read)
        return std::unexpected(std::move(read).error());
    if (read->deleted || read->version > m_cursor->seq)
        return failure(Error::Kind::Malformed, u"snapshot: a document that cannot be in it"_s);
    ++m_count;
    documents.append(*std::move(read));
    return {};
}

Result<Wire::SnapshotEnd> SnapshotParser::finish() const
{
    if (!m_end || !m_rest.isEmpty())
        return failure(Error::Kind::Malformed, u"snapshot: cut off"_s);
    if (m_end->count != m_count)
        return failure(Error::Kind::Malformed,
                       u"snapshot: %1 documents instead of %2"_s.arg(m_count).arg(m_end->count));
    return *m_end;
}

} // namespace Doorstep
