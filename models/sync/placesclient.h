// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/pastvisit.h"
#include "models/domain/placehit.h"
#include "models/domain/result.h"
#include "models/sync/servertrust.h"

#include <QNetworkAccessManager>
#include <QNetworkRequestFactory>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QNetworkReply;
class QUrlQuery;

namespace Doorstep {

/// Asks the backend about places, for a person who waits: one question of each kind at a time. A newer one ends the
/// older, whose answer nobody hears; no answer takes longer than the patience, nor more than half a megabyte. GUI
/// thread; does not block.
class PlacesClient : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl server;
        QByteArray trustedCertificate; ///< See ServerTrust.
        std::chrono::milliseconds patience = std::chrono::seconds(10);
    };

    explicit PlacesClient(const Options &options, QObject *parent = nullptr);
    ~PlacesClient() override;
    Q_DISABLE_COPY_MOVE(PlacesClient)

    void setToken(const QString &token);

    /// What \a text may mean, those near \a near (when it is valid) rather than others. found(), or searchFailed().
    void search(const QString &text, const QGeoCoordinate &near);
    /// What is nearest to \a place. reversed(), or reverseFailed().
    void reverse(const QGeoCoordinate &place);
    /// Earlier visits to the address of \a stop, for the same person, and at \a doors (the first nine). visited(), or
    /// visitsFailed().
    void askVisits(const StopId &stop, const QList<QGeoCoordinate> &doors = {});
    /// Nobody waits any more.
    void giveUpSearch();
    void giveUp();

Q_SIGNALS:
    void found(const QString &text, const QList<Doorstep::PlaceHit> &hits);
    void searchFailed(const QString &text, const Doorstep::Error &error);
    void reversed(const QGeoCoordinate &place, const Doorstep::PlaceHit &hit);
    void reverseFailed(const QGeoCoordinate &place, const Doorstep::Error &error);
    void visited(const Doorstep::StopId &stop, const QList<Doorstep::PastVisit> &visits);
    void visitsFailed(const Doorstep::StopId &stop, const Doorstep::Error &error);

private:
    using Answer = std::function<void(const Result<QByteArray> &)>;
    void ask(QPointer<QNetworkReply> &asked, const QString &path, const QUrlQuery &query, const Answer &answer);
    static void end(QPointer<QNetworkReply> &asked);

    std::chrono::milliseconds m_patience;
    QNetworkRequestFactory m_requests;
    ServerTrust m_trust;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_search;
    QPointer<QNetworkReply> m_reverse;
    QPointer<QNetworkReply> m_visits;
};

} // namespace Doorstep
