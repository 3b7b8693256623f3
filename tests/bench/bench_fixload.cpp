// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0

// How many fixes a second the real doorstepd takes from phones, each on disk before its 200, beside this load generator
// on the same machine: one by one as Traccar Client posts them, and in arrays.
#include "tests/support/backendprocess.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTextStream>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

constexpr int phoneCount = 500;
constexpr int singleFixes = 40'000;
constexpr int batches = 200;
constexpr int fixesInABatch = 1'000;

QByteArray request(const QByteArray &verb, const QByteArray &path, const QByteArray &contentType,
                   const QByteArray &body, const QByteArray &token = {})
{
    QByteArray text = verb + ' ' + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!token.isEmpty())
        text += "Authorization: Bearer " + token + "\r\n";
    return text + "\r\n" + body;
}

/// One kept connection that sends the next request when the one before is answered.
class Connection
{
public:
    using Next = std::function<QByteArray()>; ///< Empty: no more.
    using Answered = std::function<void(int status, const QByteArray &body)>;

    Connection(const QUrl &server, Next next, Answered answered)
        : m_next(std::move(next))
        , m_answered(std::move(answered))
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
        m_socket.connectToHost(server.host(), static_cast<quint16>(server.port()));
        m_socket.waitForConnected();
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    void sendNext()
    {
        if (const auto text = m_next(); !text.isEmpty())
            m_socket.write(text);
    }

private:
    void read()
    {
        m_buffer += m_socket.readAll();
        const auto headEnd = m_buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        constexpr QByteArrayView key = "content-length: ";
        const auto head = m_buffer.first(headEnd).toLower();
        const auto at = head.indexOf(key);
        const auto length = at < 0
            ? 0
            : head.sliced(at + key.size(), head.indexOf("\r\n", at) - at - key.size()).trimmed().toLongLong();
        if (m_buffer.size() < headEnd + 4 + length)
            return;
        const auto status = m_buffer.sliced(9, 3).toInt();
        const auto body = m_buffer.sliced(headEnd + 4, length);
        m_buffer.clear(); // never two answers at once: nothing is pipelined
        m_answered(status, body);
        sendNext();
    }

    QTcpSocket m_socket;
    Next m_next;
    Answered m_answered;
    QByteArray m_buffer;
};

/// One request and its answer's body; empty unless 2xx.
QByteArray ask(const QUrl &server, const QByteArray &text)
{
    QEventLoop loop;
    QByteArray answer;
    bool sent = false;
    Connection connection(
        server, [&] { return std::exchange(sent, true) ? QByteArray() : text; },
        [&](int status, const QByteArray &body) {
            if (status / 100 == 2)
                answer = body;
            else
                QTextStream(stderr) << "HTTP " << status << ' ' << body << '\n';
            loop.quit();
        });
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    connection.sendNext();
    loop.exec();
    return answer;
}

bool makeDrivers(const QUrl &server)
{
    const QJsonObject who{{u"user"_s, QString::fromLatin1(Test::BackendProcess::user)},
                          {u"password"_s, QString::fromLatin1(Test::BackendProcess::password)}};
    const auto session = ask(server, request("POST", "/v1/session", "application/json", QJsonDocument(who).toJson()));
    const auto token = QJsonDocument::fromJson(session)["token"_L1].toString().toLatin1();
    QJsonArray drivers;
    for (int i = 0; i < phoneCount; ++i)
        drivers += QJsonObject{{u"id"_s, u"d%1"_s.arg(i)},
                               {u"depot"_s, u"bench"_s},
                               {u"name"_s, u"Driver %1"_s.arg(i)},
                               {u"device_id"_s, u"load-%1"_s.arg(i)}};
    const QJsonObject depot{{u"id"_s, u"bench"_s},
                            {u"name"_s, u"Bench"_s},
                            {u"address"_s, QJsonObject{{u"text"_s, u"x"_s}}},
                            {u"where"_s, QJsonArray{-56.196, -34.889}},
                            {u"time_zone"_s, u"America/Montevideo"_s}};
    const QJsonObject plan{{u"depots"_s, QJsonArray{depot}}, {u"drivers"_s, drivers}};
    return !ask(server, request("PUT", "/v1/plan", "application/json", QJsonDocument(plan).toJson(), token)).isEmpty();
}

/// Runs \a next over \a connectionCount connections until \a total are answered; the seconds it took, or -1 after a
/// minute.
double run(const QUrl &server, int connectionCount, int total, const Connection::Next &next,
           const Connection::Answered &answered)
{
    QEventLoop loop;
    int asked = 0;
    int done = 0;
    std::vector<std::unique_ptr<Connection>> connections;
    for (int i = 0; i < connectionCount; ++i)
        connections.push_back(std::make_unique<Connection>(
            server, [&] { return asked++ < total ? next() : QByteArray(); },
            [&](int status, const QByteArray &body) {
                answered(status, body);
                if (++done == total)
                    loop.quit();
            }));
    QElapsedTimer timer;
    timer.start();
    for (const auto &connection : connections)
        connection->sendNext();
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    return done == total ? static_cast<double>(timer.nsecsElapsed()) / 1e9 : -1.0;
}

int report(const char *name, int count, int good, double seconds, const char *unit)
{
    QTextStream(stdout) << "bench name=" << name << " value=" << qRound(good / seconds) << " unit=" << unit
                        << " n=" << count << " good=" << good << " seconds=" << seconds << Qt::endl;
    return good == count && seconds > 0.0 ? 0 : 1;
}

int benchSingle(const QUrl &server, qint64 from)
{
    int number = 0;
    int good = 0;
    const auto next = [&] {
        const int i = number++;
        return request("POST", "/", "application/x-www-form-urlencoded",
                       "id=load-" + QByteArray::number(i % phoneCount)
                           + "&timestamp=" + QByteArray::number(from + i / phoneCount)
                           + "&lat=-34.9011&lon=" + QByteArray::number(-56.16 - i * 1e-6, 'f', 6)
                           + "&accuracy=7.5&altitude=43&speed=10.00&bearing=271&batt=64&charge=false");
    };
    const double seconds =
        run(server, 64, singleFixes, next, [&good](int status, const QByteArray &) { good += status == 200 ? 1 : 0; });
    return report("ingest_single", singleFixes, good, seconds, "requests/s");
}

int benchBatch(const QUrl &server, qint64 from)
{
    std::vector<QByteArray> ready; // made before: the server is measured, not this
    for (int b = 0; b < batches; ++b) {
        QByteArray body = "[";
        for (int i = 0; i < fixesInABatch; ++i) {
            const int n = b * fixesInABatch + i;
            body += (i == 0 ? "" : ",")
                + QByteArray(
                        R"({"_type":"location","acc":5,"batt":67,"cog":271,"lat":-34.9,"lon":-56.1,"tid":"LO","tst":)")
                + QByteArray::number(from + n / phoneCount) + R"(,"vel":36,"topic":"owntracks/load-)"
                + QByteArray::number(n % phoneCount) + R"(/phone"})";
        }
        ready.push_back(request("POST", "/fixes/owntracks", "application/json", body + ']'));
    }
    std::size_t number = 0;
    int stored = 0;
    const double seconds = run(
        server, 4, batches, [&] { return ready.at(number++); },
        [&stored](int, const QByteArray &body) { stored += QJsonDocument::fromJson(body)["stored"_L1].toInt(); });
    return report("ingest_batch", batches * fixesInABatch, stored, seconds, "fixes/s");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    Test::BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start() || !makeDrivers(backend.url())) {
        QTextStream(stderr) << "bench_fixload: " << backend.problem() << '\n';
        return 1;
    }
    const auto hour = 3600;
    const auto now = QDateTime::currentSecsSinceEpoch();
    const int single = benchSingle(backend.url(), now - 2 * hour);
    return single + benchBatch(backend.url(), now - hour);
}
