// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/conflicttray.h"

#include "models/domain/clock.h"
#include "widgets/conflicts/setbackdelegate.h"
#include "widgets/conflicts/setbackview.h"
#include "widgets/parts/cardlist.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/parts/spokenmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Doorstep {

ConflictTray::ConflictTray(QWidget *host, SetbackListModel &setbacks, const Fleet &fleet, const Clock &clock)
    : Sheet(host)
    , m_setbacks(setbacks)
    , m_clock(clock)
    , m_words(fleet)
    , m_title(new QLabel(card()))
    , m_list(new CardList(tr("Decisions that were not taken"), card()))
    , m_view(new SetbackView(m_words, card()))
    , m_buttons(new QWidget(card()))
{
    setAccessibleName(tr("Decisions that were not taken"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(scaled(font(), 1.2, QFont::DemiBold));
    m_list->setModel(new SpokenModel(
        setbacks,
        [](const QModelIndex &index) {
            return u"%1. %2"_s.arg(index.data().toString(),
                                   RefusalWords::of(index.data(SetbackListModel::CodeRole).toString(),
                                                    index.data(SetbackListModel::FieldRole).toString()));
        },
        this));
    m_list->setItemDelegate(new SetbackDelegate(m_words, clock, m_list));
    m_list->setEmptyText(tr("Everything you decided was taken."));
    m_list->setFixedWidth(250);
    m_list->installEventFilter(this);

    auto *close = new QPushButton(tr("Close"), card());
    close->setAccessibleName(tr("Close the tray"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);

    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 8, 0, 0);
    m_mine = addButton(tr("Keep mine"), u"M"_s, &ConflictTray::keepMineRequested);
    m_theirs = addButton(tr("Take theirs"), u"T"_s, &ConflictTray::takeTheirsRequested);
    m_edit = addButton(tr("Edit…"), u"E"_s, &ConflictTray::editRequested);
    m_again = addButton(tr("Try again"), u"R"_s, &ConflictTray::tryAgainRequested);
    m_clear = addButton(tr("Clear"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText),
                        &ConflictTray::clearRequested);
    auto *look = addButton(tr("Show it"), u"F"_s, nullptr);
    connect(look, &QPushButton::clicked, this, [this] {
        if (const auto *setback = current()) {
            const auto about = setback->about;
            dismiss();
            Q_EMIT subjectRequested(about);
        }
    });
    row->insertStretch(row->count() - 1, 1);

    auto *chosen = new QVBoxLayout;
    chosen->addWidget(m_view, 1);
    chosen->addWidget(m_buttons);
    auto *body = new QHBoxLayout;
    body->setSpacing(18);
    body->addWidget(m_list);
    body->addLayout(chosen, 1);
    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addLayout(body, 1);

    follow();
    showCount();
}

/// What is shown follows the list.
void ConflictTray::follow()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictTray::showCurrent);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_list->model(), signal, this, [this] {
            showCount();
            showCurrent();
        });
    connect(m_list->model(), &QAbstractItemModel::modelReset, this, [this] {
        m_authors.clear();
        showCount();
        showCurrent();
    });
    connect(m_list->model(), &QAbstractItemModel::dataChanged, this, &ConflictTray::showCurrent);
}

QPushButton *ConflictTray::addButton(const QString &text, const QString &hint,
                                     void (ConflictTray::*wish)(const CommandId &))
{
    auto *button = new QPushButton(text, m_buttons);
    button->setAccessibleName(text);
    button->setToolTip(tr("%1 (%2)", "what a button does, its key").arg(text, hint));
    m_buttons->layout()->addWidget(button);
    if (wish != nullptr)
        connect(button, &QPushButton::clicked, this, [this, wish] {
            if (const auto *setback = current())
                Q_EMIT(this->*wish)(CommandId(setback->id));
        });
    return button;
}

void ConflictTray::setDepotTime(const DepotTime &time)
{
    m_words.setDepotTime(time);
    showCurrent();
}

void ConflictTray::openAt(const CommandId &setback)
{
    const auto known = m_setbacks.indexOf(setback);
    m_list->setCurrentIndex(m_list->model()->index(known.isValid() ? known.row() : 0, 0));
    open(m_list);
    showCurrent();
}

void ConflictTray::setAuthor(const CommandId &setback, const UserId &author, const QDateTime &at)
{
    m_authors.insert(setback, {.user = author, .at = at});
    showCurrent();
}

const Setback *ConflictTray::current() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 || row >= m_setbacks.rowCount() ? nullptr : &m_setbacks.at(row);
}

QString ConflictTray::theirs(const Setback &setback) const
{
    const auto author = m_authors.constFind(setback.id);
    if (author == m_authors.cend() || !author->user.isValid())
        return {};
    return tr("It was %1, %2.", "name, time")
        .arg(m_words.person(author->user), m_words.when(author->at, m_clock.now()));
}

void ConflictTray::showCount()
{
    const int count = m_setbacks.rowCount();
    m_title->setText(count == 0 ? tr("Nothing is waiting for you")
                                : tr("%n decision(s) of yours were not taken", nullptr, count));
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

void ConflictTray::showCurrent()
{
    if (!isVisible())
        return;
    const auto *setback = current();
    m_view->setVisible(setback != nullptr);
    m_buttons->setVisible(setback != nullptr);
    if (setback == nullptr)
        return;
    const bool isConflict = setback->kind == Setback::Kind::Conflict;
    const bool isEdit = isConflict
        && std::ranges::all_of(setback->fields,
                               [](const auto &field) {
                                   return field.mine.metaType() != QMetaType::fromType<QList<StopId>>()
                                       && field.name != "status"_L1 && field.name != "owner"_L1
                                       && field.name != "duty"_L1 && field.name != "resolution"_L1;
                               })
        && !setback->fields.isEmpty();
    m_mine->setVisible(isConflict);
    m_mine->setEnabled(setback->canTryAgain);
    m_theirs->setVisible(isConflict);
    m_edit->setVisible(isEdit);
    m_again->setVisible(!isConflict);
    m_again->setEnabled(setback->canTryAgain);
    m_clear->setVisible(!isConflict);
    // What the person wanted, where it can still be done.
    auto *primary = isConflict ? m_theirs : m_clear;
    if (setback->canTryAgain)
        primary = isConflict ? m_mine : m_again;
    for (auto *button : {m_mine, m_theirs, m_edit, m_again, m_clear}) {
        button->setProperty("primary", button == primary);
        button->style()->unpolish(button); // looks at the property again
        button->style()->polish(button);
    }
    m_view->show(*setback, theirs(*setback), m_clock.now());
    if (isConflict && !m_authors.contains(setback->id)) {
        m_authors.insert(setback->id, {});
        Q_EMIT authorRequested(setback->id);
    }
}

QRect ConflictTray::cardGeometry(QSize area) const
{
    const QSize size(std::min(980, area.width() - 40), std::min(620, area.height() - 40));
    return {QPoint((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size};
}

bool ConflictTray::takeKey(int key)
{
    const auto click = [](QPushButton *button) {
        if (button->isVisible())
            button->click();
        return true;
    };
    switch (key) {
    case Qt::Key_M:
        return click(m_mine);
    case Qt::Key_T:
        return click(m_theirs);
    case Qt::Key_E:
        return click(m_edit);
    case Qt::Key_R:
        return click(m_again);
    case Qt::Key_Delete:
        return click(m_clear);
    default:
        return false;
    }
}

void ConflictTray::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event->key()))
        Sheet::keyPressEvent(event);
}

// A list looks for rows that begin with a letter; here letters do something.
bool ConflictTray::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Sheet::eventFilter(watched, event);
}

} // namespace Doorstep

#include "moc_conflicttray.cpp"
