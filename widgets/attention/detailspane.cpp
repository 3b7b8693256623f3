// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/detailspane.h"

#include "models/domain/clock.h"
#include "models/lists/notelistmodel.h"
#include "models/store/fleet.h"
#include "models/store/overlay.h"
#include "models/store/presence.h"
#include "models/store/selection.h"
#include "widgets/attention/historypage.h"
#include "widgets/attention/nextstoprow.h"
#include "widgets/attention/notespage.h"
#include "widgets/parts/actionbutton.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/elidedlabel.h"
#include "widgets/parts/flowlayout.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/peoplemarks.h"
#include "widgets/parts/pilllabel.h"
#include "widgets/parts/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

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
        return x.label == y.label && x.warns == y.warns;
    };
    return a.next == b.next && a.nextStops == b.nextStops && std::ranges::equal(a.lines, b.lines, sameLine);
}

} // namespace

DetailsPane::DetailsPane(const Fleet &fleet, Selection &selection, const Clock &clock, NoteListModel &notes,
                         HistoryPage *history, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_selection(selection)
    , m_clock(clock)
    , m_notes(notes)
    , m_title(new ElidedLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_state(new PillLabel(this))
    , m_bodyLayout(new QVBoxLayout)
    , m_buttons(new QWidget(this))
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
    scroll->setWidget(content);

    auto *buttons = new FlowLayout(m_buttons);
    for (auto *action : actions)
        buttons->addWidget(new ActionButton(*action, m_buttons));

    m_pages->addWidget(scroll);
    m_pages->addWidget(m_notesPage);
    m_pages->addWidget(m_historyPage);

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
    layout->addWidget(m_buttons);
    m_whole->addWidget(view);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_whole);
    setMinimumSize(200, 120);

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
    rebuild();
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
        facts.lines.prepend({tr("Held"), tr("not to be delivered until released"), true});
    if (marks.isPinned)
        facts.lines.prepend({tr("Pinned"), tr("stays on its route")});
    if (marks.isWaiting)
        facts.lines.prepend({tr("Waiting"), tr("saved here, not confirmed yet")});
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
    addMarks(facts);
    if (facts == m_facts)
        return;
    const bool onlyValues = haveOneShape(facts, m_facts);
    m_facts = facts;
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
    m_buttons->setVisible(something);
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
    if (!m_facts.nextStops.isEmpty())
        rows->addWidget(makeNextStops(m_body));
    rows->addStretch(1);
    m_bodyLayout->addWidget(m_body);
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
        ++row;
    }
    return box;
}

QWidget *DetailsPane::makeNextStops(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(0);
    auto *head = plainLabel(m_facts.next, box);
    head->setFont(scaled(font(), 1.0, QFont::DemiBold));
    rows->addWidget(head);
    for (const auto &next : m_facts.nextStops) {
        auto *row = new NextStopRow(next, box);
        // Queued: the row is deleted by what its click sets off.
        connect(
            row, &QAbstractButton::clicked, this, [this, stop = next.stop] { m_selection.selectStop(stop); },
            Qt::QueuedConnection);
        rows->addWidget(row);
    }
    return box;
}

void DetailsPane::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panelAlt);
}

} // namespace Doorstep

#include "moc_detailspane.cpp"
