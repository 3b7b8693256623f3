// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// HandlingActions' telephone: whoever has a number can be called.
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "widgets/shell/toasts.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Only what is dialled: numbers come from shops, and a link must not carry anything else.
QUrl dialling(const QString &number)
{
    QString digits;
    for (const auto c : number) {
        const bool isPlus = c == u'+' && digits.isEmpty();
        if (isPlus || (c >= u'0' && c <= u'9'))
            digits.append(c);
    }
    QUrl url;
    url.setScheme(u"tel"_s);
    url.setPath(digits);
    return url;
}

} // namespace

void HandlingActions::addCallActions()
{
    connect(m_actions.add(u"stop.call"_s, ActionList::Menu::Stop, tr("Call the c&ustomer"), QKeySequence(Qt::Key_C),
                          u"message"_s),
            &QAction::triggered, this, [this] {
                if (const auto *stop = m_store.fleet.stops().find(m_store.selection.stop()))
                    call(stop->customer.isEmpty() ? stop->address.line() : stop->customer, stop->phone);
            });
    connect(m_actions.add(u"driver.call"_s, ActionList::Menu::Driver, tr("&Call the driver"), QKeySequence(Qt::Key_D),
                          u"message"_s),
            &QAction::triggered, this, [this] {
                if (const auto *driver = m_store.fleet.drivers().find(m_store.selection.driver()))
                    call(driver->name, driver->phone);
            });
}

void HandlingActions::refreshCalls()
{
    const auto *stop = m_store.fleet.stops().find(m_store.selection.stop());
    const bool isReachable = stop != nullptr && !stop->phone.isEmpty();
    const auto noCustomer = stop == nullptr ? tr("Select one stop.") : tr("No phone number of this customer is known.");
    allow(u"stop.call"_s, isReachable ? QString() : noCustomer);
    const auto *driver = m_store.fleet.drivers().find(m_store.selection.driver());
    const bool hasPhone = driver != nullptr && !driver->phone.isEmpty();
    const auto noDriver =
        driver == nullptr ? tr("Select a driver first.") : tr("No phone number of this driver is known.");
    allow(u"driver.call"_s, hasPhone ? QString() : noDriver);
}

// Many desks have the telephone beside the computer: the number is said and copied whether or not a program dials it.
void HandlingActions::call(const QString &name, const QString &number)
{
    QApplication::clipboard()->setText(number);
    const bool isDialled = QDesktopServices::openUrl(dialling(number));
    m_handling->toasts().tell(Toast::Tone::Done,
                              isDialled ? tr("Calling %1: %2. The number is copied, too.").arg(name, number)
                                        : tr("Call %1: %2. The number is copied.").arg(name, number));
}

} // namespace Doorstep
