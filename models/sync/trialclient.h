// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"
#include "models/domain/thresholdtrial.h"
#include "models/sync/servertrust.h"

#include <QNetworkAccessManager>
#include <QNetworkRequestFactory>
#include <QObject>
#include <QPointer>

#include <chrono>

class QNetworkReply;

namespace Doorstep {

/// Asks the backend what thresholds would have produced on the last days, for a person who tries them: one question at
/// a time. A newer one ends the older, whose answer nobody hears; no answer takes longer than the patience, nor more
/// than 256 KiB. GUI thread; does not block.
class TrialClient : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QUrl server;
        QByteArray trustedCertificate; ///< See ServerTrust.
        std::chrono::milliseconds patience = std::chrono::seconds(60); ///< The backend computes for a quarter of it.
    };

    explicit TrialClient(const Options &options, QObject *parent = nullptr);
    ~TrialClient() override;
    Q_DISABLE_COPY_MOVE(TrialClient)

    void setToken(const QString &token);
    /// answered(), or failed().
    void ask(const DepotId &depot, const ThresholdValues &proposed);
    void giveUp(); ///< Nobody waits any more.

Q_SIGNALS:
    void answered(const Doorstep::ThresholdTrial &trial);
    void failed(const Doorstep::Error &error);

private:
    void take(QNetworkReply &reply);

    std::chrono::milliseconds m_patience;
    QNetworkRequestFactory m_requests;
    ServerTrust m_trust;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_asked;
};

} // namespace Doorstep
