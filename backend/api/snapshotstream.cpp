// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/api/snapshotstream.h"

#include "backend/access/visibility.h"
#include "backend/http/requestlog.h"
#include "models/wire/documentwire.h"
#include "models/wire/snapshotwire.h"

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace Doorstep::Api {
namespace {

constexpr int documentsAtOnce = 100; // about 60 kB: a millisecond of the event loop
constexpr int gzipWindow = 15 + 16;
constexpr int fastCompression = 1;

class SnapshotStream
{
public:
    SnapshotStream(std::shared_ptr<Snapshot> snapshot, User user, bool gzip)
        : m_snapshot(std::move(snapshot))
        , m_user(std::move(user))
        , m_isGzip(gzip)
    {
        if (m_isGzip)
            deflateInit2(&m_zip, fastCompression, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
        m_lines = Wire::toBytes(m_snapshot->cursor()) + '\n';
    }
    ~SnapshotStream()
    {
        if (m_isGzip)
            deflateEnd(&m_zip);
    }
    Q_DISABLE_COPY_MOVE(SnapshotStream)

    /// Fills \a buffer and says how far; 0 is the end.
    std::size_t read(char *buffer, std::size_t size)
    {
        for (;;) {
            if (m_lines.isEmpty() && !m_isAtEnd)
                fetch();
            if (m_hasFailed || (m_lines.isEmpty() && m_isAtEnd && (m_isFlushed || !m_isGzip)))
                return 0;
            if (const auto written = m_isGzip ? zip(buffer, size) : copy(buffer, size); written > 0)
                return written;
        }
    }

private:
    void fetch()
    {
        const auto documents = m_snapshot->next(documentsAtOnce);
        if (!documents) {
            Http::logLine(u"error"_s, u"snapshot broke off"_s, {{u"why"_s, documents.error().detail}});
            m_hasFailed = true;
            return;
        }
        for (const auto &document : *documents) {
            ++m_end.count;
            m_end.checksum ^= Wire::digestOf(document);
            Wire::appendDocument(m_lines, asSeenBy(m_user, document));
            m_lines += '\n';
        }
        if (documents->isEmpty()) {
            m_lines = Wire::toBytes(m_end) + '\n';
            m_isAtEnd = true;
        }
    }

    std::size_t copy(char *buffer, std::size_t size)
    {
        const auto taken = std::min(m_lines.size(), static_cast<qsizetype>(size));
        std::copy_n(m_lines.constData(), taken, buffer);
        m_lines.remove(0, taken);
        return static_cast<std::size_t>(taken);
    }

    std::size_t zip(char *buffer, std::size_t size)
    {
        m_zip.next_in = reinterpret_cast<Bytef *>(m_lines.data());
        m_zip.avail_in = static_cast<uInt>(m_lines.size());
        m_zip.next_out = reinterpret_cast<Bytef *>(buffer);
        m_zip.avail_out = static_cast<uInt>(size);
        m_isFlushed = deflate(&m_zip, m_isAtEnd ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END;
        m_lines = m_lines.last(static_cast<qsizetype>(m_zip.avail_in));
        return size - m_zip.avail_out;
    }

    std::shared_ptr<Snapshot> m_snapshot;
    User m_user;
    QByteArray m_lines; ///< Made and not yet taken.
    Wire::SnapshotEnd m_end;
    z_stream m_zip{};
    bool m_isGzip;
    bool m_isAtEnd = false; ///< The last line is in m_lines or was.
    bool m_isFlushed = false;
    bool m_hasFailed = false;
};

} // namespace

drogon::HttpResponsePtr answerSnapshot(std::shared_ptr<Snapshot> snapshot, User user, bool gzip)
{
    auto stream = std::make_shared<SnapshotStream>(std::move(snapshot), std::move(user), gzip);
    auto response = drogon::HttpResponse::newStreamResponse(
        [stream](char *buffer, std::size_t size) mutable -> std::size_t {
            if (buffer && stream)
                return stream->read(buffer, size);
            stream.reset(); // finished or cut off: let the read transaction go at once
            return 0;
        },
        {}, drogon::CT_CUSTOM, "application/x-ndjson");
    if (gzip)
        response->addHeader("Content-Encoding", "gzip");
    response->addHeader("Cache-Control", "no-store");
    return response;
}

} // namespace Doorstep::Api
