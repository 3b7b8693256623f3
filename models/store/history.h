// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/auditentry.h"
#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QObject>

#include <optional>

namespace Doorstep {

/// What was done about one thing, newest first, as far as it was asked for: the backend's audit. GUI thread.
///
/// `Connection::setHistory()` makes the backend answer what is wanted.
class History : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins anew with \a about, whose audit is in \a feed.
    void show(const FeedId &feed, const Subject &about);
    /// Asks for what comes before the oldest entry that is known.
    void showMore();
    void clear();

    [[nodiscard]] const FeedId &feed() const noexcept { return m_feed; }
    [[nodiscard]] const Subject &about() const noexcept { return m_about; }
    [[nodiscard]] const QList<AuditEntry> &entries() const noexcept { return m_entries; }
    [[nodiscard]] bool hasMore() const noexcept { return m_hasMore; }
    [[nodiscard]] bool isAsking() const noexcept { return m_isAsking; }
    /// Why the last question has no answer; none when it has one.
    [[nodiscard]] const std::optional<Error> &problem() const noexcept { return m_problem; }

    /// An answer: \a entries come before \a before (0: the newest). One that nobody waits for any more is ignored.
    void take(const Subject &about, qint64 before, const QList<AuditEntry> &entries, bool hasMore);
    void fail(const Subject &about, const Error &error);

Q_SIGNALS:
    void wanted(const Doorstep::FeedId &feed, const Doorstep::Subject &about, qint64 before);
    void aboutToReset();
    void reset();
    void aboutToAppend(qsizetype first, qsizetype last);
    void appended(qsizetype first, qsizetype last);
    void stateChanged(); ///< hasMore(), isAsking() or problem().

private:
    void ask();
    [[nodiscard]] qint64 oldest() const { return m_entries.isEmpty() ? 0 : m_entries.constLast().number; }

    FeedId m_feed;
    Subject m_about;
    QList<AuditEntry> m_entries;
    std::optional<Error> m_problem;
    bool m_hasMore = false;
    bool m_isAsking = false;
};

} // namespace Doorstep
