// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// HandlingActions' scissors: stops are cut here and pasted there, as every keyboard knows it. They stay where they are
// until they are pasted.
#include "app/handlingactions.h"
#include "app/livestore.h"
#include "widgets/shell/toasts.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr auto stopsFormat = "application/x-doorstep-stops"_L1; // their ids, a line each
constexpr qsizetype mostAtOnce = 5'000;

} // namespace

void HandlingActions::addClipboardActions()
{
    connect(m_actions.add(u"edit.cut"_s, ActionList::Menu::Edit, tr("Cu&t the stops"),
                          QKeySequence(Qt::CTRL | Qt::Key_X), {}),
            &QAction::triggered, this, &HandlingActions::cut);
    connect(m_actions.add(u"edit.paste"_s, ActionList::Menu::Edit, tr("&Paste the stops here"),
                          QKeySequence(Qt::CTRL | Qt::Key_V), {}),
            &QAction::triggered, this, &HandlingActions::paste);
    m_actions.addSeparator(ActionList::Menu::Edit);
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

// What is in there may come from anywhere: only stops that are known here count.
QList<StopId> HandlingActions::cutStops() const
{
    QList<StopId> stops;
    const auto *held = QApplication::clipboard()->mimeData();
    if (held == nullptr || !held->hasFormat(stopsFormat))
        return stops;
    for (const auto &line : held->data(stopsFormat).split('\n')) {
        const StopId stop(QString::fromUtf8(line));
        if (stop.isValid() && m_store.fleet.stops().find(stop) != nullptr && !stops.contains(stop))
            stops.append(stop);
        if (stops.size() == mostAtOnce)
            break;
    }
    return stops;
}

void HandlingActions::cut()
{
    const auto chosen = stops();
    QByteArray ids;
    QStringList addresses;
    for (const auto &id : chosen) {
        ids.append(id.toString().toUtf8()).append('\n');
        if (const auto *stop = m_store.fleet.stops().find(id))
            addresses.append(stop->address.line());
    }
    auto *held = new QMimeData;
    held->setData(stopsFormat, ids);
    held->setText(addresses.join(u'\n')); // for every other program
    QApplication::clipboard()->setMimeData(held);
    const auto key = m_actions.find(u"edit.paste"_s)->shortcut().toString(QKeySequence::NativeText);
    m_handling->toasts().tell(
        Toast::Tone::Done,
        tr("Cut %1. Select the route, or the stop after which it goes, and press %2.", "%1 is what, %2 a key")
            .arg(m_handling->nameOf(chosen), key));
}

// After the selected stop; on a selected route where the way is shortest.
HandlingActions::Place HandlingActions::placeToPaste() const
{
    Place place{.stops = cutStops(), .route = m_store.selection.route(), .position = -1, .reason = {}};
    if (place.stops.isEmpty()) {
        place.reason = tr("Cut stops first.");
        return place;
    }
    const auto *route = m_handling->desk() == nullptr ? nullptr : m_handling->desk()->scene().route(place.route);
    const auto after = m_store.selection.stop();
    if (route == nullptr || place.stops.contains(after)) {
        place.reason = tr("Select the route, or the stop after which they go.");
        return place;
    }
    if (after.isValid()) {
        const auto next = std::max(route->stops.indexOf(after) + 1, m_handling->firstOpenPlace(route->id));
        place.position = next < route->stops.size() ? next : -1;
    } else {
        place.position = m_handling->bestPlace(place.stops, route->id);
    }
    place.reason = m_handling->reasonAgainstMove(place.stops, place.route, place.position);
    return place;
}

void HandlingActions::paste()
{
    const auto place = placeToPaste();
    if (!place.reason.isEmpty() && place.stops.size() <= 1) {
        m_handling->toasts().tell(Toast::Tone::Refused, place.reason);
        return;
    }
    QApplication::clipboard()->clear(); // what was cut is pasted once
    m_handling->move(place.stops, place.route, place.position);
}

void HandlingActions::refreshClipboard()
{
    allow(u"edit.cut"_s, stops().isEmpty() ? tr("Select a stop first.") : QString());
    const auto place = placeToPaste();
    const bool canSome = place.stops.size() > 1 && place.route.isValid(); // each is told by itself
    allow(u"edit.paste"_s, canSome ? QString() : place.reason);
}

} // namespace Doorstep
