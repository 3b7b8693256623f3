// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/addresscure.h"
#include "models/domain/pastvisit.h"
#include "models/domain/result.h"
#include "models/domain/stop.h"
#include "widgets/parts/depottime.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace Doorstep {

class CandidateList;
class CandidateListModel;
class ClinicFields;
class ElidedLabel;
class EntranceRow;
class Notice;
class VisitRows;

/// The address clinic: what was written, the places it may mean, what past drivers found, and what is to be done with
/// it. It asks by signal and is told what came of it; nothing is decided before applyRequested.
class ClinicPane : public QWidget
{
    Q_OBJECT
public:
    /// \a candidates must outlive the pane.
    explicit ClinicPane(CandidateListModel &candidates, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time) { m_time = time; }
    /// Begins with \a stop, whose address \a others other open stops have; asks for a search at once.
    /// \a entrance is what is remembered of that address, invalid when nothing is.
    void begin(const Stop &stop, int others, const QGeoCoordinate &entrance = {});
    /// \a stop is so now.
    void follow(const Stop &stop);
    [[nodiscard]] const Stop &stop() const noexcept { return m_stop; }
    [[nodiscard]] bool isDirty() const;

    /// What came of the search for \a text: an answer to an older one is not shown.
    /// Whether \a text is what an answer is waited for.
    [[nodiscard]] bool isAsking(const QString &text) const { return !text.isEmpty() && text == m_asked; }
    void takeAnswer(const QString &text);
    void takeProblem(const QString &text, Error::Kind kind);
    void showVisits(const QList<PastVisit> &visits);
    void showVisitsProblem();
    /// Nothing is known to be near the pin, or nobody can say.
    void takeNoNeighbour(Error::Kind kind);

    [[nodiscard]] int chosenRow() const;
    void choose(int row);
    /// Whether the click on the map is to say where the entrance is, and not the place.
    [[nodiscard]] bool isPinningEntrance() const;
    /// Enter takes what is chosen; nothing where that cannot be taken.
    void focusApply();
    void setEntrance(const QGeoCoordinate &place);
    [[nodiscard]] QGeoCoordinate entrance() const;
    void showEntrance(); ///< Brings what is said of it into sight.
    /// There will be no click on the map.
    void giveUpPinning();
    /// What the person has decided so far; without a place when no candidate is chosen.
    [[nodiscard]] AddressCure cure() const;

Q_SIGNALS:
    void searchRequested(const QString &text);
    void searchGivenUp();
    void rowChosen(int row);
    /// Ask for a click on the map, or no longer.
    void pinRequested(bool wanted);
    void entranceChanged();
    void applyRequested(const Doorstep::AddressCure &cure);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Whether \a key means the list under the line where one types.
    bool takeFromSearch(const QKeyEvent &key);
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QScrollArea *makeBody();
    [[nodiscard]] QWidget *makeFoot();
    void search();
    void apply();
    void showChoice();
    void showVisited();
    void say(const QString &text);

    CandidateListModel &m_candidates;
    DepotTime m_time;
    Stop m_stop;
    QString m_asked; ///< What is being searched for; empty when nothing is.
    QTimer m_typing;
    QTimer m_slow;
    bool m_isChosenByHand = false;
    ElidedLabel *m_written;
    QLineEdit *m_search;
    QLabel *m_status;
    Notice *m_problem;
    CandidateList *m_list;
    VisitRows *m_visits;
    EntranceRow *m_entrance;
    ClinicFields *m_fields;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_pin;
    QPushButton *m_apply;
};

} // namespace Doorstep
