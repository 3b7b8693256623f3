// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// Casework's other half: the tray, notes and the stop editor.
#include "app/casework.h"
#include "app/livestore.h"
#include "models/desk/decisions.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/attention/detailspane.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/notespage.h"
#include "widgets/conflicts/conflicttray.h"
#include "widgets/map/mapview.h"
#include "widgets/orders/stopeditor.h"
#include "widgets/shell/mainwindow.h"

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Whose feed a note about \a subject goes to; invalid when nobody knows it.
DepotId depotOf(const Subject &subject, const Fleet &fleet)
{
    if (const auto *stop = fleet.stops().find(StopId(subject.id)); subject.kind == Subject::Kind::Stop && stop)
        return stop->depot;
    if (const auto *route = fleet.routes().find(RouteId(subject.id)); subject.kind == Subject::Kind::Route && route)
        return route->depot;
    const auto *driver = fleet.drivers().find(DriverId(subject.id));
    return subject.kind == Subject::Kind::Driver && driver ? driver->depot : DepotId();
}

} // namespace

void Casework::connectTray()
{
    const auto onDesk = [this](auto signal, auto what) {
        connect(m_tray, signal, this, [this, what](const CommandId &setback) {
            if (auto *there = desk())
                what(*there, setback);
        });
    };
    onDesk(&ConflictTray::keepMineRequested, [](Desk &desk, const CommandId &id) { desk.keepMine(id); });
    onDesk(&ConflictTray::takeTheirsRequested, [](Desk &desk, const CommandId &id) { desk.takeTheirs(id); });
    onDesk(&ConflictTray::tryAgainRequested, [](Desk &desk, const CommandId &id) { desk.tryAgain(id); });
    onDesk(&ConflictTray::clearRequested, [](Desk &desk, const CommandId &id) { desk.clear(id); });
    connect(m_tray, &ConflictTray::editRequested, this, &Casework::editSetback);
    connect(m_tray, &ConflictTray::subjectRequested, this, &Casework::showRequested);
    connect(m_tray, &ConflictTray::authorRequested, this, [this](const CommandId &id) {
        const auto *setback = m_store.setbacks.find(id);
        if (setback == nullptr || setback->about.id.isEmpty())
            return;
        m_asked = id;
        m_store.history.show(m_details->history().feedOf(setback->about), setback->about);
    });
    connect(&m_store.history, &History::appended, this, &Casework::showAuthor);
    connect(m_tray, &Sheet::dismissed, this, [this] { m_details->history().refresh(); });

    const auto count = [this] {
        m_attention->setSetbacks(m_setbacks.rowCount());
        refresh();
    };
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_setbacks, signal, this, count);
    connect(&m_setbacks, &QAbstractItemModel::modelReset, this, count);
    connect(m_attention, &AttentionPane::setbacksRequested, this, &Casework::showSetbacks);
    count();
}

// The newest that somebody else did to the same.
void Casework::showAuthor()
{
    const auto *setback = m_store.setbacks.find(m_asked);
    if (setback == nullptr || desk() == nullptr || m_store.history.about() != setback->about)
        return;
    const auto me = desk()->personId();
    for (const auto &entry : m_store.history.entries()) {
        if (entry.actor != me) {
            m_tray->setAuthor(std::exchange(m_asked, {}), entry.actor, entry.at);
            return;
        }
    }
}

bool Casework::hasSetbacks() const
{
    return m_setbacks.rowCount() > 0;
}

void Casework::showSetbacks()
{
    if (hasSetbacks())
        m_tray->openAt();
}

void Casework::connectNotes()
{
    connect(&m_details->notes(), &NotesPage::noteRequested, this, [this](const Subject &about, const QString &text) {
        const auto depot = depotOf(about, m_store.fleet);
        const bool isKept =
            depot.isValid() && perform(tr("Added a note"), Decisions::addNote(depot, about, text, m_store.clock.now()));
        if (!isKept)
            m_details->notes().giveBack(about, text); // what was written is not lost
    });
    connect(&m_details->notes(), &NotesPage::removeRequested, this,
            [this](const NoteId &note) { perform(tr("Removed a note"), Decisions::removeNote(note)); });
}

void Casework::writeNote()
{
    endEditing();
    m_window->showPane(u"details"_s);
    m_details->showPage(DetailsPane::Page::Notes);
    m_details->notes().write();
}

void Casework::connectEditor()
{
    connect(m_editor, &StopEditor::saveRequested, this, &Casework::save);
    connect(m_editor, &StopEditor::closed, this, &Casework::endEditing);
    connect(m_editor, &StopEditor::pinRequested, m_map, [this](bool wanted) {
        if (wanted)
            m_window->showPane(u"map"_s);
        m_map->setPicking(wanted);
    });
    connect(m_map, &MapView::picked, this, [this](const QGeoCoordinate &place) {
        if (m_edited.isValid())
            m_editor->setPlace(place);
    });
    connect(m_map, &MapView::pickingGivenUp, m_editor, &StopEditor::giveUpPinning);
    connect(&m_store.fleet, &Fleet::applied, this, &Casework::followStop);
    connect(&m_store.presence, &Presence::changed, this, [this] {
        if (m_edited.isValid())
            m_editor->setOthers(m_store.presence.editing(Subject::of(m_edited)));
    });
    // Another stop: what is half written stays until the person says what becomes of it.
    connect(&m_store.selection, &Selection::changed, this, [this] {
        if (m_edited.isValid() && m_store.selection.stop() != m_edited && !m_editor->isDirty())
            endEditing();
    });
}

void Casework::edit(const StopId &id)
{
    const auto *stop = m_store.fleet.stops().find(id);
    if (stop == nullptr)
        return;
    m_window->showPane(u"details"_s);
    if (m_edited != id || !m_editor->isDirty()) {
        m_editedSetback = {};
        m_edited = id;
        m_details->showEditor(m_editor);
        m_editor->edit(*stop);
    }
    m_editor->setOthers(m_store.presence.editing(Subject::of(id)));
    Q_EMIT editingChanged({Subject::of(id)});
}

void Casework::editSetback(const CommandId &id)
{
    const auto *setback = m_store.setbacks.find(id);
    if (setback == nullptr || setback->about.kind != Subject::Kind::Stop)
        return;
    const StopId stop(setback->about.id);
    QHash<QString, QVariant> mine;
    for (const auto &field : setback->fields)
        mine.insert(field.name, field.mine);
    m_tray->dismiss();
    m_store.selection.selectStop(stop);
    endEditing();
    edit(stop);
    if (m_edited != stop)
        return;
    m_editor->propose(mine);
    m_editedSetback = id;
}

void Casework::save(const Stop &before, const Stop &after)
{
    const auto verbs = Decisions::editStop(before, after);
    if (desk() == nullptr)
        return;
    const bool isKept = m_editedSetback.isValid() ? desk()->replace(m_editedSetback, verbs)
                                                  : perform(tr("Edited %1").arg(before.address.line()), verbs);
    if (isKept)
        endEditing();
}

void Casework::endEditing()
{
    if (!m_edited.isValid())
        return;
    m_edited = {};
    m_editedSetback = {};
    m_map->setPicking(false);
    m_details->showEditor(nullptr);
    Q_EMIT editingChanged({});
}

void Casework::followStop()
{
    if (!m_edited.isValid())
        return;
    if (const auto *stop = m_store.fleet.stops().find(m_edited))
        m_editor->follow(*stop);
    else
        endEditing();
}

} // namespace Doorstep
