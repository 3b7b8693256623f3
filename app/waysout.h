// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/waywords.h"
#include "models/store/concerns.h"
#include "models/verbs/verb.h"
#include "widgets/attention/wayoutrow.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Doorstep {

class ActionList;
class AttentionFilterModel;
class AttentionPane;
class DetailsPane;
class Handling;
class MainWindow;
struct LiveStore;

/// What can be done about the case that is selected, inside the case: reckoned by the backend where that is about
/// roads, each way with its consequence, each done as one decision. UI thread.
class WaysOut : public QObject
{
    Q_OBJECT
public:
    struct Panes
    {
        MainWindow &window;
        AttentionFilterModel &cases;
        AttentionPane &attention;
        DetailsPane &details;
        Handling &handling;
    };

    /// Adds its action to \a actions, before the window makes its menus of them. Both must outlive this.
    WaysOut(LiveStore &store, ActionList &actions, QObject *parent = nullptr);
    /// Where it happens, made after the window; all must outlive this.
    void setPlace(const Panes &panes);
    void setDepotTime(const DepotTime &time);
    /// Does what is advised; false when nothing is.
    bool takeBest();
    /// What was reckoned some time ago is asked for again.
    void tick();

Q_SIGNALS:
    /// Somebody wants a better plan for \a route.
    void rerouteRequested(const Doorstep::RouteId &route);

private:
    using Build = std::function<QList<Verb>(const Scene &)>;

    struct Offer
    {
        WayOut way;
        QString done; ///< For the toast and for undo.
        Build build; ///< None: `act` does it.
        std::function<void()> act;
    };

    enum class Topic : quint8 { None, Missed, Late, RouteLate, Idle, Unassigned };

    /// What the ways are about.
    struct Target
    {
        Topic topic = Topic::None;
        StopId stop; ///< Which one would be driven to otherwise.
        QList<StopId> late; ///< Whose customers should be told.

        bool operator==(const Target &) const = default;
    };

    void refresh();
    void askAgain();
    [[nodiscard]] Target target() const;
    [[nodiscard]] Target targetOf(const Concern &concern) const;
    [[nodiscard]] Target unassigned() const;
    [[nodiscard]] QString offersFor(const Target &target);
    [[nodiscard]] QString offerMissed(const Stop &stop);
    [[nodiscard]] QString titleOf(const Insertion &insertion, const Stop &stop, bool isMany) const;
    [[nodiscard]] QString offerLate(const Target &target, const Stop &stop);
    [[nodiscard]] QString offerIdle(const Stop &stop);
    [[nodiscard]] QString offerUnassigned(const Stop &stop);
    void offerInsertion(const Insertion &insertion, const Stop &stop, const QString &title);
    void offerTomorrow(const Stop &stop);
    void offerOtherPlace(const Stop &stop);
    void offerReturn(const Stop &stop);
    void offerReroute(const Stop &stop);
    void offerTelling(const QList<StopId> &stops);
    void add(Offer offer);
    void choose(const QString &id);
    void choosePlace(const StopId &stop);
    void leaveAt(const StopId &stop, Stop::Method method, const QString &text);
    [[nodiscard]] QString whyNothingIsKnown() const;
    [[nodiscard]] std::chrono::seconds lateness(const Stop &stop) const;
    [[nodiscard]] Build tryAgain(const StopId &stop) const;

    LiveStore &m_store;
    ActionList &m_actions;
    DepotTime m_time;
    WayWords m_words;
    MainWindow *m_window = nullptr;
    AttentionFilterModel *m_cases = nullptr;
    AttentionPane *m_attention = nullptr;
    DetailsPane *m_details = nullptr;
    Handling *m_handling = nullptr;
    Target m_target;
    QDateTime m_askedAt;
    QList<Offer> m_offers;
    bool m_isFirstBest = true; ///< False where something else has to be done first: an address, a talk.
    QTimer m_soon; ///< Much may change at once.
};

} // namespace Doorstep
