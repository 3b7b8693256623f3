// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/detailspane.h"

#include "models/domain/clock.h"
#include "models/lists/notelistmodel.h"
#include "models/store/cause.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/selection.h"
#include "widgets/attention/advicewords.h"
#include "widgets/attention/caseevidence.h"
#include "widgets/attention/casefacts.h"
#include "widgets/attention/casekinds.h"
#include "widgets/attention/closurefacts.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/nextsteps.h"
#include "widgets/attention/nextstoprow.h"
#include "widgets/attention/notespage.h"
#include "widgets/attention/waysoutlist.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/peoplemarks.h"
#include "widgets/parts/pilllabel.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

void showValue(QLabel &label, const Facts::Line &line)
{
    if (label.text() == line.value)
        return;
    label.setText(line.value);
    label.setAccessibleName(u"%1: %2"_s.arg(line.label, line.value));
}

/// Whether two facts differ in their words only, so that widgets may stay and with them scroll and marked text.
bool haveOneShape(const Facts &a, const Facts &b)
{
    const auto sameLine = [](const Facts::Line &x, const Facts::Line &y) {
        return x.label == y.label && x.warns == y.warns && x.where == y.where;
    };
    return std::ranges::equal(a.lines, b.lines, sameLine);
}

} // namespace

DetailsPane::DetailsPane(const Fleet &fleet, Selection &selection, const Clock &clock, NoteListModel &notes,
                         HistoryPage *history, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_selection(selection)
    , m_clock(clock)
    , m_notes(notes)
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_state(new PillLabel(this))
    , m_bodyLayout(new QVBoxLayout)
    , m_steps(new NextSteps(this))
    , m_ways(new WaysOutList(this))
    , m_empty(plainLabel(tr("Select a route, a stop or a card to see everything about it."), this))
    , m_whole(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_notesPage(new NotesPage(notes, clock))
    , m_historyPage(history)
    , m_people(new PeopleMarks(this))
{
    setAccessibleName(tr("Details of the selection"));
    m_title->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_people);
    head->addWidget(m_state);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Facts"));
    scroll->setProperty("clear", true); // shows what is behind it
    auto *content = new QWidget;
    content->setLayout(m_bodyLayout);
    m_bodyLayout->setContentsMargins(0, 2, 6, 2);
    m_bodyLayout->addWidget(m_ways);
    m_bodyLayout->addWidget(makeNextStops());
    m_bodyLayout->addStretch(1);
    scroll->setWidget(content);

    m_pages->addWidget(scroll);
    m_pages->addWidget(m_notesPage);
    m_pages->addWidget(m_historyPage);
    m_pages->setMinimumHeight(56); // in a low pane facts scroll before buttons are cut

    layOut(head);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&notes, signal, this, &DetailsPane::showNotesCount);
    connect(&notes, &QAbstractItemModel::modelReset, this, &DetailsPane::showNotesCount);
    connect(&selection, &Selection::changed, this, [this, scroll] {
        refresh();
        m_notesPage->setAbout(about());
        m_historyPage->setAbout(about());
        showPeople();
        scroll->verticalScrollBar()->setValue(0);
    });
    connect(&fleet, &Fleet::applied, this, &DetailsPane::refresh);
    connect(m_ways, &WaysOutList::changed, this, &DetailsPane::showSteps);
    rebuild();
}

/// \a head, what is written under it, the pages, and the steps at the foot.
void DetailsPane::layOut(QHBoxLayout *head)
{
    auto *view = new QWidget(this);
    auto *layout = new QVBoxLayout(view);
    layout->setContentsMargins(12, 11, 6, 10);
    layout->setSpacing(3);
    head->setContentsMargins(0, 0, 6, 0);
    layout->addLayout(head);
    layout->addWidget(m_subtitle);
    layout->addWidget(makeTabs());
    layout->addWidget(m_empty);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_steps);
    m_whole->addWidget(view);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_whole);
    setMinimumSize(200, 120);
}

QWidget *DetailsPane::makeTabs()
{
    m_tabRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_tabRow);
    row->setContentsMargins(0, 4, 6, 4);
    row->setSpacing(6);
    for (const auto &text : {tr("Facts"), tr("Notes"), tr("History")}) {
        auto *tab = new Chip(text, m_tabRow);
        tab->setAutoExclusive(true);
        row->addWidget(tab);
        m_tabs.append(tab);
    }
    row->addStretch(1);
    m_tabs.first()->setChecked(true);
    for (qsizetype i = 0; i < m_tabs.size(); ++i)
        connect(m_tabs.at(i), &QAbstractButton::clicked, this, [this, i] { showPage(static_cast<Page>(i)); });
    return m_tabRow;
}

void DetailsPane::showPage(Page page)
{
    const auto number = static_cast<int>(page);
    m_tabs.at(number)->setChecked(true);
    m_pages->setCurrentIndex(number);
}

void DetailsPane::showNotesCount()
{
    const int count = m_notes.rowCount();
    m_tabs.at(static_cast<int>(Page::Notes))->setCount(count > 0 ? count : -1);
}

Subject DetailsPane::about() const
{
    if (const auto stop = m_selection.stop(); stop.isValid())
        return Subject::of(stop);
    if (m_selection.stops().size() > 1)
        return {};
    if (const auto route = m_selection.route(); route.isValid())
        return Subject::of(route);
    if (const auto driver = m_selection.driver(); driver.isValid())
        return Subject::of(driver);
    return {};
}

void DetailsPane::showEditor(QWidget *editor)
{
    if (editor != nullptr && m_whole->indexOf(editor) < 0)
        m_whole->addWidget(editor);
    m_whole->setCurrentIndex(editor == nullptr ? 0 : m_whole->indexOf(editor));
}

void DetailsPane::setPresence(const Presence &presence)
{
    m_presence = &presence;
    connect(&presence, &Presence::changed, this, &DetailsPane::showPeople);
    showPeople();
}

void DetailsPane::showPeople()
{
    const auto subject = about();
    if (m_presence == nullptr || subject.id.isEmpty())
        m_people->setPeople({}, {});
    else
        m_people->setPeople(m_presence->lookingAt(subject), m_presence->editing(subject));
}

void DetailsPane::follow(const Overlay &overlay)
{
    m_overlay = &overlay;
    connect(&overlay, &Overlay::waitingChanged, this, &DetailsPane::refresh);
}

void DetailsPane::addMarks(Facts &facts) const
{
    const auto *stop = m_fleet.stops().find(m_selection.stop());
    StopMarks marks;
    if (m_overlay != nullptr && stop != nullptr)
        marks = m_overlay->marksOf(*stop);
    else if (m_overlay != nullptr)
        marks.isWaiting = m_overlay->isWaiting(Subject::of(m_selection.route()))
            || m_overlay->isWaiting(Subject::of(m_selection.driver()));
    if (marks.isHeld)
        facts.lines.prepend({.label = tr("Held"), .value = tr("not to be delivered until released"), .warns = true});
    if (marks.isPinned)
        facts.lines.prepend({.label = tr("Pinned"), .value = tr("stays on its route")});
    if (marks.isWaiting)
        facts.lines.prepend({.label = tr("Waiting"), .value = tr("saved here, not confirmed yet")});
}

void DetailsPane::setDepotTime(const DepotTime &time)
{
    m_time = time;
    m_notesPage->setDepotTime(time);
    m_historyPage->setDepotTime(time);
    refresh();
}

void DetailsPane::tick()
{
    refresh();
}

void DetailsPane::refresh()
{
    const auto now = m_clock.now();
    Facts facts;
    if (const auto stop = m_selection.stop(); stop.isValid())
        facts = factsOf(stop, m_fleet, m_time, now);
    else if (const auto route = m_selection.route(); route.isValid())
        facts = factsOf(route, m_fleet, m_time, now);
    else if (const auto driver = m_selection.driver(); driver.isValid())
        facts = factsOf(driver, m_fleet, now);
    else if (const auto *about = m_fleet.exceptions().find(m_selection.exception());
             about != nullptr && about->about.kind == Subject::Kind::Closure)
        facts = factsOf(ClosureId(about->about.id), m_fleet, m_time, now);
    if (const auto *one = concern(); one != nullptr) {
        const auto *exception = m_fleet.exceptions().find(causeOf(*one, m_fleet).id);
        facts.lines = CaseFacts::of(*one, exception, m_fleet, m_time, now)
            + CaseEvidence(*m_concerns, m_fleet, m_time).of(*one, exception) + facts.lines;
    }
    addMarks(facts);
    showSteps();
    if (facts == m_facts)
        return;
    const bool onlyValues = haveOneShape(facts, m_facts);
    m_facts = facts;
    showNextStops();
    if (!onlyValues) {
        rebuild();
        return;
    }
    showHead();
    for (qsizetype i = 0; i < m_values.size(); ++i)
        showValue(*m_values.at(i), m_facts.lines.at(i));
}

void DetailsPane::showHead()
{
    const bool something = !m_facts.title.isEmpty();
    m_title->setFullText(m_facts.title);
    m_subtitle->setFullText(m_facts.subtitle);
    m_subtitle->setVisible(!m_facts.subtitle.isEmpty());
    static_cast<PillLabel *>(m_state)->setPill(m_facts.state, m_facts.tone);
    m_empty->setVisible(!something);
    m_tabRow->setVisible(something);
    m_pages->setVisible(something);
    m_steps->setVisible(something);
}

void DetailsPane::rebuild()
{
    showHead();
    delete m_body;
    m_body = new QWidget;
    auto *rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 4, 0, 4);
    rows->setSpacing(8);
    rows->addWidget(makeLines(m_body));
    m_bodyLayout->insertWidget(1, m_body); // after the ways out
}

QWidget *DetailsPane::makeLines(QWidget *parent)
{
    m_values.clear();
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &line : m_facts.lines) {
        auto *label = plainLabel(line.label, box);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setMinimumWidth(78);
        label->setMaximumWidth(110);
        auto *value = plainLabel({}, box);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        showValue(*value, line);
        m_values.append(value);
        if (line.warns) {
            value->setFont(scaled(font(), 1.0, QFont::DemiBold));
            value->setForegroundRole(QPalette::BrightText);
        }
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
        if (line.where.isValid())
            grid->addWidget(makePlaceButton(line, box), row, 2, Qt::AlignTop);
        ++row;
    }
    return box;
}

QWidget *DetailsPane::makePlaceButton(const Facts::Line &line, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(u"pin"_s));
    button->setIconSize({14, 14});
    button->setAutoRaise(true);
    button->setAccessibleName(tr("%1: show on the map", "what is shown").arg(line.label));
    button->setToolTip(tr("Show on the map"));
    connect(button, &QToolButton::clicked, this, [this, where = line.where] { Q_EMIT placeRequested(where); });
    return button;
}

// Rows stay and change what they show: one may be under the pointer, or in the hand.
QWidget *DetailsPane::makeNextStops()
{
    m_nextStops = new QWidget(this);
    auto *rows = new QVBoxLayout(m_nextStops);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(0);
    m_nextHead = plainLabel({}, m_nextStops);
    m_nextHead->setFont(scaled(font(), 1.0, QFont::DemiBold));
    rows->addWidget(m_nextHead);
    for (int i = 0; i < nextStopsShown; ++i) {
        auto *row = new NextStopRow(m_nextStops);
        connect(row, &QAbstractButton::clicked, this, [this, row] { m_selection.selectStop(row->stop()); });
        connect(row, &QWidget::customContextMenuRequested, this, [this, row](QPoint at) {
            m_selection.selectStop(row->stop());
            Q_EMIT contextMenuRequested(row->mapToGlobal(at));
        });
        rows->addWidget(row);
        m_nextRows.append(row);
    }
    showNextStops();
    return m_nextStops;
}

void DetailsPane::showNextStops()
{
    m_nextStops->setVisible(!m_facts.nextStops.isEmpty());
    m_nextHead->setText(m_facts.next);
    for (qsizetype i = 0; i < m_nextRows.size(); ++i) {
        auto *row = m_nextRows.at(i);
        const bool isShown = i < m_facts.nextStops.size();
        if (isShown)
            row->setStop(m_facts.nextStops.at(i));
        row->setVisible(isShown);
    }
}

void DetailsPane::setConcerns(const Concerns &concerns)
{
    m_concerns = &concerns;
    connect(&concerns, &Concerns::changed, this, &DetailsPane::refresh);
    refresh();
}

const Concern *DetailsPane::concern() const
{
    const bool isOfSomething = !about().id.isEmpty() || m_selection.exception().isValid(); // a closure is a case only
    return m_concerns != nullptr && isOfSomething ? m_concerns->chosen(m_selection) : nullptr;
}

void DetailsPane::showSteps()
{
    const auto now = m_clock.now();
    const AdviceWords words(m_fleet, m_time, now);
    const auto *one = concern();
    const auto *reported = one == nullptr ? nullptr : m_fleet.exceptions().find(one->exception);
    if (m_ways->hasBest()) { // it says why, and has a place for what is best
        const auto stop = m_selection.stop();
        auto advice = stop.isValid() ? adviceOn(stop, m_fleet, now) : adviceOn(m_selection.route(), m_fleet, now);
        advice.reason = Advice::Reason::None;
        advice.steps.removeIf([](Advice::Step step) {
            return step == Advice::Step::TryAgain || step == Advice::Step::Reschedule || step == Advice::Step::Assign;
        });
        m_steps->show(advice, {});
    } else if (reported != nullptr && reported->status == Exception::Status::Open) {
        m_steps->show({.reason = Advice::Reason::Reported, .steps = CaseKinds::steps(*reported)},
                      CaseKinds::reason(*reported));
    } else if (const auto stop = m_selection.stop(); stop.isValid()) {
        const auto advice = adviceOn(stop, m_fleet, now);
        m_steps->show(advice, words.of(advice, stop));
    } else if (const auto route = m_selection.route(); route.isValid()) {
        const auto advice = adviceOn(route, m_fleet, now);
        m_steps->show(advice, words.of(advice, route));
    } else {
        m_steps->show(adviceOn(m_selection.driver(), m_fleet), {});
    }
}

void DetailsPane::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panelAlt);
}

} // namespace Doorstep

#include "moc_detailspane.cpp"
