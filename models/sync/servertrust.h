// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QSslError>
#include <QUrl>

class QNetworkAccessManager;
class QSslCertificate;
class QWebSocket;

namespace Doorstep {

/// A certificate that no authority vouches for, as a server showed it: only a person can say whether it is the right
/// one.
struct StrangeCertificate
{
    QByteArray fingerprint; ///< SHA-256 of the certificate, 32 bytes.
    QString subject;
    QString issuer;
    QDateTime expiresAt; ///< UTC.
    QString problem; ///< What TLS has against it, in the system's language.
    bool isChanged = false; ///< Another one was trusted before: the server was set up anew, or somebody is in between.

    bool operator==(const StrangeCertificate &) const = default;
};

/// Which certificate a self-hosted server may have although no authority vouches for it: the one a person has compared
/// and trusted, and no other. Without one, only what the system trusts is good. Never ignores anything else.
///
/// Belongs to the thread of what it guards.
class ServerTrust : public QObject
{
    Q_OBJECT
public:
    /// \a fingerprint: SHA-256 of the trusted certificate; empty for none.
    explicit ServerTrust(QByteArray fingerprint, QObject *parent = nullptr);

    void guard(QNetworkAccessManager &network);
    void guard(QWebSocket &socket);

Q_SIGNALS:
    /// A connection was refused for this certificate.
    void questioned(const Doorstep::StrangeCertificate &certificate);

private:
    [[nodiscard]] bool accepts(const QSslCertificate &certificate, const QList<QSslError> &errors);

    QByteArray m_fingerprint;
};

/// "3A:5F:…", 32 pairs, as other programs show it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);

} // namespace Doorstep
