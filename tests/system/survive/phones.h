// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace Doorstep::Test {

/// The drivers' phones: they tell where they are, and end visits. What they were told is stored, they forget.
class Phones : public QObject
{
    Q_OBJECT
public:
    static constexpr int count = 20;

    [[nodiscard]] static QString deviceOf(int phone) { return QStringLiteral("phone-%1").arg(phone); }
    [[nodiscard]] static QString driverOf(int phone) { return QStringLiteral("driver-%1").arg(phone); }

    /// All of them tell where they are, each with its clock off by \a skew.
    void tell(const QUrl &server, int where, std::chrono::seconds skew);
    /// A driver has delivered \a stop.
    void deliver(const QUrl &server, const QByteArray &token, const QString &stop);

    /// The backend goes back to a backup: what it was told since is gone, and phones do not tell again.
    void forget()
    {
        m_stored.clear();
        ++m_history;
    }
    /// Times (seconds since 1970) of the fixes that the backend said are stored, by driver.
    [[nodiscard]] const QHash<QString, QList<qint64>> &stored() const { return m_stored; }

private:
    QNetworkAccessManager m_network;
    QHash<QString, QList<qint64>> m_stored;
    int m_history = 0; ///< What was asked in an older one is answered by a backend that is no more.
    qint64 m_last = 0; ///< No two fixes of a phone have the same time.
};

} // namespace Doorstep::Test
