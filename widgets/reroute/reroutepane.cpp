// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/reroute/reroutepane.h"

#include "models/store/fleet.h"
#include "widgets/parts/chip.h"
#include "widgets/parts/flowlayout.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/menubutton.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/panelheader.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/theme.h"
#include "widgets/reroute/figurestable.h"
#include "widgets/reroute/reroutelists.h"
#include "widgets/reroute/reroutescope.h"
#include "widgets/reroute/reroutewords.h"

#include <QKeySequence>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr int paneSide = 12;

/// A line with round corners about what is in it.
class RoundFrame : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Theme::of(palette()).line);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
};

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(scaled(label->font(), 1.0, QFont::DemiBold));
    label->setWordWrap(false);
    return label;
}

QString withKey(const QString &text, const QKeySequence &key)
{
    return u"%1  %2"_s.arg(text, key.toString(QKeySequence::NativeText));
}

QHBoxLayout *headRow(QWidget *head)
{
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(paneSide, 8, 6, 2);
    row->setSpacing(4);
    return row;
}

} // namespace

ReroutePane::ReroutePane(const Fleet &fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_changes(fleet)
    , m_sequence(fleet)
    , m_customers(fleet)
    , m_header(new PanelHeader(tr("Reroute"), this))
    , m_state(plainLabel({}, m_header))
    , m_stop(new QPushButton(tr("Stop"), m_header))
    , m_notice(new Notice(this))
    , m_alternatives(new QWidget(this))
    , m_scope(new RerouteScope(fleet, m_time, this))
    , m_figuresFrame(new RoundFrame(this))
    , m_figures(new FiguresTable(m_figuresFrame))
    , m_changesHead(new QWidget(this))
    , m_changesTitle(heading(tr("What changes"), m_changesHead))
    , m_proposed(new Chip(tr("Proposed on the map"), m_changesHead))
    , m_changesList(new ChangesList(m_changes, m_time, this))
    , m_tellTitle(heading({}, this))
    , m_tellList(new TellList(m_customers, m_time, this))
    , m_sequenceHead(new QWidget(this))
    , m_route(new MenuButton(tr("Whose list is shown"), m_sequenceHead))
    , m_breaches(plainLabel({}, this))
    , m_sequenceList(new SequenceList(m_sequence, m_time, this))
    , m_send(new QPushButton(this))
    , m_undo(new QPushButton(withKey(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z)), this))
    , m_discard(new QPushButton(tr("Discard"), this))
{
    setAccessibleName(tr("Reroute"));
    makeHeader();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_empty = makeEmpty();
    m_body = makeBody();
    m_foot = makeFoot();
    rows->addWidget(m_notice);
    rows->addWidget(m_empty, 1);
    rows->addWidget(m_body, 1);
    rows->addWidget(m_foot);
    listen();
    showStage();
}

void ReroutePane::makeHeader()
{
    m_state->setWordWrap(false);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_stop->setAccessibleName(tr("Stop searching and keep the best so far"));
    m_stop->setToolTip(m_stop->accessibleName());
    m_header->addControl(m_state);
    m_header->addControl(m_stop);
}

QWidget *ReroutePane::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(paneSide, 20, paneSide, paneSide);
    rows->setSpacing(10);
    auto *text =
        plainLabel(tr("Select a route, stops, a driver or a case and press R. Doorstep looks for a better plan, "
                      "shows what it changes and for whom, and sends nothing before you say so."),
                   page);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *start = new QPushButton(tr("Rescue the latest route"), page);
    start->setAccessibleName(tr("Rescue the latest route, together with those that are near"));
    connect(start, &QPushButton::clicked, this, &ReroutePane::startRequested);
    rows->addWidget(text);
    rows->addWidget(start, 0, Qt::AlignLeading);
    rows->addStretch(1);
    return page;
}

QScrollArea *ReroutePane::makeBody()
{
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(0);

    new FlowLayout(m_alternatives);
    m_alternatives->setContentsMargins(paneSide - 2, 0, paneSide - 2, 4);
    auto *changesRow = headRow(m_changesHead);
    m_proposed->setCheckable(true);
    m_proposed->setToolTip(withKey(tr("Now and proposed on the map"), QKeySequence(Qt::Key_B)));
    changesRow->addWidget(m_changesTitle);
    changesRow->addStretch(1);
    changesRow->addWidget(m_proposed);
    auto *sequenceRow = headRow(m_sequenceHead);
    sequenceRow->addWidget(heading(tr("Sequence — drag to change"), m_sequenceHead));
    sequenceRow->addStretch(1);
    sequenceRow->addWidget(m_route);
    m_breaches->setContentsMargins(paneSide, 2, paneSide, 4);
    m_breaches->setForegroundRole(QPalette::BrightText);
    m_tellTitle->setContentsMargins(paneSide, 8, paneSide, 4);

    auto *frame = new QVBoxLayout(m_figuresFrame);
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(m_figures);
    auto *figures = new QVBoxLayout;
    figures->setContentsMargins(paneSide - 2, 4, paneSide - 2, 0);
    figures->addWidget(m_figuresFrame);
    rows->addWidget(m_alternatives);
    rows->addWidget(m_scope);
    rows->addLayout(figures);
    rows->addWidget(m_tellTitle);
    rows->addWidget(m_tellList);
    rows->addWidget(m_changesHead);
    rows->addWidget(m_changesList);
    rows->addWidget(m_sequenceHead);
    rows->addWidget(m_breaches);
    rows->addWidget(m_sequenceList);
    rows->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("The proposal"));
    scroll->setProperty("clear", true);
    scroll->setWidget(page);
    return scroll;
}

QWidget *ReroutePane::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(paneSide, 8, paneSide, 10);
    row->setSpacing(6);
    m_send->setProperty("primary", true);
    m_undo->setAccessibleName(tr("Undo what was sent"));
    m_discard->setAccessibleName(tr("Discard this proposal"));
    row->addWidget(m_send, 1);
    row->addWidget(m_undo);
    row->addWidget(m_discard);
    return foot;
}

void ReroutePane::listen()
{
    connect(m_scope, &RerouteScope::changed, this, &ReroutePane::questionChanged);
    connect(m_scope, &RerouteScope::drawClosureRequested, this, &ReroutePane::drawClosureRequested);
    connect(m_scope, &RerouteScope::liftClosureRequested, this, &ReroutePane::liftClosureRequested);
    connect(m_notice, &Notice::actionRequested, this, &ReroutePane::retryRequested);
    connect(m_stop, &QPushButton::clicked, this, &ReroutePane::stopRequested);
    connect(m_send, &QPushButton::clicked, this, &ReroutePane::sendRequested);
    connect(m_undo, &QPushButton::clicked, this, &ReroutePane::undoRequested);
    connect(m_discard, &QPushButton::clicked, this, &ReroutePane::discardRequested);
    connect(m_proposed, &QAbstractButton::clicked, this, &ReroutePane::proposedShownRequested);
    connect(&m_changes, &RerouteChangesModel::refusalRequested, this, &ReroutePane::refusalRequested);
    connect(&m_sequence, &RerouteSequenceModel::moveRequested, this, &ReroutePane::moveRequested);
    connect(&m_customers, &RerouteTellModel::toldRequested, this, &ReroutePane::toldRequested);
    connect(&m_customers, &RerouteTellModel::untoldChanged, this, &ReroutePane::showStage);
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT stopChosen(StopId(index.data(RerouteChangesModel::StopIdRole).toString()));
    };
    static_assert(int(RerouteChangesModel::StopIdRole) == int(RerouteSequenceModel::StopIdRole)
                  && int(RerouteChangesModel::StopIdRole) == int(RerouteTellModel::StopIdRole));
    for (CardList *list : {static_cast<CardList *>(m_changesList), static_cast<CardList *>(m_tellList),
                           static_cast<CardList *>(m_sequenceList)})
        connect(list, &CardList::chosen, this, choose);
}

void ReroutePane::setDepotTime(const DepotTime &time)
{
    m_time = time;
    m_changesList->viewport()->update();
    m_sequenceList->viewport()->update();
    m_tellList->viewport()->update();
}

void ReroutePane::showQuestion(const Rerouting &asked, const QDateTime &now)
{
    m_scope->show(asked, now);
    int open = 0;
    for (const auto &stop : m_fleet.stops()) {
        if (stop.isOpen() && asked.routes.contains(stop.route))
            ++open;
    }
    const auto routes = tr("%n route(s)", nullptr, static_cast<int>(asked.routes.size()));
    m_header->setBadge(u"%1 · %2"_s.arg(routes, tr("%n stop(s)", nullptr, open)));
}

void ReroutePane::showDraft(const ProposalDraft &draft, const RouteId &route)
{
    m_shown = draft.shown();
    m_figures->show(draft.isEmpty() ? QList<FigureRow>() : RerouteWords::figures(m_shown));
    m_changes.show(draft);
    m_sequence.show(draft, route);
    fillRoutes(draft);
    showBreaches(draft);
    const int changes = m_changes.rowCount();
    m_changesTitle->setText(changes == 0 ? tr("Nothing changes") : tr("What changes"));
    showStage();
}

void ReroutePane::fillRoutes(const ProposalDraft &draft)
{
    m_route->setChoice(RerouteWords::driver(m_sequence.route(), m_fleet));
    auto *menu = m_route->menu();
    menu->clear();
    for (const auto &line : draft.shown().lines) {
        const auto name = RerouteWords::driver(line.route, m_fleet).replace(u'&', u"&&"_s);
        auto *action = menu->addAction(line.changes() ? tr("%1 · changes", "a driver").arg(name) : name);
        action->setCheckable(true);
        action->setChecked(line.route == m_sequence.route());
        connect(action, &QAction::triggered, this, [this, route = line.route] { Q_EMIT routeChosen(route); });
    }
    menu->addSeparator();
    const auto route = m_sequence.route();
    connect(menu->addAction(tr("&Leave this driver's list as it is")), &QAction::triggered, this,
            [this, route] { Q_EMIT routeRefusalRequested(route, true); });
    connect(menu->addAction(tr("&Take all that is proposed for this driver")), &QAction::triggered, this,
            [this, route] { Q_EMIT routeRefusalRequested(route, false); });
}

void ReroutePane::showBreaches(const ProposalDraft &draft)
{
    QStringList words;
    for (const auto &line : draft.shown().lines) {
        for (const auto breach : line.breaches)
            words << u"⚠ %1: %2"_s.arg(RerouteWords::driver(line.route, m_fleet), RerouteWords::of(breach));
    }
    m_breaches->setText(words.join(u'\n'));
}

void ReroutePane::setStage(Stage stage)
{
    m_stage = stage;
    showStage();
}

void ReroutePane::showStage()
{
    const bool isEmpty = m_stage == Stage::Empty;
    const bool isSent = m_stage == Stage::Sent;
    const bool hasProposal = m_shown.id.isValid();
    m_empty->setVisible(isEmpty);
    m_body->setVisible(!isEmpty);
    m_foot->setVisible(!isEmpty);
    m_stop->setVisible(m_stage == Stage::Searching);
    if (isEmpty)
        m_header->setBadge({});
    const auto drivers = static_cast<int>(m_shown.orders().size());
    m_state->setText([&] {
        switch (m_stage) {
        case Stage::Empty:
            return QString();
        case Stage::Searching:
            return tr("Searching…");
        case Stage::Draft:
            return hasProposal ? tr("Draft, not sent") : QString();
        case Stage::Checking:
            return tr("Checking…");
        case Stage::Expired:
            return tr("Expired");
        case Stage::Sent:
            return tr("Sent to %n driver(s)", nullptr, drivers);
        }
        return QString();
    }());
    m_figuresFrame->setVisible(hasProposal);
    for (QWidget *part :
         {m_changesHead, static_cast<QWidget *>(m_changesList), m_sequenceHead, static_cast<QWidget *>(m_sequenceList)})
        part->setVisible(hasProposal && !isSent);
    m_breaches->setVisible(hasProposal && !isSent && !m_breaches->text().isEmpty());
    m_tellTitle->setVisible(isSent);
    m_tellList->setVisible(isSent && m_customers.rowCount() > 0);
    const int untold = m_customers.untold();
    const auto done = m_customers.rowCount() == 0 ? tr("Nobody has to be told") : tr("All customers are told");
    m_tellTitle->setText(untold == 0 ? done : tr("%n customer(s) to tell", nullptr, untold));
    m_send->setVisible(!isSent);
    m_send->setText(withKey(tr("Send to %n driver(s)", nullptr, drivers), QKeySequence(Qt::CTRL | Qt::Key_Enter)));
    m_send->setAccessibleName(tr("Send to %n driver(s)", nullptr, drivers));
    m_send->setEnabled(canSend());
    m_undo->setVisible(isSent);
    m_undo->setEnabled(m_isUndoOffered);
    m_discard->setText(isSent ? tr("Close") : tr("Discard"));
    m_discard->setAccessibleName(isSent ? tr("Close this rerouting") : tr("Discard this proposal"));
}

bool ReroutePane::canSend() const
{
    const bool isWhole = m_stage == Stage::Draft || m_stage == Stage::Searching;
    return isWhole && m_shown.id.isValid() && !m_shown.changesNothing();
}

void ReroutePane::showProblem(const QString &text, const QString &wayOut)
{
    if (text.isEmpty())
        m_notice->hide();
    else
        m_notice->tell(Notice::Tone::Risk, text, wayOut);
}

void ReroutePane::showAlternatives(const QStringList &titles, int current)
{
    for (auto *chip : m_alternatives->findChildren<Chip *>(Qt::FindDirectChildrenOnly)) {
        chip->hide();
        chip->deleteLater();
        m_alternatives->layout()->removeWidget(chip);
    }
    m_alternatives->setVisible(titles.size() > 1);
    for (int i = 0; i < titles.size(); ++i) {
        auto *chip = new Chip(titles.at(i), m_alternatives);
        chip->setCheckable(true);
        chip->setChecked(i == current);
        chip->setAccessibleName(titles.at(i));
        m_alternatives->layout()->addWidget(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { Q_EMIT alternativeRequested(i); });
        chip->show();
    }
}

void ReroutePane::showSent(const Proposal &sent, const QDateTime &at)
{
    m_customers.show(sent, at);
    setStage(Stage::Sent);
}

void ReroutePane::setUndoOffered(bool offered)
{
    m_isUndoOffered = offered;
    m_undo->setEnabled(offered);
}

void ReroutePane::setProposedShown(bool shown)
{
    m_proposed->setChecked(shown);
}

void ReroutePane::focusChanges()
{
    if (m_tellList->isVisible())
        m_tellList->setFocus(Qt::OtherFocusReason);
    else if (m_changesList->isVisible() && m_changes.rowCount() > 0)
        m_changesList->setFocus(Qt::OtherFocusReason);
    else
        m_discard->setFocus(Qt::OtherFocusReason);
}

void ReroutePane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).panel);
}

} // namespace Doorstep

#include "moc_reroutepane.cpp"
