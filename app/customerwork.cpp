// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/customerwork.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/shell/actionlist.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

const QStringList actionIds{u"customer.there"_s, u"customer.away"_s, u"customer.asked"_s, u"customer.told"_s};

} // namespace

CustomerWork::CustomerWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    using Menu = ActionList::Menu;
    m_actions.addSeparator(Menu::Stop);
    const auto add = [this](const QString &id, const QString &text, const QString &icon, auto what) {
        connect(m_actions.add(id, Menu::Stop, text, {}, icon), &QAction::triggered, this, what);
    };
    add(u"customer.there"_s, tr("Customer will be there"), u"check"_s,
        [this] { answer(CheckIn::Answer::WillBeThere); });
    add(u"customer.away"_s, tr("Customer will not be there"), u"close"_s,
        [this] { answer(CheckIn::Answer::NotThere); });
    add(u"customer.asked"_s, tr("Asked the customer, no answer yet"), u"message"_s, [this] { ask(); });
    add(u"customer.told"_s, tr("Told the customer the arrival by phone"), u"phone"_s, [this] { tellArrival(); });
    connect(&store.selection, &Selection::changed, this, &CustomerWork::refresh);
    connect(&store.fleet, &Fleet::applied, this, &CustomerWork::refresh);
}

void CustomerWork::setHandling(Handling &handling)
{
    m_handling = &handling;
    connect(&handling, &Handling::changed, this, &CustomerWork::refresh);
    refresh();
}

const Stop *CustomerWork::openStop() const
{
    const auto *stop = m_store.fleet.stops().find(m_store.selection.stop());
    const bool canDecide = m_handling != nullptr && m_handling->desk() != nullptr && m_handling->desk()->person();
    return canDecide && stop != nullptr && stop->isOpen() ? stop : nullptr;
}

void CustomerWork::refresh()
{
    const auto *stop = openStop();
    for (const auto &id : actionIds)
        m_actions.find(id)->setEnabled(stop != nullptr);
    if (stop != nullptr && m_store.fleet.forecastOf(stop->id) == nullptr)
        m_actions.find(u"customer.told"_s)->setEnabled(false);
}

void CustomerWork::fill(QMenu &menu)
{
    refresh();
    if (openStop() == nullptr)
        return;
    auto *said = menu.addMenu(tr("The customer…"));
    for (const auto &id : actionIds)
        said->addAction(m_actions.find(id));
}

void CustomerWork::answer(CheckIn::Answer answer)
{
    const auto *stop = openStop();
    if (stop == nullptr)
        return;
    const auto now = m_store.clock.now();
    auto checkIn = stop->checkIn;
    if (!checkIn.askedAt.isValid())
        checkIn.askedAt = now;
    checkIn.answeredAt = now;
    checkIn.answer = answer;
    checkIn.how = CheckIn::How::Call;
    checkIn.by = m_handling->desk()->personId();
    checkIn.note.clear();
    const auto text = answer == CheckIn::Answer::WillBeThere ? tr("%1 will be there", "a customer")
                                                             : tr("%1 will not be there", "a customer");
    m_handling->perform(text.arg(stop->customer),
                        Decisions::recordCheckIn(m_handling->desk()->scene(), stop->id, checkIn));
}

void CustomerWork::ask()
{
    const auto *stop = openStop();
    if (stop == nullptr)
        return;
    const CheckIn asked{
        .askedAt = m_store.clock.now(), .how = CheckIn::How::Call, .by = m_handling->desk()->personId()};
    m_handling->perform(tr("Asked %1", "a customer").arg(stop->customer),
                        Decisions::recordCheckIn(m_handling->desk()->scene(), stop->id, asked));
}

void CustomerWork::tellArrival()
{
    const auto *stop = openStop();
    const auto *ahead = stop == nullptr ? nullptr : m_store.fleet.forecastOf(stop->id);
    if (ahead == nullptr)
        return;
    // Nobody is told a second: the band, in whole minutes.
    const auto minute = [](const QDateTime &at, qint64 up) {
        return QDateTime::fromSecsSinceEpoch((at.toSecsSinceEpoch() + up) / 60 * 60, at.timeZone());
    };
    const Promise promise{.what = Promise::What::Eta,
                          .window = {.from = minute(ahead->expectedArrival, 0), .to = minute(ahead->lateArrival, 59)},
                          .toldAt = m_store.clock.now(),
                          .channel = Promise::Channel::Call};
    m_handling->perform(tr("Told %1 the arrival", "a customer").arg(stop->customer),
                        Decisions::tellCustomer(stop->id, promise));
}

} // namespace Doorstep

#include "moc_customerwork.cpp"
