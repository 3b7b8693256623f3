// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/servertrust.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// What a person's comparison of fingerprints outweighs. An expired or revoked certificate is no question of identity.
bool isAboutIdentity(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
    case QSslError::NoError:
        return true;
    default:
        return false;
    }
}

QString joined(const QStringList &parts)
{
    return parts.join(u", "_s);
}

} // namespace

ServerTrust::ServerTrust(QByteArray fingerprint, QObject *parent)
    : QObject(parent)
    , m_fingerprint(std::move(fingerprint))
{
}

void ServerTrust::guard(QNetworkAccessManager &network)
{
    network.setStrictTransportSecurityEnabled(true);
    connect(&network, &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *reply, const QList<QSslError> &errors) {
                if (accepts(reply->sslConfiguration().peerCertificate(), errors))
                    reply->ignoreSslErrors(errors);
            });
}

void ServerTrust::guard(QWebSocket &socket)
{
    connect(&socket, &QWebSocket::sslErrors, this, [this, &socket](const QList<QSslError> &errors) {
        const auto certificate = errors.isEmpty() ? QSslCertificate() : errors.constFirst().certificate();
        if (accepts(certificate, errors))
            socket.ignoreSslErrors(errors);
    });
}

bool ServerTrust::accepts(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    if (certificate.isNull())
        return false;
    const auto fingerprint = certificate.digest(QCryptographicHash::Sha256);
    const bool isOfIdentity = std::ranges::all_of(errors, isAboutIdentity);
    if (isOfIdentity && fingerprint == m_fingerprint)
        return true;
    QStringList problems;
    for (const auto &error : errors)
        problems.append(error.errorString());
    problems.removeDuplicates();
    Q_EMIT questioned({.fingerprint = isOfIdentity ? fingerprint : QByteArray(),
                       .subject = joined(certificate.subjectInfo(QSslCertificate::CommonName)),
                       .issuer = joined(certificate.issuerInfo(QSslCertificate::CommonName)),
                       .expiresAt = certificate.expiryDate().toUTC(),
                       .problem = problems.join(u' '),
                       .isChanged = !m_fingerprint.isEmpty() && fingerprint != m_fingerprint});
    return false;
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

} // namespace Doorstep

#include "moc_servertrust.cpp"
