// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/liveday.h"

#include "simulator/opening.h"

#include <QCoroTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Simulation {
namespace {

constexpr auto beat = 200ms;
constexpr auto longestBackOff = 10'000ms;

/// Waits, signs in again and sets the clock to what it is here by then.
QCoro::Task<Result<QByteArray>> comeBack(ApiClient *client, Credentials credentials, const SimulatedClock *clock,
                                         std::chrono::milliseconds wait)
{
    co_await QCoro::sleepFor(wait);
    auto token = co_await signIn(client, credentials.user, credentials.password);
    if (!token)
        co_return token;
    client->setToken(*token);
    if (credentials.setsClock) {
        const auto set = co_await setServerClock(client, clock->now(), clock->rate());
        if (!set)
            co_return std::unexpected(set.error());
    }
    co_return token;
}

} // namespace

LiveDay::LiveDay(ApiClient &client, SimulatedClock &clock, std::vector<Courier> couriers, StopsByReference stops,
                 TruthLog &truth)
    : m_client(client)
    , m_clock(clock)
    , m_couriers(std::move(couriers))
    , m_stops(std::move(stops))
    , m_truth(truth)
{
    for (std::size_t i = 0; i < m_couriers.size() * 2 + 1; ++i) { // two a driver, and one of the desks
        auto *outbox = new Outbox(client, clock, this);
        connect(outbox, &Outbox::sent, this, [this] { ++m_sent; });
        if (i % 2 == 0 && i / 2 < m_couriers.size()) // a phone's
            connect(outbox, &Outbox::sent, this, [this, i](const QByteArray &answer) { hear(i / 2, answer); });
        connect(outbox, &Outbox::refused, this, [this](int status, const QByteArray &answer) {
            ++m_refused;
            Q_EMIT happened(
                u"the server refused a report: %1 %2"_s.arg(status).arg(QString::fromUtf8(answer.left(200))));
        });
        connect(outbox, &Outbox::connectionLost, this, &LiveDay::lose);
        connect(outbox, &Outbox::signInRequested, this, &LiveDay::lose);
        m_outboxes.push_back(outbox);
    }
    connect(&m_timer, &QTimer::timeout, this, &LiveDay::tick);
}

void LiveDay::addEarlier(std::size_t number, const QList<Outgoing> &outgoing)
{
    for (const auto &one : outgoing)
        m_outboxes[number * 2 + (one.letter.withToken ? 1 : 0)]->add(one);
}

void LiveDay::addDeskWork(const QList<Outgoing> &work)
{
    for (const auto &one : work)
        m_outboxes.back()->add(one);
}

void LiveDay::start()
{
    m_timer.start(beat);
}

void LiveDay::tick()
{
    const auto now = m_clock.now();
    for (std::size_t i = 0; i < m_couriers.size(); ++i)
        send(i, m_couriers[i].liveUntil(now));
    if (m_isConnected) {
        for (auto *outbox : m_outboxes)
            outbox->pump();
    }
    const bool allHome = std::ranges::all_of(m_couriers, &Courier::isHome);
    if (allHome && std::ranges::all_of(m_outboxes, &Outbox::isEmpty)) {
        m_timer.stop();
        m_truth.flush();
        Q_EMIT finished();
    }
}

void LiveDay::send(std::size_t number, const Courier::News &news)
{
    const auto &courier = m_couriers[number];
    for (const auto &reading : news.readings)
        m_outboxes[number * 2]->add(courier.outgoing(reading));
    for (const auto &happening : news.happenings) {
        m_truth.write(truthOf(courier.tour(), happening));
        if (happening.kind == Happening::Kind::Done)
            m_outboxes[number * 2 + 1]->add(courier.outgoing(happening, m_stops));
        Q_EMIT happened(
            u"%1 %2 %3"_s.arg(happening.at.toTimeZone(m_couriers[number].day().zone()).toString(u"HH:mm:ss"),
                              courier.tour().driver.name, truthOf(courier.tour(), happening)["truth"_L1].toString()));
    }
}

/// A phone that is asked where it is says so at once.
void LiveDay::hear(std::size_t number, const QByteArray &answer)
{
    auto &courier = m_couriers[number];
    const auto now = m_clock.now();
    if (!asksForPosition(answer))
        return;
    send(number, courier.liveUntil(now)); // what it recorded until now goes first
    const auto reading = courier.answerTo(answer, now);
    if (!reading)
        return;
    m_outboxes[number * 2]->add(courier.outgoing(*reading));
    m_truth.write(truthOf(courier.tour(), *reading));
    Q_EMIT happened(u"%1 %2 says where they are"_s.arg(now.toTimeZone(courier.day().zone()).toString(u"HH:mm:ss"),
                                                       courier.tour().driver.name));
}

void LiveDay::lose()
{
    if (!m_isConnected)
        return;
    m_isConnected = false;
    Q_EMIT happened(u"the server is away; phones keep what they have"_s);
    reconnect();
}

void LiveDay::reconnect()
{
    QCoro::connect(comeBack(&m_client, m_credentials, &m_clock, m_backOff), this,
                   [this](const Result<QByteArray> &back) {
                       if (!back) {
                           m_backOff = std::min<std::chrono::milliseconds>(m_backOff * 2, longestBackOff);
                           reconnect();
                           return;
                       }
                       m_backOff = 500ms;
                       m_isConnected = true;
                       Q_EMIT happened(u"the server is back"_s);
                   });
}

} // namespace Doorstep::Simulation

#include "moc_liveday.cpp"
