// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/clinicpane.h"

#include "models/lists/candidatelistmodel.h"
#include "widgets/clinic/candidatelist.h"
#include "widgets/clinic/clinicfields.h"
#include "widgets/clinic/clinicwords.h"
#include "widgets/clinic/entrancerow.h"
#include "widgets/clinic/visitrows.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

constexpr auto typingPause = 250ms; // the person goes on typing
constexpr auto patience = 2s; // then it is said that it takes long
constexpr qsizetype shortestQuestion = 3;
constexpr int longestQuestion = 300;
constexpr int mostNumbered = 9;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ClinicPane::ClinicPane(CandidateListModel &candidates, QWidget *parent)
    : QWidget(parent)
    , m_candidates(candidates)
    , m_written(new ElidedLabel(this))
    , m_search(new QLineEdit(this))
    , m_status(plainLabel(this))
    , m_problem(new Notice(this))
    , m_list(new CandidateList(candidates, this))
    , m_visits(new VisitRows(this))
    , m_entrance(new EntranceRow(this))
    , m_fields(new ClinicFields(this))
    , m_pin(new QPushButton(this))
    , m_apply(new QPushButton(tr("Use it", "a place"), this))
{
    setAccessibleName(tr("Address clinic"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_slow.setSingleShot(true);
    m_slow.setInterval(patience);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 11, 6, 10);
    layout->setSpacing(4);
    layout->addWidget(makeHead());
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeFoot());
    connect(&m_typing, &QTimer::timeout, this, &ClinicPane::search);
    connect(&m_slow, &QTimer::timeout, this,
            [this] { say(tr("Still searching. You need not wait: pin the place by hand.")); });
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        m_asked.clear(); // what comes now answers another question
        m_slow.stop();
        Q_EMIT searchGivenUp();
        m_typing.start();
    });
    connect(m_problem, &Notice::actionRequested, this, &ClinicPane::search);
    connect(m_list, &CandidateList::rowChosen, this, [this](int row) {
        showChoice();
        Q_EMIT rowChosen(row);
    });
    connect(m_list, &CardList::chosen, this, [this] { m_isChosenByHand = true; });
    connect(m_list, &QAbstractItemView::pressed, this, [this] { m_isChosenByHand = true; });
    connect(m_list, &CandidateList::taken, this, &ClinicPane::apply);
    connect(&candidates, &QAbstractItemModel::dataChanged, this, &ClinicPane::showChoice);
    for (int row = 0; row < mostNumbered; ++row) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + row)), this);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, row] {
            if (row < m_candidates.rowCount())
                choose(row);
        });
    }
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&candidates, signal, this, &ClinicPane::showVisited);
    connect(&candidates, &QAbstractItemModel::dataChanged, this, &ClinicPane::showVisited);
    connect(&candidates, &QAbstractItemModel::modelReset, this, &ClinicPane::showVisited);
    connect(m_entrance, &EntranceRow::pinRequested, this, [this](bool on) {
        if (on)
            m_pin->setChecked(false);
        Q_EMIT pinRequested(on);
    });
    connect(m_entrance, &EntranceRow::changed, this, [this] {
        showChoice();
        Q_EMIT entranceChanged();
    });
    connect(m_fields, &ClinicFields::changed, this, &ClinicPane::showChoice);
}

QWidget *ClinicPane::makeHead()
{
    auto *head = new QWidget(this);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 6, 0);
    rows->setSpacing(4);
    m_written->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_search->setAccessibleName(tr("Search for the address"));
    m_search->setPlaceholderText(tr("Street and number, corner, or name"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(longestQuestion);
    m_search->installEventFilter(this);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *row : std::initializer_list<QWidget *>{m_written, m_search, m_status, m_problem})
        rows->addWidget(row);
    return head;
}

QScrollArea *ClinicPane::makeBody()
{
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 2, 6, 2);
    rows->setSpacing(4);
    rows->addWidget(m_list);
    rows->addWidget(m_visits);
    rows->addWidget(m_entrance);
    rows->addWidget(m_fields);
    rows->addStretch(1);
    auto *scroll = m_scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Places and what else is known of the address"));
    scroll->setProperty("clear", true);
    scroll->setWidget(content);
    return scroll;
}

QWidget *ClinicPane::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 2, 6, 0);
    m_pin->setText(tr("Pin by hand"));
    m_pin->setAccessibleName(tr("Choose the place by a click on the map"));
    m_pin->setCheckable(true);
    auto *leave = new QPushButton(tr("Leave it"), foot);
    leave->setAccessibleName(tr("Close without changing anything"));
    m_apply->setProperty("primary", true);
    m_apply->setAccessibleName(tr("Use this place"));
    m_apply->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    row->addWidget(m_pin);
    row->addStretch(1);
    row->addWidget(leave);
    row->addWidget(m_apply);
    connect(m_pin, &QPushButton::toggled, this, [this](bool on) {
        m_pin->setText(on ? tr("Click on the map…") : tr("Pin by hand"));
        if (on)
            m_entrance->giveUpPinning();
        Q_EMIT pinRequested(on);
    });
    connect(leave, &QPushButton::clicked, this, &ClinicPane::closed);
    connect(m_apply, &QPushButton::clicked, this, &ClinicPane::apply);
    return foot;
}

void ClinicPane::begin(const Stop &stop, int others, const QGeoCoordinate &entrance)
{
    m_stop = stop;
    m_isChosenByHand = false;
    const auto written = stop.address.text.isEmpty() ? stop.address.line() : stop.address.text;
    m_written->setFullText(tr("Where is %1?", "an address").arg(written.left(longestQuestion).simplified()));
    m_search->setText(written.simplified());
    m_search->setCursorPosition(0); // the street is what tells
    m_pin->setChecked(false);
    m_visits->clear();
    m_entrance->begin(stop, entrance);
    m_fields->begin(stop, others);
    m_problem->hide();
    search();
    showChoice();
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->hasFocus())
        m_search->setFocus(Qt::OtherFocusReason); // there is nothing to choose from yet
}

void ClinicPane::follow(const Stop &stop)
{
    if (stop.where != m_stop.where || stop.address != m_stop.address)
        m_problem->tell(Notice::Tone::Neutral,
                        tr("Somebody else has just changed where it is. What you decide now "
                           "counts after theirs."));
    m_stop = stop;
    m_entrance->follow(stop);
    m_fields->follow(stop);
}

bool ClinicPane::isDirty() const
{
    return m_isChosenByHand || m_fields->isDirty() || m_entrance->isTouched() || m_pin->isChecked()
        || m_entrance->isPinning();
}

void ClinicPane::search()
{
    m_typing.stop();
    m_problem->hide();
    const auto text = m_search->text().simplified();
    m_asked = text;
    if (text.size() < shortestQuestion) {
        m_asked.clear();
        m_slow.stop();
        m_candidates.setFound({});
        say(tr("Write a street and a number, or pin the place by hand."));
        return;
    }
    say(tr("Searching…"));
    m_slow.start();
    Q_EMIT searchRequested(text);
}

void ClinicPane::takeAnswer(const QString &text)
{
    if (text != m_asked)
        return;
    m_asked.clear();
    m_slow.stop();
    const auto isFound = [](const Candidate &one) { return one.source == Candidate::Source::Found; };
    const auto found = static_cast<int>(std::ranges::count_if(m_candidates.candidates(), isFound));
    say(found == 0 ? tr("Nothing like this is on the map. Write it in another way, or pin the place by hand.")
                   : tr("%n place(s): 1 to 9 choose, Enter takes", nullptr, found));
    const bool hadFocus = m_search->hasFocus();
    if (m_list->chosenRow() < 0 && m_candidates.rowCount() > 0)
        m_list->choose(0);
    // Only at the start: who types goes on typing.
    if (hadFocus && found > 0 && !m_search->isModified())
        m_list->setFocus(Qt::OtherFocusReason);
    showChoice();
}

void ClinicPane::takeProblem(const QString &text, Error::Kind kind)
{
    if (text != m_asked)
        return;
    m_asked.clear();
    m_slow.stop();
    say({});
    const bool canTryAgain = kind == Error::Kind::Offline || kind == Error::Kind::Malformed;
    m_problem->tell(Notice::Tone::Risk, ClinicWords::problem(kind), canTryAgain ? tr("Try again") : QString());
}

void ClinicPane::showVisits(const QList<PastVisit> &visits)
{
    m_visits->setVisits(visits, m_time);
}

void ClinicPane::showVisitsProblem()
{
    m_visits->addProblem(tr("Earlier days could not be asked for: this is only what this computer knows."));
}

void ClinicPane::takeNoNeighbour(Error::Kind kind)
{
    say(kind == Error::Kind::NotFound ? tr("No address is known near the pin. The place itself is kept.")
                                      : tr("What is near the pin could not be asked for. The place itself is kept."));
}

int ClinicPane::chosenRow() const
{
    return m_list->chosenRow();
}

void ClinicPane::choose(int row)
{
    m_isChosenByHand = true;
    m_list->choose(row);
}

void ClinicPane::giveUpPinning()
{
    m_pin->setChecked(false);
    m_entrance->giveUpPinning();
}

void ClinicPane::focusApply()
{
    (m_apply->isEnabled() ? static_cast<QWidget *>(m_apply) : m_list)->setFocus(Qt::OtherFocusReason);
}

bool ClinicPane::isPinningEntrance() const
{
    return m_entrance->isPinning();
}

void ClinicPane::setEntrance(const QGeoCoordinate &place)
{
    m_entrance->set(place);
    showEntrance();
}

QGeoCoordinate ClinicPane::entrance() const
{
    return m_entrance->entrance();
}

void ClinicPane::showEntrance()
{
    m_scroll->ensureWidgetVisible(m_entrance);
}

void ClinicPane::showVisited()
{
    const int row = m_candidates.rowOf(Candidate::Source::Visited);
    m_entrance->setVisited(row < 0 ? QGeoCoordinate() : m_candidates.at(row).hit.where);
}

void ClinicPane::say(const QString &text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
    if (text.isEmpty() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

// What goes with the chosen place: whether there is an address to take, and what a note would say.
void ClinicPane::showChoice()
{
    const int row = m_list->chosenRow();
    const bool isChosen = row >= 0 && row < m_candidates.rowCount();
    m_entrance->setPlace(isChosen ? m_candidates.at(row).hit.where : m_stop.where);
    const auto problem = m_entrance->problem().isEmpty() ? m_fields->problem() : m_entrance->problem();
    m_apply->setEnabled(isChosen && problem.isEmpty());
    m_apply->setToolTip(problem);
    if (!isChosen)
        return;
    const auto &candidate = m_candidates.at(row);
    const bool hasDoor = !candidate.hit.address.street.isEmpty() && !candidate.hit.address.houseNumber.isEmpty();
    m_fields->setUnderstood(hasDoor, candidate.source == Candidate::Source::Found);
    const auto index = m_candidates.index(row);
    m_fields->setNote(candidate.source == Candidate::Source::Found
                          ? tr("Address corrected: %1. The pin is right.", "an address").arg(candidate.hit.line())
                          : tr("The pin was corrected; the address stays as written. %1", "where it is")
                                .arg(ClinicWords::title(index)));
}

AddressCure ClinicPane::cure() const
{
    AddressCure cure{.stop = m_stop.id};
    const int row = m_list->chosenRow();
    if (row >= 0 && row < m_candidates.rowCount()) {
        const auto &hit = m_candidates.at(row).hit;
        cure.where = hit.where;
        if (!m_fields->keepsWritten())
            cure.understood = hit.address;
    }
    m_entrance->fill(cure);
    m_fields->fill(cure);
    return cure;
}

void ClinicPane::apply()
{
    showChoice();
    if (m_apply->isEnabled())
        Q_EMIT applyRequested(cure());
}

// From the line where one types, the list is an arrow away.
bool ClinicPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTyped = watched == m_search && event->type() == QEvent::KeyPress;
    return (isTyped && takeFromSearch(*static_cast<QKeyEvent *>(event))) || QWidget::eventFilter(watched, event);
}

bool ClinicPane::takeFromSearch(const QKeyEvent &key)
{
    const bool isArrow = key.key() == Qt::Key_Down || key.key() == Qt::Key_Up;
    if (isArrow && m_candidates.rowCount() > 0) {
        m_isChosenByHand = true;
        const int step = key.key() == Qt::Key_Down ? 1 : -1;
        m_list->choose(std::clamp(m_list->chosenRow() + step, 0, m_candidates.rowCount() - 1));
        return true;
    }
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!isReturn || key.modifiers() != Qt::NoModifier)
        return false;
    if (m_typing.isActive())
        search();
    else if (m_asked.isEmpty())
        apply(); // of what is shown, not of what is still asked for
    return true;
}

void ClinicPane::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && (m_pin->isChecked() || m_entrance->isPinning()))
        giveUpPinning();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        apply();
    else if (event->key() == Qt::Key_Slash)
        m_search->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void ClinicPane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette()).panelAlt);
}

} // namespace Doorstep

#include "moc_clinicpane.cpp"
