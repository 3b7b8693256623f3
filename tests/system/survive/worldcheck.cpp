// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What must be so of a World that was healed.
#include "tests/support/httpconnection.h"
#include "tests/support/processmemory.h"
#include "tests/system/survive/invariants.h"
#include "tests/system/survive/world.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

constexpr int mostCollects = 8;
constexpr auto patienceToConverge = 10s;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double memoryCap = 1'000; // MB: sanitizers keep what was freed, so as to see who still uses it
#else
constexpr double memoryCap = 48; // MB: what three consoles and twenty phones may cost
#endif

} // namespace

QByteArray World::get(const QString &path, const QByteArray &token)
{
    QNetworkRequest request(m_backend.url().resolved(QUrl(path)));
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setTransferTimeout(20s);
    const std::unique_ptr<QNetworkReply> reply(m_outside.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

void World::rememberMemory()
{
    m_memoryBefore = memoryOf(m_backend.processId()).resident;
}

/// I10: what the connections cost the backend.
QString World::memoryIsBounded() const
{
    const auto grown = memoryOf(m_backend.processId()).resident - m_memoryBefore;
    return grown <= memoryCap ? QString() : u"I10: the backend grew by %1 MB"_s.arg(grown);
}

/// Whether every replica is at the head of all its feeds, so that it can be compared.
bool World::isAtHead(const std::array<Leftover, consoles> &leftovers)
{
    const auto answer = QJsonDocument::fromJson(get(u"/v1/feeds"_s, m_token)).object();
    for (const auto &feed : answer["feeds"_L1].toArray()) {
        const auto atHead = [&feed](const Leftover &left) {
            return left.cursors.value(FeedId(feed["id"_L1].toString())).seq == feed["head"_L1].toInteger();
        };
        if (!std::ranges::all_of(leftovers, atHead))
            return false;
    }
    return true;
}

/// Ends the consoles and takes what they leave. The backend goes on forecasting by itself for a while, so this may take
/// a few attempts.
std::array<Leftover, World::consoles> World::collect()
{
    std::array<Leftover, consoles> leftovers;
    for (int attempt = 0; attempt < mostCollects; ++attempt) {
        if (attempt > 0 && !heal().isEmpty())
            break;
        for (int i = 0; i < consoles; ++i) {
            const auto at = static_cast<std::size_t>(i);
            m_stations.at(at).reset();
            leftovers.at(at) = leftoverIn(directoryOf(i));
        }
        if (isAtHead(leftovers))
            break;
    }
    return leftovers;
}

QString World::checkReplica(int console, const Leftover &left)
{
    const auto user = userOf(console);
    const auto token = tokenOf(m_backend.url(), user.toLatin1().constData(), BackendProcess::password);
    const auto session = QJsonDocument::fromJson(get(u"/v1/session"_s, token)).object();
    QSet<FeedId> feeds;
    for (const auto &feed : session["feeds"_L1].toArray())
        feeds.insert(FeedId(feed.toString()));
    // I9: nothing of a feed that this person may not see.
    if (const auto held = left.replica.keys(); QSet<FeedId>(held.cbegin(), held.cend()) != feeds)
        return u"I9: %1 holds other feeds than it may see"_s.arg(user);
    for (const auto &[feed, documents] : left.replica.asKeyValueRange()) {
        const auto truth = truthFrom(get(u"/v1/feeds/%1/snapshot"_s.arg(feed.toString()), token));
        if (!truth)
            return truth.error().detail;
        if (const auto problem = replicaIsEqual(feed, documents, truth->documents); !problem.isEmpty()) {
            ++m_figures.divergent;
            return u"%1 at %2 of %3: %4"_s.arg(user).arg(left.cursors.value(feed).seq).arg(truth->seq).arg(problem);
        }
        if (feed == organisationFeed())
            continue;
        if (const auto problem = notesAreThere(ledger(console), truth->documents); !problem.isEmpty())
            return user + u' ' + problem;
    }
    return {};
}

QString World::checkReplicas(const std::array<Leftover, consoles> &leftovers)
{
    for (int i = 0; i < consoles; ++i) {
        if (auto problem = checkReplica(i, leftovers.at(static_cast<std::size_t>(i))); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString World::check()
{
    QStringList problems = m_broken;
    problems.append(memoryIsBounded());
    // A console whose connection is half-open looks quiet until its ping has waited long enough.
    wait(
        [this] {
            return fleetsAreEqual(station(0).fleet, station(1).fleet).isEmpty()
                && fleetsAreEqual(station(0).fleet, station(2).fleet).isEmpty();
        },
        m_patience * patienceToConverge);
    for (int i = 1; i < consoles; ++i)
        problems.append(fleetsAreEqual(station(0).fleet, station(i).fleet));
    const auto leftovers = collect();
    for (int i = 0; i < consoles; ++i) {
        problems.append(leftovers.at(static_cast<std::size_t>(i)).problem);
        problems.append(nothingWasBrokenOnTheWay(ledger(i)));
    }
    problems.append(checkReplicas(leftovers));
    if (!doorstepd({u"audit"_s, u"verify"_s})) // I11
        problems.append(u"I11: the audit does not verify"_s);
    m_backend.stop();
    const auto evidence = evidenceIn(m_backend.dataDirectory() + "/store.sqlite"_L1);
    problems.append(evidence.problem);
    if (evidence.integrity != "ok"_L1)
        problems.append(u"I12: "_s + evidence.integrity);
    problems.append(nothingIsAppliedTwice(evidence, m_figures.doubled));
    problems.append(logsHaveNoGap(evidence));
    problems.append(devicesAreInOrder(evidence));
    problems.append(fixesAreThere(m_phones.stored(), evidence));
    for (const auto &times : m_phones.stored())
        m_figures.fixes += times.size();
    for (int i = 0; i < consoles; ++i) {
        problems.append(appliedInTheOrderOfSaving(ledger(i), evidence));
        problems.append(
            everyCommandIsSomewhere(ledger(i), leftovers.at(static_cast<std::size_t>(i)), evidence, m_figures.lost));
        m_figures.saved += ledger(i).saved.size();
        m_figures.strikes += proxy(i).struck();
        m_figures.attention += ledger(i).dealtWith.size();
    }
    ++m_figures.runs;
    problems.removeAll(QString());
    return problems.join(u"\n"_s);
}

} // namespace Doorstep::Test
