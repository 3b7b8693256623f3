// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/reroutechangesmodel.h"
#include "models/lists/reroutesequencemodel.h"
#include "models/lists/reroutetellmodel.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Doorstep {

class ChangesList;
class Chip;
class ElidedLabel;
class FiguresTable;
class MenuButton;
class Notice;
class PanelHeader;
class RerouteScope;
class SequenceList;
class TellList;

/// A rerouting before it is committed: what is asked, now against proposed, what changes, the list of each driver; and
/// when it was sent, whom to tell. It asks by signal and decides nothing itself.
class ReroutePane : public QWidget
{
    Q_OBJECT
public:
    enum class Stage : quint8 { Empty, Searching, Draft, Checking, Expired, Sent };
    Q_ENUM(Stage)

    /// \a fleet must outlive this.
    explicit ReroutePane(const Fleet &fleet, QWidget *parent = nullptr);

    [[nodiscard]] PanelHeader *header() const { return m_header; }
    void setDepotTime(const DepotTime &time);

    void showQuestion(const Rerouting &asked, const QDateTime &now);
    /// \a route is the one whose list is shown.
    void showDraft(const ProposalDraft &draft, const RouteId &route);
    void setStage(Stage stage);
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    /// What is wrong, with the way out that retryRequested() takes; empty hides it.
    void showProblem(const QString &text, const QString &wayOut = {});
    /// Proposals to choose from, by their titles; none are shown while there is only one.
    void showAlternatives(const QStringList &titles, int current);
    /// Whom \a sent means; from \a at on they can be told.
    void showSent(const Proposal &sent, const QDateTime &at);
    void setUndoOffered(bool offered);
    /// Whether the map shows what is proposed.
    void setProposedShown(bool shown);

    [[nodiscard]] bool canSend() const;
    void focusChanges();
    [[nodiscard]] const RouteId &route() const { return m_sequence.route(); }

Q_SIGNALS:
    void questionChanged(const Doorstep::Rerouting &asked);
    void drawClosureRequested();
    void liftClosureRequested(const Doorstep::ClosureId &closure);
    void startRequested(); ///< Of the route that needs it most.
    void retryRequested();
    void stopRequested();
    void refusalRequested(const Doorstep::StopId &stop, bool refused);
    void routeRefusalRequested(const Doorstep::RouteId &route, bool refused);
    void moveRequested(const Doorstep::StopId &stop, qsizetype position);
    void routeChosen(const Doorstep::RouteId &route);
    void stopChosen(const Doorstep::StopId &stop);
    void alternativeRequested(int index);
    void proposedShownRequested(bool shown);
    void sendRequested();
    void undoRequested();
    void discardRequested();
    void toldRequested(const Doorstep::StopId &stop, const QDateTime &arrival);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeHeader();
    [[nodiscard]] QScrollArea *makeBody();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makeEmpty();
    void listen();
    void fillRoutes(const ProposalDraft &draft);
    void showStage();
    void showBreaches(const ProposalDraft &draft);

    const Fleet &m_fleet;
    DepotTime m_time;
    RerouteChangesModel m_changes;
    RerouteSequenceModel m_sequence;
    RerouteTellModel m_customers;
    Stage m_stage = Stage::Empty;
    Proposal m_shown;
    bool m_isUndoOffered = false;
    PanelHeader *m_header;
    QLabel *m_state;
    QPushButton *m_stop;
    Notice *m_notice;
    QWidget *m_empty = nullptr;
    QScrollArea *m_body = nullptr;
    QWidget *m_foot = nullptr;
    QWidget *m_alternatives;
    RerouteScope *m_scope;
    QWidget *m_figuresFrame;
    FiguresTable *m_figures;
    QWidget *m_changesHead;
    QLabel *m_changesTitle;
    Chip *m_proposed;
    ChangesList *m_changesList;
    QLabel *m_tellTitle;
    TellList *m_tellList;
    QWidget *m_sequenceHead;
    MenuButton *m_route;
    QLabel *m_breaches;
    SequenceList *m_sequenceList;
    QPushButton *m_send;
    QPushButton *m_undo;
    QPushButton *m_discard;
};

} // namespace Doorstep
