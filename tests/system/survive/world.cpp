// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/system/survive/world.h"

#include "backend/store/sqlite/sqlitestore.h"
#include "models/archive/database.h"
#include "models/archive/outbox.h"
#include "models/wire/depotwire.h"
#include "models/wire/driverwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/routewire.h"
#include "models/wire/vehiclewire.h"
#include "tests/support/httpconnection.h"
#include "tests/support/samples.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QNetworkReply>
#include <QTimer>

#include <csignal>
#include <drogon/utils/coroutine.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

constexpr int routes = 3;
constexpr int stopsPlanned = 12;
constexpr auto patienceToBegin = 30s;
constexpr auto patienceToDrain = 60s; // I8
constexpr auto quiet = 700ms;
const auto password = u"a long enough password"_s;

QJsonObject routeOf(int number, const QStringList &stops)
{
    auto route = someRoute();
    route.id = RouteId(u"route-%1"_s.arg(number));
    route.driver = DriverId(Phones::driverOf(number));
    route.actualStart = route.actualEnd = {};
    route.status = Route::Status::Planned;
    route.stops.clear();
    for (const auto &stop : stops)
        route.stops.append(StopId(stop));
    return Wire::toJson(route);
}

QJsonObject driverOf(int number)
{
    auto driver = someDriver();
    driver.id = DriverId(Phones::driverOf(number));
    driver.deviceId = Phones::deviceOf(number);
    return Wire::toJson(driver);
}

QJsonObject orderOf(int number)
{
    return {{u"depot"_s, u"aguada"_s},
            {u"reference"_s, u"R-%1"_s.arg(number)},
            {u"shop"_s, u"Librería Sur"_s},
            {u"customer"_s, u"Customer %1"_s.arg(number)},
            {u"address"_s, QJsonObject{{u"text"_s, u"José Ellauri %1"_s.arg(number)}}},
            {u"where"_s, QJsonArray{-56.15 - number * 0.0001, -34.91}},
            {u"parcels"_s, QJsonArray{QJsonObject{{u"weight_kg"_s, 1.5}}}}};
}

} // namespace

World::World(Figures &figures, int patience)
    : World(figures, patience, ours(), ours())
{
}

World::World(Figures &figures, int patience, const QString &backendPrograms, QString consolePrograms)
    : m_figures(figures)
    , m_patience(patience)
    , m_backend(backendPrograms)
    , m_consolePrograms(std::move(consolePrograms))
{
}

QString World::ours()
{
    return QStringLiteral(DOORSTEP_PROGRAMS);
}

World::~World() = default;

bool World::wait(const std::function<bool()> &isSo, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop;
        QTimer::singleShot(10ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

QString World::directoryOf(int who) const
{
    return m_directory.filePath(userOf(who));
}

bool World::doorstepd(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_backend.programs() + "/doorstepd"_L1,
                  arguments + QStringList{u"--data"_s, m_backend.dataDirectory()});
    process.write(password.toUtf8() + '\n');
    process.closeWriteChannel();
    if (process.waitForFinished(30'000) && process.exitCode() == 0)
        return true;
    qWarning().noquote() << arguments.join(u' ') << process.exitCode() << process.readAll();
    return false;
}

bool World::plan()
{
    const auto call = [this](const char *verb, const char *path, const QJsonObject &body) {
        auto text = request(verb, path, "application/json", Wire::compact(body), m_token);
        if (QByteArrayView(verb) == "POST")
            text.replace("\r\nContent-Type", "\r\nIdempotency-Key: \"plan\"\r\nContent-Type");
        return Wire::objectFromBytes(ask(m_backend.url(), text)).value_or(QJsonObject());
    };
    QJsonArray drivers;
    QJsonArray orders;
    for (int i = 0; i < Phones::count; ++i)
        drivers.append(driverOf(i));
    for (int i = 0; i < stopsPlanned; ++i)
        orders.append(orderOf(i));
    call("PUT", "/v1/plan",
         {{u"depots"_s, QJsonArray{Wire::toJson(someDepot())}},
          {u"vehicles"_s, QJsonArray{Wire::toJson(someVehicle())}},
          {u"drivers"_s, drivers}});
    QStringList stops;
    for (const auto &order : call("POST", "/v1/orders", {{u"orders"_s, orders}})["orders"_L1].toArray())
        stops.append(order["stop"_L1].toString());
    QJsonArray planned;
    for (int i = 0; i < routes; ++i)
        planned.append(routeOf(i, stops.mid(qsizetype{3} * i, 3))); // the last three are on no route
    return !call("PUT", "/v1/plan", {{u"routes"_s, planned}}).isEmpty() && stops.size() == stopsPlanned;
}

QString World::begin()
{
    for (int i = 0; i < consoles; ++i) {
        if (!doorstepd({u"user"_s, u"add"_s, userOf(i), u"--role"_s, u"dispatcher"_s, u"--password-stdin"_s}))
            return u"no user"_s;
    }
    if (!m_backend.start())
        return m_backend.problem();
    m_token = tokenOf(m_backend.url(), BackendProcess::user, BackendProcess::password);
    if (!plan())
        return u"no plan"_s;
    m_backup = m_directory.filePath(u"backup.sqlite"_s);
    if (!doorstepd({u"backup"_s, m_backup}))
        return u"no backup"_s;
    for (int i = 0; i < consoles; ++i) {
        m_proxies.at(static_cast<std::size_t>(i)) = std::make_unique<FaultProxy>(m_backend.url());
        openStation(i);
    }
    const auto areReady = [this] {
        return std::ranges::all_of(
            m_stations, [](const auto &one) { return one->isQuiet() && one->fleet.stops().size() == stopsPlanned; });
    };
    if (!wait(areReady, m_patience * patienceToBegin))
        return u"the consoles do not begin"_s;
    rememberMemory();
    return {};
}

void World::openStation(int who)
{
    auto &place = m_stations.at(static_cast<std::size_t>(who));
    place.reset(); // its files are locked
    place = std::make_unique<Station>(Station::Options{.server = proxy(who).url(),
                                                       .directory = directoryOf(who),
                                                       .user = userOf(who),
                                                       .password = password,
                                                       .patience = m_patience},
                                      ledger(who));
    place->setRestored(m_isRestored);
}

void World::closeStation(int who)
{
    m_stations.at(static_cast<std::size_t>(who)).reset();
    if (const auto left = Outbox::open(directoryOf(who) + "/outbox.db"_L1))
        hearWhatWasNotSaid(ledger(who), left->outbox.commands());
    ++m_figures.consoleRestarts;
}

std::unique_ptr<ConsoleProcess> World::startConsole(int who)
{
    closeStation(who);
    return std::make_unique<ConsoleProcess>(
        m_consolePrograms + "/survive-console"_L1,
        QStringList{proxy(who).url().toString(), directoryOf(who), userOf(who), password});
}

QString World::endConsole(int who, ConsoleProcess &console)
{
    console.kill();
    ++m_figures.consoleKills;
    ledger(who).saved.append(console.saved());
    auto database = Disk::Database::open(directoryOf(who) + "/outbox.db"_L1);
    if (!database || database->text("PRAGMA integrity_check").value_or(QString()) != "ok"_L1)
        return u"I12: the outbox of a killed console"_s;
    return {};
}

QString World::killConsole(int who, int count)
{
    const auto console = startConsole(who);
    const bool hasDecided = console->decide(count);
    const auto problem = endConsole(who, *console);
    return hasDecided ? problem : u"the console did not decide"_s;
}

void World::killBackend()
{
    m_backend.kill();
    ++m_figures.backendKills;
    auto database = Disk::Database::open(m_backend.dataDirectory() + "/store.sqlite"_L1);
    const auto said = database ? database->text("PRAGMA integrity_check") : std::unexpected(database.error());
    if (said.value_or(u"unreadable"_s) != "ok"_L1)
        m_broken.append(u"I12: after a kill: "_s + said.value_or(u"unreadable"_s));
}

void World::restartBackend()
{
    if (!m_backend.start())
        m_broken.append(u"the backend does not start: "_s + m_backend.problem());
}

QString World::writeAsANewerBackend(const QString &kind, const QString &id,
                                    const std::function<QByteArray(QByteArray)> &rewrite)
{
    m_backend.stop();
    {
        const FeedId feed(u"depot-aguada"_s);
        auto store = SqliteStore::open(m_backend.dataDirectory() + "/store.sqlite"_L1);
        if (!store)
            return store.error().detail;
        const auto before = drogon::sync_wait((*store)->documents({{.feed = feed, .kind = kind, .id = id}}));
        if (!before)
            return before.error().detail;
        Commit commit{.writes = {}, .at = QDateTime::currentDateTimeUtc()};
        commit.writes.push_back({.feed = feed, .kind = kind, .id = id, .body = rewrite(before->at(0).body)});
        if (const auto done = drogon::sync_wait((*store)->commit(std::move(commit))); !done)
            return done.error().detail;
    }
    restartBackend();
    return {};
}

void World::backUp()
{
    const auto path = m_backup + u".new"_s;
    QFile::remove(path);
    if (!doorstepd({u"backup"_s, path}))
        return;
    QFile::remove(m_backup);
    QFile::rename(path, m_backup);
}

void World::restore()
{
    m_isRestored = true;
    for (auto &one : m_stations) {
        if (one)
            one->setRestored(true);
    }
    m_backend.stop();
    m_phones.forget();
    if (!doorstepd({u"restore"_s, m_backup}))
        m_broken.append(u"a backup cannot be restored"_s);
    ++m_figures.restores;
    restartBackend();
    m_token = tokenOf(m_backend.url(), BackendProcess::user, BackendProcess::password);
}

void World::phone(int a, int b)
{
    if (b % 2 == 0) {
        constexpr std::array<std::chrono::seconds, 4> skews{0s, -1h, 1h, 24h};
        m_phones.tell(m_backend.url(), b, skews.at(static_cast<std::size_t>(a) % skews.size()));
        return;
    }
    // A driver ends the visit of some stop that some console shows.
    const auto &one = m_stations.front();
    if (one && !one->fleet.stops().isEmpty())
        m_phones.deliver(m_backend.url(), m_token, one->fleet.stops().at(a % one->fleet.stops().size()).id.toString());
}

/// As when its machine sleeps: nobody hears of it, and nothing is lost.
void World::suspendBackend(std::chrono::milliseconds duration)
{
    const auto process = static_cast<pid_t>(m_backend.processId());
    ::kill(process, SIGSTOP);
    wait([] { return false; }, duration);
    ::kill(process, SIGCONT);
    ++m_figures.suspends;
}

QString World::heal()
{
    QElapsedTimer timer;
    for (int i = 0; i < consoles; ++i) {
        proxy(i).heal();
        if (!m_stations.at(static_cast<std::size_t>(i)))
            openStation(i);
        station(i).clock.offset = 0s;
    }
    timer.start();
    const auto areQuiet = [this] {
        return std::ranges::all_of(m_stations, [](const auto &one) { return one->isQuiet(); });
    };
    // Quiet for a while: what one does comes to the others.
    QElapsedTimer since;
    qint64 drained = 0;
    const bool isOver = wait(
        [&] {
            if (!areQuiet()) {
                since.invalidate();
            } else if (!since.isValid()) {
                since.start();
                drained = timer.elapsed();
            }
            return since.isValid() && since.durationElapsed() > quiet;
        },
        patienceToDrain);
    if (isOver) {
        m_figures.drains.append(drained);
        return {};
    }
    QStringList words;
    for (const auto &one : m_stations)
        words.append(u"%1: state %2, waiting %3, overlay %4 (%5)"_s.arg(one->connection.user().value_or(User()).name)
                         .arg(static_cast<int>(one->connection.status().state))
                         .arg(one->uplink.waiting())
                         .arg(one->overlay.size())
                         .arg(one->connection.status().lastError.detail));
    return u"I8: not quiet within a minute of fine weather: "_s + words.join(u"; "_s);
}

} // namespace Doorstep::Test
