// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/handling.h"

#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/shell/lockpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/resultspanel.h"
#include "widgets/shell/toasts.h"

namespace Doorstep {

Handling::Handling(LiveStore &store, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_window(window)
    , m_toasts(new Toasts(&window))
    , m_results(new ResultsPanel(&window))
{
    connect(m_results, &ResultsPanel::subjectActivated, this, &Handling::showRequested);
    connect(&store.setbacks, &Setbacks::added, this, &Handling::tellSetback);
    connect(&window, &MainWindow::workHidden, this, [this] {
        m_toasts->clear();
        m_results->hide();
    });
}

Handling::~Handling() = default;

void Handling::setDesk(Desk *desk)
{
    if (m_desk)
        m_desk->disconnect(this);
    m_desk = desk;
    m_results->hide();
    if (m_desk)
        listen();
    Q_EMIT changed();
}

bool Handling::isLocked() const
{
    return m_window.lockPage().isVisible();
}

void Handling::listen()
{
    connect(m_desk, &Desk::performed, this, &Handling::tellPerformed);
    connect(m_desk, &Desk::refused, this, &Handling::tellRefused);
    connect(m_desk, &Desk::undoRefused, this, &Handling::tellUndoRefused);
    connect(m_desk, &Desk::undone, this, [this](const QString &text) {
        m_toasts->tell(Toast::Tone::Done, tr("Undone: %1").arg(text), tr("Redo"), [this] { redo(); });
    });
    connect(m_desk, &Desk::redone, this, [this](const QString &text) { tellPerformed(text, true); });
    connect(m_desk, &Desk::alreadySo, this,
            [this](const QString &) { m_toasts->tell(Toast::Tone::Done, tr("Nothing to do: it is so already.")); });
    connect(m_desk, &Desk::notKept, this, [this](const QString &text, const Error &) {
        m_toasts->tell(
            Toast::Tone::Refused,
            tr("Not done: %1. It could not be saved on this machine; make room on the disk, and try again.").arg(text));
    });
    connect(m_desk, &Desk::rowsChanged, this, [this](int action, const QList<RowResult> &rows) {
        if (action == m_shownAction)
            showResults(action, rows);
    });
    connect(m_desk, &Desk::personChanged, this, &Handling::changed);
    connect(m_desk, &Desk::loaded, this, &Handling::changed);
    connect(&m_desk->undoStack(), &QUndoStack::indexChanged, this, &Handling::changed);
}

QString Handling::reasonAgainst(const QList<Verb> &verbs, const QString &nothing) const
{
    if (!m_desk)
        return RefusalWords::of(u"not_signed_in");
    if (verbs.isEmpty())
        return nothing.isEmpty() ? tr("It is so already.") : nothing;
    for (const auto &verb : verbs) {
        if (m_desk->person() && !m_desk->mayDecide(verb))
            return RefusalWords::onlyFor(rolesFor(verb));
    }
    if (const auto refusal = m_desk->refusalOf(verbs))
        return RefusalWords::of(QString(refusal->code), QString(refusal->field));
    return m_desk->wouldChange(verbs) ? QString() : tr("It is so already.");
}

// One that can be done is enough: what became of the others is told row by row.
QString Handling::reasonAgainst(const QList<StopId> &stops, const BuildOne &build) const
{
    constexpr qsizetype most = 50; // a menu must not wait for thousands of decisions
    QString reason = stops.isEmpty() ? tr("Select a stop first.") : QString();
    for (const auto &stop : stops.first(std::min(most, stops.size()))) {
        reason = m_desk ? reasonAgainst(build(m_desk->scene(), stop)) : reasonAgainst(QList<Verb>());
        if (reason.isEmpty())
            break;
    }
    return reason;
}

bool Handling::perform(const QString &text, const QList<Verb> &verbs)
{
    if (!m_desk)
        return false;
    Q_EMIT deciding();
    return m_desk->perform(text, verbs);
}

void Handling::performEach(const QString &text, const QList<StopId> &stops, const BuildOne &build)
{
    if (!m_desk || stops.isEmpty())
        return;
    Q_EMIT deciding();
    if (stops.size() == 1) {
        m_desk->perform(text, build(m_desk->scene(), stops.constFirst()));
        return;
    }
    QList<Desk::Row> rows;
    for (const auto &stop : stops)
        rows.append(
            {.about = Subject::of(stop), .build = [build, stop](const Scene &scene) { return build(scene, stop); }});
    m_shownText = text;
    m_shownStops.clear();
    const int action = m_desk->performEach(text, rows);
    m_shownAction = action;
    showResults(action, m_desk->rowsOf(action));
}

/// One decision about all of \a stops, whose rows share what becomes of it.
void Handling::performAll(const QString &text, const QList<StopId> &stops, const BuildAll &build)
{
    Q_EMIT deciding();
    if (stops.size() == 1) {
        m_desk->perform(text, build(m_desk->scene()));
        return;
    }
    m_shownText = text;
    m_shownStops = stops;
    const int action = m_desk->performEach(text, {{.about = Subject::of(stops.constFirst()), .build = build}});
    m_shownAction = action;
    showResults(action, m_desk->rowsOf(action));
}

QString Handling::reasonAgainstMove(const QList<StopId> &stops, const RouteId &route, qsizetype position) const
{
    if (!m_desk)
        return RefusalWords::of(u"not_signed_in");
    if (position >= 0 && position < firstOpenPlace(route))
        return tr("What is before it is done.");
    const auto &scene = m_desk->scene();
    for (const auto &id : stops) {
        // The verb lets a done stop change its place; a person who drags one has missed that it is done. One that has
        // failed is tried again there.
        const auto *stop = scene.stop(id);
        if (stop != nullptr && !stop->isOpen() && stop->status != Stop::Status::Failed)
            return RefusalWords::of(u"stop_is_done");
    }
    // To its own verb, coming back to a finished route is how trying elsewhere is undone; nobody drives there.
    if (const auto *known = scene.route(route); known != nullptr && known->status == Route::Status::Finished)
        return RefusalWords::of(u"route_finished");
    return reasonAgainst(Decisions::tryOn(scene, stops, route, position), tr("It stays where it is."));
}

QString Handling::textOfMove(const QList<StopId> &stops, const RouteId &route) const
{
    const auto &scene = m_desk->scene();
    const auto staysThere = [&](const StopId &id) {
        const auto *stop = scene.stop(id);
        return stop != nullptr && stop->route == route;
    };
    const auto hasFailed = [&](const StopId &id) {
        const auto *stop = scene.stop(id);
        return stop != nullptr && stop->status == Stop::Status::Failed;
    };
    auto words = tr("Moved %1 to %2", "%1 is what, %2 is a driver");
    if (std::ranges::any_of(stops, hasFailed))
        words = tr("Another try for %1 by %2", "%1 is what, %2 is a driver");
    else if (std::ranges::all_of(stops, staysThere))
        words = tr("Moved %1 within the route of %2");
    return words.arg(nameOf(stops), nameOf(route));
}

namespace {

/// The first of \a route from \a position on that is none of \a others; none when there is none.
StopId stopFrom(const Route *route, qsizetype position, const QList<StopId> &others)
{
    if (route == nullptr || position < 0)
        return {};
    for (auto i = position; i < route->stops.size(); ++i) {
        if (!others.contains(route->stops.at(i)))
            return route->stops.at(i);
    }
    return {};
}

} // namespace

void Handling::move(const QList<StopId> &stops, const RouteId &route, qsizetype position)
{
    if (!m_desk || stops.isEmpty())
        return;
    const auto text = textOfMove(stops, route);
    if (reasonAgainstMove(stops, route, position).isEmpty() || stops.size() == 1) {
        performAll(text, stops, [stops, route, position](const Scene &now) {
            return Decisions::tryOn(now, stops, route, position);
        });
        return;
    }
    // Not all of them can: those that can go, one after the other, before the same stop as they would have together.
    const auto before = stopFrom(m_desk->scene().route(route), position, stops);
    performEach(text, stops, [route, before](const Scene &now, const StopId &stop) {
        const auto *list = now.route(route);
        return Decisions::tryOn(now, {stop}, route,
                                list == nullptr || !before.isValid() ? -1 : list->stops.indexOf(before));
    });
}

void Handling::unassign(const QList<StopId> &stops)
{
    if (!m_desk || stops.isEmpty())
        return;
    const auto text = tr("Took %1 off the route").arg(nameOf(stops));
    if (reasonAgainst(Decisions::unassign(m_desk->scene(), stops)).isEmpty())
        performAll(text, stops, [stops](const Scene &now) { return Decisions::unassign(now, stops); });
    else
        performEach(text, stops, [](const Scene &now, const StopId &stop) { return Decisions::unassign(now, {stop}); });
}

void Handling::undo()
{
    if (!m_desk)
        return;
    m_turning = subjectOfStep(m_desk->undoStack().index() - 1);
    m_desk->undo();
}

void Handling::redo()
{
    if (!m_desk)
        return;
    m_turning = subjectOfStep(m_desk->undoStack().index());
    m_desk->redo();
}

std::optional<Subject> Handling::subjectOfStep(int index) const
{
    const auto *step = dynamic_cast<const Step *>(m_desk->undoStack().command(index));
    if (step == nullptr || step->units().isEmpty() || step->units().constFirst().parts.isEmpty())
        return {};
    const auto cast = castOf(step->units().constFirst().parts.constFirst().verb);
    if (!cast.stops.isEmpty())
        return Subject::of(cast.stops.constFirst());
    if (!cast.routes.isEmpty())
        return Subject::of(cast.routes.constFirst());
    if (!cast.drivers.isEmpty())
        return Subject::of(cast.drivers.constFirst());
    return {};
}

QString Handling::nameOf(const QList<StopId> &stops) const
{
    if (stops.size() != 1)
        return tr("%n stop(s)", nullptr, static_cast<int>(stops.size()));
    const auto *stop = m_store.fleet.stops().find(stops.constFirst());
    return stop == nullptr ? tr("a stop") : stop->address.line();
}

QString Handling::nameOf(const RouteId &route) const
{
    const auto *known = m_store.fleet.routes().find(route);
    const auto *driver = known == nullptr ? nullptr : m_store.fleet.driverOf(*known);
    return driver == nullptr ? tr("a route") : driver->name;
}

} // namespace Doorstep

#include "moc_handling.cpp"
