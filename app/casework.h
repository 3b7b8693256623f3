// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/lists/setbacklistmodel.h"
#include "models/store/cause.h"
#include "models/store/concerns.h"
#include "models/store/setback.h"
#include "widgets/parts/depottime.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;

namespace Doorstep {

class ActionList;
class AttentionFilterModel;
class AttentionPane;
class CloseCaseSheet;
class ConflictTray;
class DetailsPane;
class MainWindow;
class MapView;
class StopEditor;
struct LiveStore;

/// Everything about a case, whichever way it is asked for: taking, putting off and closing what needs attention, notes,
/// the stop editor, and the tray of what was not taken. UI thread.
class Casework : public QObject
{
    Q_OBJECT
public:
    struct Panes
    {
        AttentionFilterModel &cases;
        AttentionPane &attention;
        DetailsPane &details;
        MapView &map;
    };

    /// Adds its actions to \a actions; before the window makes its menus of them. All must outlive this.
    Casework(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, const Panes &panes);
    /// Where decisions are made from now on; nullptr while there is no server.
    void setDesk(Desk *desk);
    void setDepotTime(const DepotTime &time);
    /// Adds what can be done with the case of the selection; nothing when it is none.
    void fill(QMenu &menu);
    /// Puts the case of \a key (AttentionListModel::KeyRole) off for a little, from outside the window.
    void snoozeFromAfar(const QString &key);
    /// Looks again at what can be done.
    void refresh();
    void showSetbacks();
    void edit(const StopId &stop);
    void endEditing();
    /// Puts the cursor where a note about the selection is written.
    void writeNote();
    /// Whether there is something to show there.
    [[nodiscard]] bool hasSetbacks() const;

Q_SIGNALS:
    void editingChanged(const QList<Doorstep::Subject> &editing);
    void showRequested(const Doorstep::Subject &subject);

private:
    void addActions();
    void takePerson();
    [[nodiscard]] const Concern *concern() const;
    [[nodiscard]] Cause cause() const;
    /// The case of the selection, or with all that are shown of its kind.
    enum class Reach : quint8 { One, Alike };
    [[nodiscard]] QList<Cause> causes(Reach reach) const;
    [[nodiscard]] bool hasAlike() const;
    void decide(const QList<Cause> &causes, const QString &text,
                const std::function<QList<Verb>(const Cause &cause)> &verbs);
    void takeAlike();
    void snoozeAlike(QMenu &menu) { offerTimes(menu, Reach::Alike); }
    void offerTimes(QMenu &menu, Reach reach);
    void take();
    void give(QMenu &menu);
    void snooze(QMenu &menu) { offerTimes(menu, Reach::One); }
    void close(Reach reach);
    void closeWith(const QString &resolution);
    void reopen();
    void addTopicActions();
    void refreshTopics(bool isOpenCase);
    void escalate(QMenu &menu);
    void escalateWith(const QString &reason);
    void lower();
    void merge(QMenu &menu);
    void offerParts(QMenu &menu);
    void mergeInto(const QString &key, const QString &name);
    void follow();
    [[nodiscard]] QString nameOf(const Concern &concern) const;
    void popUp(void (Casework::*fillMenu)(QMenu &));

    void connectTray();
    void connectNotes();
    void connectEditor();
    void showAuthor();
    void editSetback(const CommandId &setback);
    void save(const Stop &before, const Stop &after);
    void followStop();
    [[nodiscard]] Desk *desk() const { return m_desk; }
    bool perform(const QString &text, const QList<Verb> &verbs);

    LiveStore &m_store;
    ActionList &m_actions;
    SetbackListModel m_setbacks;
    DepotTime m_time;
    MainWindow *m_window = nullptr;
    QPointer<Desk> m_desk;
    AttentionFilterModel *m_cases = nullptr;
    AttentionPane *m_attention = nullptr;
    DetailsPane *m_details = nullptr;
    MapView *m_map = nullptr;
    // Owned by the window:
    CloseCaseSheet *m_closing = nullptr;
    ConflictTray *m_tray = nullptr;
    StopEditor *m_editor = nullptr;
    StopId m_edited;
    CommandId m_editedSetback; ///< What the editor's fields come from; invalid: from the stop.
    QList<Cause> m_closed; ///< What the sheet asks about.
    CommandId m_asked; ///< The setback whose author was asked for.
};

} // namespace Doorstep
