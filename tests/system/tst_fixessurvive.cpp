// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <memory>
#include <vector>

using namespace Doorstep;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int phones = 8;

/// What phone \a phone has been told is safe: seconds since the epoch.
using Promised = std::array<QList<qint64>, phones>;

QByteArray planOfDrivers()
{
    QJsonArray drivers;
    for (int i = 0; i < phones; ++i)
        drivers += QJsonObject{{u"id"_s, u"d%1"_s.arg(i)},
                               {u"depot"_s, u"aguada"_s},
                               {u"name"_s, u"Driver %1"_s.arg(i)},
                               {u"device_id"_s, u"phone-%1"_s.arg(i)}};
    const QJsonObject depot{{u"id"_s, u"aguada"_s},
                            {u"name"_s, u"Aguada"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"where"_s, QJsonArray{-56.196, -34.889}},
                            {u"time_zone"_s, u"America/Montevideo"_s}};
    return QJsonDocument(QJsonObject{{u"depots"_s, QJsonArray{depot}}, {u"drivers"_s, drivers}}).toJson();
}

/// Every phone posts one fix after the other, a second apart from \a from on, for \a howLong; then \a end happens in
/// the middle of it.
void postUntil(const QUrl &server, qint64 from, std::chrono::milliseconds howLong, Promised &promised,
               const std::function<void()> &end)
{
    std::vector<std::unique_ptr<Test::HttpConnection>> connections;
    std::array<qint64, phones> at{};
    at.fill(from);
    for (std::size_t phone = 0; phone < phones; ++phone)
        connections.push_back(std::make_unique<Test::HttpConnection>(
            server,
            [&at, phone] {
                return Test::request("POST", "/", "application/x-www-form-urlencoded",
                                     "id=phone-" + QByteArray::number(phone)
                                         + "&lat=-34.9&lon=-56.1&timestamp=" + QByteArray::number(at.at(phone)++));
            },
            [&at, &promised, phone](int status, const QByteArray &) {
                if (status == 200)
                    promised.at(phone) += at.at(phone) - 1;
            }));
    for (const auto &connection : connections)
        connection->sendNext();
    QEventLoop loop;
    QTimer::singleShot(howLong, &loop, &QEventLoop::quit);
    loop.exec();
    end();
}

/// The seconds of all fixes of driver \a phone from \a from on that the server can show.
QSet<qint64> shown(const QUrl &server, const QByteArray &token, int phone, qint64 from, qint64 to)
{
    constexpr qint64 window = 1'500; // a track is thinned from 2,000 fixes on
    QSet<qint64> seconds;
    for (auto start = from; start <= to; start += window) {
        const auto text = [](qint64 second) {
            return QDateTime::fromSecsSinceEpoch(second, QTimeZone::UTC).toString(Qt::ISODateWithMs).toLatin1();
        };
        const auto track = Test::ask(server,
                                     Test::request("GET",
                                                   "/v1/drivers/d" + QByteArray::number(phone)
                                                       + "/track?from=" + text(start) + "&to=" + text(start + window),
                                                   "application/json", {}, token));
        for (const auto &fix : QJsonDocument::fromJson(track)["fixes"_L1].toArray())
            seconds.insert(QDateTime::fromString(fix["at"_L1].toString(), Qt::ISODateWithMs).toSecsSinceEpoch());
    }
    return seconds;
}

} // namespace

/// A fix that got its 200 survives kill -9.
class FixesSurviveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyPromisedFixIsThereAfterKillsInFullRun()
    {
        Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
        QVERIFY2(backend.start(), qPrintable(backend.problem()));
        auto token = Test::tokenOf(backend.url(), Test::BackendProcess::user, Test::BackendProcess::password);
        QVERIFY(!Test::ask(backend.url(), Test::request("PUT", "/v1/plan", "application/json", planOfDrivers(), token))
                     .isEmpty());

        Promised promised;
        const auto from = QDateTime::currentSecsSinceEpoch() - 200'000;
        for (int kill = 0; kill < 3; ++kill) {
            postUntil(backend.url(), from + kill * 50'000, 400ms + kill * 37ms, promised,
                      [&backend] { backend.kill(); });
            QVERIFY2(backend.start(), qPrintable(backend.problem()));
        }

        token = Test::tokenOf(backend.url(), Test::BackendProcess::user, Test::BackendProcess::password);
        qsizetype count = 0;
        for (int phone = 0; phone < phones; ++phone) {
            QSet<qint64> there;
            for (int kill = 0; kill < 3; ++kill)
                there += shown(backend.url(), token, phone, from + kill * 50'000, from + kill * 50'000 + 10'000);
            for (const auto second : std::as_const(promised.at(static_cast<std::size_t>(phone))))
                QVERIFY2(there.contains(second), "a fix was lost that had got its 200");
            count += promised.at(static_cast<std::size_t>(phone)).size();
        }
        QVERIFY2(count > 300, qPrintable(QString::number(count)));
    }
};

QTEST_GUILESS_MAIN(FixesSurviveTest)
#include "tst_fixessurvive.moc"
