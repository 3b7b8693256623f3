// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/proposal.h"
#include "models/domain/result.h"
#include "models/sync/servertrust.h"
#include "models/wire/drivewire.h"

#include <QNetworkAccessManager>
#include <QNetworkRequestFactory>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QNetworkReply;

namespace Doorstep {

/// Asks the backend for reroutings, what plans made by hand would mean, and along which roads they go. One search, one
/// check and one question about roads at a time: a newer one ends the older, of which nobody hears any more. No answer
/// is waited for longer than the patience, nor read beyond 8 MiB. GUI thread; does not block.
class ProposalClient : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl server;
        QByteArray trustedCertificate; ///< See ServerTrust.
        std::chrono::milliseconds patience = std::chrono::seconds(20); ///< Of one answer.
        std::chrono::milliseconds pause{250}; ///< Between two looks at a search.
    };

    /// Why there is no answer; `code` is the backend's word, where it has said one: "nothing_open".
    struct Problem
    {
        Error error;
        QString code;

        bool operator==(const Problem &) const = default;
    };

    explicit ProposalClient(const Options &options, QObject *parent = nullptr);
    ~ProposalClient() override;
    Q_DISABLE_COPY_MOVE(ProposalClient)

    void setToken(const QString &token);
    /// improved(), several times, the last one with a final proposal; or failed().
    void ask(const Rerouting &rerouting);
    /// Ends the search: the best so far comes as final. Nothing without one.
    void stop();
    /// checked(), or checkFailed().
    void check(const Rerouting &plan);
    /// roadsFound(); nothing when there is no answer: a plan can do without.
    void findRoads(const Wire::DrivesQuestion &question);
    void giveUp(); ///< Nobody waits any more, for whatever it is; the backend is told to end the search.

    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] bool isChecking() const { return !m_check.isNull(); }
    [[nodiscard]] bool isFindingRoads() const { return !m_roads.isNull(); }

Q_SIGNALS:
    /// A first plan, or a better one; nothing follows a final one.
    void improved(const Doorstep::Proposal &proposal);
    void failed(const Doorstep::ProposalClient::Problem &problem);
    void checked(const Doorstep::Proposal &proposal);
    void checkFailed(const Doorstep::ProposalClient::Problem &problem);
    /// The \a lines of \a drives, in their order.
    void roadsFound(const QList<Doorstep::Drive> &drives, const Doorstep::Wire::DriveLines &lines);

private:
    [[nodiscard]] QNetworkRequest request(const QString &path) const;
    void expect(QNetworkReply &reply);
    void endSearch();
    void endCheck();
    void follow(QNetworkReply *reply);
    void look();
    void take(QNetworkReply &reply);
    void takeCheck(QNetworkReply &reply);
    void takeRoads(QNetworkReply &reply, const QList<Drive> &drives);
    void fail(const Problem &problem);

    std::chrono::milliseconds m_patience;
    QNetworkRequestFactory m_requests;
    ServerTrust m_trust;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_search;
    QPointer<QNetworkReply> m_check;
    QPointer<QNetworkReply> m_roads;
    QTimer m_pause;
    ProposalId m_id; ///< Of the search; invalid before its first answer.
    int m_round = 0;
    int m_misses = 0; ///< Looks without an answer, one after the other.
    bool m_isSearching = false;
    bool m_isStopping = false; ///< The person wants the best so far.
};

} // namespace Doorstep
