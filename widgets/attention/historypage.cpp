// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/historypage.h"

#include "models/domain/clock.h"
#include "models/domain/depot.h"
#include "models/store/fleet.h"
#include "models/store/history.h"
#include "widgets/attention/historywords.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/words.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

HistoryPage::HistoryPage(History &history, Reader read, const Fleet &fleet, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_read(std::move(read))
    , m_fleet(fleet)
    , m_clock(clock)
    , m_words(fleet)
    , m_people(new QComboBox(this))
    , m_problem(new Notice(this))
    , m_empty(plainLabel({}, this))
    , m_rows(new QVBoxLayout)
    , m_more(new QPushButton(tr("Earlier"), this))
{
    m_people->setAccessibleName(tr("Whose decisions"));
    m_people->hide();
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_more->setAccessibleName(tr("Show earlier decisions"));
    m_more->hide();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 2, 6, 2);
    column->addWidget(m_empty);
    column->addLayout(m_rows);
    column->addWidget(m_more, 0, Qt::AlignLeading);
    column->addStretch(1);
    m_rows->setSpacing(7);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("History"));
    scroll->setProperty("clear", true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_people);
    layout->addWidget(m_problem);
    layout->addWidget(scroll, 1);

    connect(&history, &History::appended, this, &HistoryPage::addRows);
    connect(&history, &History::reset, this, &HistoryPage::clearRows);
    connect(&history, &History::stateChanged, this, &HistoryPage::showState);
    connect(m_more, &QPushButton::clicked, this, [this] { m_history.showMore(); });
    connect(m_people, &QComboBox::activated, this, &HistoryPage::ask);
    connect(m_problem, &Notice::actionRequested, this, &HistoryPage::ask);
}

void HistoryPage::setDepotTime(const DepotTime &time)
{
    m_words.setDepotTime(time);
}

void HistoryPage::setMayFilter(bool may)
{
    m_people->setVisible(may);
    if (may)
        fillPeople();
    else
        m_people->setCurrentIndex(0);
}

void HistoryPage::fillPeople()
{
    if (m_people->count() == m_fleet.users().size() + 1)
        return;
    const auto chosen = m_people->currentData().toString();
    m_people->clear();
    m_people->addItem(tr("What is selected, by everybody"), QString());
    for (const auto &user : m_fleet.users())
        m_people->addItem(tr("All that %1 did", "name").arg(m_words.person(user.id)), user.id.toString());
    m_people->setCurrentIndex(std::max(0, m_people->findData(chosen)));
}

Subject HistoryPage::wanted() const
{
    const auto person = m_people->currentData().toString();
    return person.isEmpty() ? m_about : Subject{.kind = Subject::Kind::User, .id = person};
}

void HistoryPage::setAbout(const Subject &about)
{
    if (m_about == about)
        return;
    m_about = about;
    if (isVisible())
        ask();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask(); // again, too: others have gone on since
}

void HistoryPage::refresh()
{
    if (isVisible())
        ask();
}

// A driver's entries are the organisation's; everything else is its depot's.
FeedId HistoryPage::feedOf(const Subject &about) const
{
    if (about.kind == Subject::Kind::Driver)
        return organisationFeed();
    if (const auto *stop = m_fleet.stops().find(StopId(about.id)); about.kind == Subject::Kind::Stop && stop != nullptr)
        return Doorstep::feedOf(stop->depot);
    if (const auto *route = m_fleet.routes().find(RouteId(about.id));
        about.kind == Subject::Kind::Route && route != nullptr)
        return Doorstep::feedOf(route->depot);
    if (const auto *exception = m_fleet.exceptions().find(ExceptionId(about.id));
        about.kind == Subject::Kind::Exception && exception != nullptr)
        return Doorstep::feedOf(exception->depot);
    return m_fleet.depots().size() == 0 ? FeedId() : Doorstep::feedOf(m_fleet.depots().at(0).id);
}

void HistoryPage::ask()
{
    if (m_people->isVisible())
        fillPeople();
    const auto about = wanted();
    if (about.id.isEmpty() || !feedOf(about).isValid())
        m_history.clear();
    else
        m_history.show(feedOf(about), about);
}

void HistoryPage::showState()
{
    const auto &problem = m_history.problem();
    if (problem)
        m_problem->tell(Notice::Tone::Neutral,
                        problem->kind == Error::Kind::Offline
                            ? tr("Offline. The history is on the server and comes back with the connection.")
                            : Words::of(problem->kind),
                        tr("Try again"));
    else
        m_problem->hide();
    m_more->setEnabled(!m_history.isAsking());
    m_more->setVisible(m_history.hasMore());
    if (m_history.about().id.isEmpty())
        m_empty->setText(tr("Nothing is selected."));
    else
        m_empty->setText(m_history.isAsking() ? tr("Asking the server…") : tr("Nobody has decided anything about it."));
    m_empty->setVisible(m_history.entries().isEmpty() && !problem);
}

void HistoryPage::addRows(qsizetype first, qsizetype last)
{
    for (auto row = first; row <= last; ++row) {
        const auto entry = m_read(m_history.entries().at(row));
        auto *box = new QWidget;
        auto *lines = new QVBoxLayout(box);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        auto who = m_words.person(entry.actor);
        if (m_history.about().kind == Subject::Kind::User && !entry.about.isEmpty())
            who = m_words.about(entry.about.first());
        auto *head = plainLabel(tr("%1 · %2", "who, when").arg(who, m_words.when(entry.at, m_clock.now())), box);
        head->setForegroundRole(QPalette::PlaceholderText);
        head->setFont(scaled(font(), 0.92));
        if (!m_words.depotTime().isDeskTime(entry.at))
            head->setToolTip(m_words.depotTime().zoneText(entry.at).toHtmlEscaped());
        auto *what = plainLabel(HistoryWords::sentence(entry, m_words), box);
        what->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(head);
        lines->addWidget(what);
        m_rows->addWidget(box);
    }
}

void HistoryPage::clearRows()
{
    while (auto *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_more->hide();
}

} // namespace Doorstep

#include "moc_historypage.cpp"
