// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/desk/desk.h"
#include "models/domain/addresscure.h"
#include "models/domain/pastvisit.h"
#include "models/lists/candidatelistmodel.h"
#include "models/sync/placesclient.h"
#include "widgets/parts/depottime.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Doorstep {

class ActionList;
class ClinicPane;
class DetailsPane;
class MainWindow;
class MapPins;
class MapView;
struct LiveStore;

/// The address clinic at work: opens it for a stop, asks the server for what it wants to know, shows the same
/// candidates on the map, and makes one decision of what comes of it. UI thread.
class ClinicWork : public QObject
{
    Q_OBJECT
public:
    struct Panes
    {
        DetailsPane &details;
        MapView &map;
    };

    /// Adds its action to \a actions; before the window makes its menus of them. Both must outlive this.
    ClinicWork(LiveStore &store, ActionList &actions, QObject *parent = nullptr);

    /// Where it happens, made after the window.
    void setPlace(MainWindow &window, const Panes &panes);
    /// Where decisions are made from now on; nullptr while there is no server.
    void setDesk(Desk *desk);
    /// Who answers about places; nullptr while there is no server.
    void setPlaces(PlacesClient *places);
    void setDepotTime(const DepotTime &time);
    /// Opens for \a stop.
    void open(const StopId &stop);
    void close();
    /// Looks again at whether it can be opened.
    void refresh();

Q_SIGNALS:
    void opening(); ///< What is in its place should go.
    void deciding(); ///< The person is about to decide.
    void editingChanged(const QList<Doorstep::Subject> &editing);

private:
    void connectPane();
    void connectMap();
    void search(const QString &text);
    void takeFound(const QString &text, const QList<PlaceHit> &hits);
    void takeVisits(const StopId &stop, const QList<PastVisit> &visits);
    void takeNoVisits();
    void offer();
    void weighAgain();
    void pin(const QGeoCoordinate &place);
    void showPins();
    void showEntrance();
    void fitPins();
    void follow();
    void apply(const AddressCure &cure);
    [[nodiscard]] QList<Stop> othersAt(const Stop &stop) const;
    [[nodiscard]] CandidateListModel::Surroundings surroundingsOf(const Stop &stop) const;
    [[nodiscard]] bool isOpen() const { return m_stop.isValid(); }

    LiveStore &m_store;
    ActionList &m_actions;
    CandidateListModel m_candidates;
    QPointer<Desk> m_desk;
    QPointer<PlacesClient> m_places;
    MainWindow *m_window = nullptr;
    DetailsPane *m_details = nullptr;
    MapView *m_map = nullptr;
    ClinicPane *m_pane = nullptr; ///< Owned by the details.
    MapPins *m_pins = nullptr; ///< Owned by the map.
    StopId m_stop; ///< Whose address it is about; invalid while it is closed.
    QString m_text; ///< What was searched for, and…
    QList<PlaceHit> m_hits; ///< …what it may mean, as the search said it.
    QList<PastVisit> m_visits;
    bool m_isToldOfVisits = false; ///< By the backend; else they are what this console knows.
    bool m_isOffered = false; ///< What the search found is in sight, in an order that stays.
    QTimer m_patience; ///< For what is known of its doors, before it is offered without.
};

} // namespace Doorstep
