// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/system/survive/phones.h"

#include "models/wire/rawjson.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {

void Phones::tell(const QUrl &server, int where, std::chrono::seconds skew)
{
    m_last = std::max(m_last + 1, QDateTime::currentSecsSinceEpoch());
    const auto time = m_last + skew.count();
    for (int phone = 0; phone < count; ++phone) {
        auto url = server.resolved(QUrl(u"/fixes/osmand"_s));
        url.setQuery(QUrlQuery{{u"id"_s, deviceOf(phone)},
                               {u"lat"_s, QString::number(-34.9 - where * 0.0001 - phone * 0.001, 'f', 6)},
                               {u"lon"_s, u"-56.16"_s},
                               {u"timestamp"_s, QString::number(time)}});
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setTransferTimeout(5s);
        auto *reply = m_network.post(request, QByteArray());
        connect(reply, &QNetworkReply::finished, this, [this, reply, phone, time, history = m_history] {
            reply->deleteLater();
            if (history == m_history && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
                m_stored[driverOf(phone)].append(time);
        });
    }
}

void Phones::deliver(const QUrl &server, const QByteArray &token, const QString &stop)
{
    QNetworkRequest request(server.resolved(QUrl(u"/v1/stops/%1/attempts"_s.arg(stop))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setTransferTimeout(5s);
    const QJsonObject body{{u"outcome"_s, u"delivered"_s},
                           {u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    auto *reply = m_network.post(request, Wire::compact(body));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace Doorstep::Test
