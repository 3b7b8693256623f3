// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// What can happen to a World.
#include "models/desk/decisions.h"
#include "tests/system/survive/world.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Test {
namespace {

/// Half of everything is somebody deciding something.
enum What : std::uint8_t {
    Decide0,
    Decide1,
    Decide2,
    Decide3,
    Decide4,
    Decide5,
    Decide6,
    Note,
    Undo,
    Redo,
    Settle,
    Phone0,
    Phone1,
    Phone2,
    Wait,
    Network0,
    Network1,
    Network2,
    Heal,
    Restart,
    Damage,
    Clock,
    KillBackend,
    StopBackend,
    SuspendBackend,
    BackUp,
    Restore,
    Whats
};

const char *const names[] = {"decide",
                             "decide",
                             "decide",
                             "decide",
                             "decide",
                             "decide",
                             "decide",
                             "note",
                             "undo",
                             "redo",
                             "settle",
                             "phone",
                             "phone",
                             "phone",
                             "wait",
                             "network",
                             "network",
                             "network",
                             "heal",
                             "restart",
                             "damage",
                             "clock",
                             "kill the backend",
                             "stop the backend",
                             "suspend the backend",
                             "back up",
                             "restore"};
static_assert(std::size(names) == Whats);

template <typename T>
auto pick(const Table<T> &table, int number)
{
    QList<KeyOf<T>> keys;
    for (const auto &thing : table)
        keys.append(keyOf(thing));
    std::ranges::sort(keys, {}, [](const auto &key) { return key.toString(); });
    return keys.isEmpty() ? KeyOf<T>() : keys.at(number % keys.size());
}

QList<Verb> edited(const Station &at, const StopId &id, int a, int b)
{
    const auto *before = at.desk.scene().stop(id);
    if (before == nullptr)
        return {};
    auto after = *before;
    switch (a % 5) {
    case 0:
        after.phone = u"+598 99 %1"_s.arg(b);
        break;
    case 1:
        after.instructions = u"Ring %1 times"_s.arg(b);
        break;
    case 2:
        after.address.text = u"José Ellauri %1"_s.arg(b);
        break;
    case 3:
        after.window.to = before->window.to.isValid() ? QDateTime() : at.clock.now().addSecs(3'600 + b);
        break;
    default:
        after.gateCode = QString::number(b);
    }
    return Decisions::editStop(*before, after);
}

QList<Verb> verbsFor(const Station &at, int verb, int a, int b)
{
    const auto &scene = at.desk.scene();
    const auto stop = pick(at.fleet.stops(), a);
    const auto route = pick(at.fleet.routes(), b);
    const ExceptionId exception(u"late-%1"_s.arg(a % 4));
    const Occasion occasion{.depot = DepotId(u"aguada"_s), .kind = u"late"_s, .about = Subject::of(stop)};
    switch (verb % 16) {
    case 0:
    case 1:
        return edited(at, stop, a + b, b);
    case 2:
    case 3:
        return Decisions::assign(scene, {stop, pick(at.fleet.stops(), a + b)}, route, b % 3 == 0 ? -1 : 0);
    case 4:
        if (const auto *known = scene.route(route); known != nullptr && known->stops.size() > 1) {
            auto order = known->stops;
            std::ranges::rotate(order, order.begin() + 1 + a % (order.size() - 1));
            return Decisions::reorder(scene, route, order);
        }
        return {};
    case 5:
        return Decisions::unassign(scene, {stop});
    case 6:
        return Decisions::pin(stop, b % 2 == 0);
    case 7:
        return Decisions::hold(stop, b % 2 == 0);
    case 8:
        return Decisions::cancel(stop, u"moved away"_s);
    case 9:
        return Decisions::reattempt(stop);
    case 10:
        return Decisions::reschedule(scene, stop, {.from = at.clock.now(), .to = at.clock.now().addSecs(3'600 + b)},
                                     QTimeZone::UTC);
    case 11:
        return Decisions::recordVisit(stop, Stop::Status::Failed, Stop::Failure::NobodyHome, u"rang"_s, at.clock.now());
    case 12:
        return Decisions::setDuty(scene, pick(at.fleet.drivers(), a),
                                  b % 2 == 0 ? Driver::Duty::OnBreak : Driver::Duty::OnDuty);
    case 13:
        return Decisions::take(scene, exception, occasion, at.desk.person().value_or(User()).id);
    case 14:
        return Decisions::snooze(exception, occasion, at.clock.now().addSecs(b));
    default:
        return b % 2 == 0 ? Decisions::close(exception, occasion, u"called"_s) : Decisions::reopen(exception, occasion);
    }
}

} // namespace

const int World::kinds = Whats;

QString World::name(int what)
{
    return QString::fromLatin1(names[what % Whats]);
}

void World::decide(int who, int verb, int a, int b)
{
    auto &at = station(who);
    if (a % 7 != 0) {
        at.desk.perform(u"decision %1"_s.arg(verb % 16), verbsFor(at, verb, a, b));
        return;
    }
    QList<Desk::Row> rows;
    for (int i = 0; i < 4; ++i) {
        const auto stop = pick(at.fleet.stops(), a + i);
        rows.append({.about = Subject::of(stop), .build = [stop, b](const Scene &) {
                         return b % 2 == 0 ? Decisions::pin(stop, true) : Decisions::cancel(stop);
                     }});
    }
    at.desk.performEach(u"many"_s, rows);
}

void World::network(int who, int a, int b)
{
    static constexpr std::array strikes{Strike::DropRequest, Strike::DropAnswer, Strike::Duplicate, Strike::CutRequest,
                                        Strike::CutAnswer};
    static const std::array<QByteArray, 4> prefixes{"POST /v1/commands", "POST /v1/commands", "GET ", "POST "};
    auto &net = proxy(who);
    switch (a % 11) {
    case 0:
        net.setWeather({.isUpHeld = true});
        return;
    case 1:
        net.setWeather({.isDownHeld = true});
        return;
    case 2:
        net.setWeather({.isUpHeld = true, .isDownHeld = true, .refuses = b % 2 == 0});
        return;
    case 3:
        net.setWeather({.delay = std::chrono::milliseconds(b)});
        return;
    case 4:
        net.setWeather({.bytesPerSecond = 2'000 + b * 100});
        return;
    case 5:
        net.goHalfOpen();
        return;
    case 6:
        net.cutAll();
        return;
    case 7:
        net.setWeather({.isLiveHeld = true});
        return;
    default:
        net.strike(strikes.at(static_cast<std::size_t>(b) % strikes.size()),
                   prefixes.at(static_cast<std::size_t>(b / 5) % prefixes.size()), 1 + a % 3);
    }
}

/// Between two lives of a console, something happens to its files.
void World::damage(int who, int a, int b)
{
    closeStation(who);
    static const std::array<QString, 4> files{u"cache.db"_s, u"outbox.db"_s, u"outbox.log"_s, u"cache.db-wal"_s};
    QFile file(directoryOf(who) + u'/' + files.at(static_cast<std::size_t>(a) % files.size()));
    if (file.exists() && file.size() > 0) {
        if (b % 3 == 0 || a % 4 == 0 || a % 4 == 3) {
            file.resize(file.size() / 100 * (b % 100));
        } else if (file.open(QIODevice::ReadWrite)) {
            for (int i = 0; i < 5; ++i) {
                const auto at = (file.size() * ((b * 7 + i * 31) % 100)) / 100;
                file.seek(at);
                char byte = 0;
                file.getChar(&byte);
                file.seek(at);
                file.putChar(static_cast<char>(byte ^ (1 << (b % 8))));
            }
        }
        file.close();
    }
    openStation(who);
}

void World::happenToBackend(int what, int b)
{
    switch (what) {
    case KillBackend:
        killBackend();
        restartBackend();
        break;
    case StopBackend:
        m_backend.stop();
        restartBackend();
        break;
    case SuspendBackend:
        suspendBackend(std::chrono::milliseconds(b * 25)); // longer than a console waits for an answer
        break;
    case BackUp:
        backUp();
        break;
    case Restore:
        restore();
        break;
    default:
        break;
    }
}

void World::settle(int who, int which, int how)
{
    auto &at = station(who);
    const auto &all = at.setbacks.all();
    if (all.isEmpty())
        return;
    const auto id = all.at(which % all.size()).id;
    if (how % 2 == 0)
        at.desk.keepMine(id);
    else
        at.desk.takeTheirs(id);
}

void World::happen(const Happening &happening)
{
    ++m_figures.happenings;
    const int who = happening.who % consoles;
    const auto [what, ignored, a, b] = happening;
    auto &at = station(who);
    switch (what % Whats) {
    case Note:
        at.addNote(pick(at.fleet.stops(), a));
        break;
    case Undo:
        at.desk.undo();
        break;
    case Redo:
        at.desk.redo();
        break;
    case Settle:
        settle(who, a, b);
        break;
    case Phone0:
    case Phone1:
    case Phone2:
        phone(a, b);
        break;
    case Wait:
        wait([] { return false; }, std::chrono::milliseconds(b * 5));
        break;
    case Network0:
    case Network1:
    case Network2:
        network(who, a, b);
        break;
    case Heal:
        proxy(who).heal();
        break;
    case Restart:
        closeStation(who);
        openStation(who);
        break;
    case Damage:
        damage(who, a, b);
        break;
    case Clock:
        at.clock.offset = std::array<std::chrono::seconds, 4>{1h, -1h, 24h, -24h}.at(static_cast<std::size_t>(a) % 4);
        break;
    case KillBackend:
    case StopBackend:
    case SuspendBackend:
    case BackUp:
    case Restore:
        happenToBackend(what % Whats, b);
        break;
    default:
        decide(who, what * 5 + a + b, a, b);
    }
    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

} // namespace Doorstep::Test
