// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/closurework.h"

#include "app/handling.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "models/domain/uuid.h"
#include "models/store/touched.h"
#include "models/wire/geojson.h"
#include "widgets/closures/areawords.h"
#include "widgets/closures/closuresheet.h"
#include "widgets/map/mapview.h"
#include "widgets/shell/actionlist.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/toasts.h"

#include <QCursor>
#include <QFile>
#include <QFileDialog>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using Menu = ActionList::Menu;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::ClosureWork)
};

/// What is wrong with a file, and what to do.
QString wordsOf(const Wire::GeoJsonFault &fault)
{
    using Kind = Wire::GeoJsonFault::Kind;
    switch (fault.kind) {
    case Kind::TooLarge:
        return Tr::tr("The file is larger than 4 MB. Export only the areas that are closed.");
    case Kind::NotJson:
        return Tr::tr("The file is not JSON. Export it as GeoJSON.");
    case Kind::NotGeoJson:
        return Tr::tr("The file is JSON, but not GeoJSON. Export it as GeoJSON.");
    case Kind::NoArea:
        return Tr::tr("There is no area in the file: only polygons can be closed.");
    case Kind::TooMany:
        return Tr::tr("There are more than %n area(s) in the file. Export only those that are closed.", nullptr,
                      static_cast<int>(Wire::mostGeoJsonAreas));
    case Kind::Unreadable:
        return Tr::tr("Feature %1 has no readable coordinates. Correct it, and import the file again.")
            .arg(fault.feature);
    case Kind::Area:
        return Tr::tr("Feature %1: %2", "number, what is wrong with it")
            .arg(fault.feature)
            .arg(AreaWords::of(fault.area));
    }
    return {};
}

} // namespace

ClosureWork::ClosureWork(LiveStore &store, ActionList &actions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_actions(actions)
{
    m_actions.addSeparator(Menu::Edit);
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                            auto what) {
        connect(m_actions.add(id, Menu::Edit, text, key, icon), &QAction::triggered, this, what);
    };
    add(u"closure.draw"_s, tr("&Draw a closure on the map"), QKeySequence(Qt::SHIFT | Qt::Key_D), u"blocked"_s,
        [this] { draw(); });
    add(u"closure.import"_s, tr("&Import closures (GeoJSON)…"), {}, u"download"_s, [this] { chooseFile(); });
    add(u"closure.edit"_s, tr("Change a c&losure…"), {}, u"settings"_s, [this] { withClosure(&ClosureWork::edit); });
    add(u"closure.show"_s, tr("Select what a closure &touches"), {}, u"fit"_s,
        [this] { withClosure(&ClosureWork::showTouched); });
    add(u"closure.hold"_s, tr("&Hold the stops in a closure"), {}, u"blocked"_s,
        [this] { withClosure(&ClosureWork::holdTouched); });
    add(u"closure.lift"_s, tr("Li&ft a closure"), {}, u"check"_s, [this] { withClosure(&ClosureWork::lift); });
    connect(&store.fleet, &Fleet::applied, this, &ClosureWork::refresh);
}

void ClosureWork::setPlace(MainWindow &window, MapView &map, Handling &handling)
{
    m_window = &window;
    m_map = &map;
    m_handling = &handling;
    m_sheet = new ClosureSheet(&window);
    connect(m_sheet, &ClosureSheet::drawRequested, this, &ClosureWork::save);
    connect(m_map, &MapView::sketched, this, &ClosureWork::askFor);
    connect(m_map, &MapView::closureActivated, this, [this](const ClosureId &id) {
        if (const auto *closure = m_store.fleet.closures().find(id))
            edit(*closure);
    });
    connect(&handling, &Handling::changed, this, &ClosureWork::refresh);
    refresh();
}

void ClosureWork::refresh()
{
    const bool canDecide = m_handling != nullptr && m_handling->desk() != nullptr && m_handling->desk()->person();
    const bool areAny = canDecide && !m_store.fleet.closures().isEmpty();
    for (const auto &id : {u"closure.draw"_s, u"closure.import"_s})
        m_actions.find(id)->setEnabled(canDecide && !m_store.fleet.depots().isEmpty());
    for (const auto &id : {u"closure.edit"_s, u"closure.show"_s, u"closure.hold"_s, u"closure.lift"_s})
        m_actions.find(id)->setEnabled(areAny);
}

void ClosureWork::fill(QMenu &menu)
{
    refresh();
    if (chosen() == nullptr)
        return;
    menu.addSeparator();
    for (const auto &id : {u"closure.show"_s, u"closure.hold"_s, u"closure.edit"_s, u"closure.lift"_s})
        menu.addAction(m_actions.find(id));
}

const Closure *ClosureWork::chosen() const
{
    const auto *exception = m_store.fleet.exceptions().find(m_store.selection.exception());
    return exception == nullptr || exception->about.kind != Subject::Kind::Closure
        ? nullptr
        : m_store.fleet.closures().find(ClosureId(exception->about.id));
}

QList<Closure> ClosureWork::closures() const
{
    QList<Closure> there;
    for (const auto &closure : m_store.fleet.closures()) {
        if (!closure.isOver(m_store.clock.now()))
            there.append(closure);
    }
    return there;
}

void ClosureWork::withClosure(Act act)
{
    if (const auto *closure = chosen()) {
        (this->*act)(Closure(*closure));
        return;
    }
    const auto there = closures();
    if (there.size() == 1) {
        (this->*act)(there.constFirst());
        return;
    }
    if (there.isEmpty()) {
        m_handling->toasts().tell(Toast::Tone::Refused, tr("Nothing is closed now."));
        return;
    }
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &closure : there) {
        auto name = closure.name;
        connect(menu->addAction(name.replace(u'&', u"&&"_s)), &QAction::triggered, this, [this, act, id = closure.id] {
            if (const auto *known = m_store.fleet.closures().find(id))
                (this->*act)(Closure(*known));
        });
    }
    menu->popup(m_window->mapToGlobal(m_window->rect().center()));
    menu->setActiveAction(menu->actions().constFirst());
}

DepotId ClosureWork::depot(const QGeoCoordinate &near) const
{
    const Depot *nearest = nullptr;
    for (const auto &depot : m_store.fleet.depots()) {
        if (nearest == nullptr
            || (depot.where.isValid() && depot.where.distanceTo(near) < nearest->where.distanceTo(near)))
            nearest = &depot;
    }
    return nearest == nullptr ? DepotId() : nearest->id;
}

void ClosureWork::draw()
{
    m_window->showWorkbench();
    m_map->setSketching(true);
}

void ClosureWork::askFor(const QList<QGeoCoordinate> &corners)
{
    Closure closure;
    closure.id = ClosureId(newUuid(m_store.clock.now()));
    closure.area.polygons = {{corners}};
    if (const auto fault = closure.area.fault(); fault != Area::Fault::None) {
        m_handling->toasts().tell(Toast::Tone::Refused, AreaWords::of(fault));
        return;
    }
    closure.depot = depot(AreaShape(closure.area).centre());
    m_more.clear();
    m_sheet->ask(closure, m_time, m_store.clock.now());
}

void ClosureWork::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import closures"), {}, tr("GeoJSON (*.geojson *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ClosureWork::import);
    dialog->open();
}

void ClosureWork::import(const QString &path)
{
    const auto refuse = [this](const QString &why) { m_handling->toasts().tell(Toast::Tone::Refused, why); };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        refuse(tr("The file could not be opened: %1").arg(file.errorString()));
        return;
    }
    const auto areas = Wire::areasFromGeoJson(file.read(Wire::mostGeoJsonBytes + 1));
    if (!areas) {
        refuse(wordsOf(areas.error()));
        return;
    }
    m_more.clear();
    for (const auto &[name, area] : *areas) {
        Closure closure;
        closure.id = ClosureId(newUuid(m_store.clock.now()));
        closure.name = name;
        closure.area = area;
        closure.depot = depot(AreaShape(area).centre());
        m_more.append(closure);
    }
    const auto first = m_more.takeFirst();
    m_sheet->ask(first, m_time, m_store.clock.now(), static_cast<int>(m_more.size()));
}

void ClosureWork::save(const Closure &closure)
{
    if (!m_handling->desk())
        return;
    const auto &scene = m_handling->desk()->scene();
    const bool isNew = scene.closure(closure.id) == nullptr;
    auto verbs = Decisions::drawClosure(scene, closure);
    int number = 1;
    for (auto other : std::exchange(m_more, {})) {
        ++number;
        if (other.name.isEmpty())
            other.name = tr("%1 (%2)", "name, number").arg(closure.name).arg(number);
        other.cause = closure.cause;
        other.effect = closure.effect;
        other.slowness = closure.slowness;
        other.from = closure.from;
        other.to = closure.to;
        verbs += Decisions::drawClosure(scene, other);
    }
    auto text = (isNew ? tr("Closed %1") : tr("Changed %1")).arg(closure.name);
    if (verbs.size() > 1)
        text = tr("Closed %n area(s)", nullptr, static_cast<int>(verbs.size()));
    m_handling->perform(text, verbs);
}

void ClosureWork::edit(const Closure &closure)
{
    m_more.clear();
    m_sheet->ask(closure, m_time, m_store.clock.now());
}

void ClosureWork::lift(const Closure &closure)
{
    if (m_handling->desk())
        m_handling->perform(tr("Lifted %1").arg(closure.name),
                            Decisions::liftClosure(m_handling->desk()->scene(), closure.id));
}

void ClosureWork::showTouched(const Closure &closure)
{
    const auto touched = touchedBy(closure, m_store.fleet, m_store.clock.now());
    if (!touched.stops.isEmpty())
        m_store.selection.selectStops(touched.stops);
    else if (!touched.routes.isEmpty())
        m_store.selection.selectRoute(touched.routes.constFirst());
    else
        m_handling->toasts().tell(Toast::Tone::Done, tr("%1 touches nobody now.").arg(closure.name));
    QList<QGeoCoordinate> places;
    for (const auto &polygon : closure.area.polygons)
        places += polygon.value(0);
    m_map->fit(places);
}

void ClosureWork::holdTouched(const Closure &closure)
{
    const auto stops = touchedBy(closure, m_store.fleet, m_store.clock.now()).stops;
    if (stops.isEmpty()) {
        m_handling->toasts().tell(Toast::Tone::Refused, tr("No open stop lies in %1.").arg(closure.name));
        return;
    }
    m_handling->performEach(tr("Held %n stop(s) in %1", nullptr, static_cast<int>(stops.size())).arg(closure.name),
                            stops, [](const Scene &, const StopId &stop) { return Decisions::hold(stop, true); });
}

} // namespace Doorstep

#include "moc_closurework.cpp"
