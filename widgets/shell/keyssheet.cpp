// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/keyssheet.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/shell/actionlist.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Doorstep {

namespace {

/// The actions of \a menu that have a key, as a block of two columns.
QWidget *block(const ActionList &actions, ActionList::Menu menu, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    auto title = ActionList::titleOf(menu);
    auto *head = plainLabel(title.remove(u'&'), box);
    head->setFont(scaled(head->font(), 1.0, QFont::DemiBold));
    grid->addWidget(head, 0, 0, 1, 2);
    int row = 1;
    for (const auto *action : actions.actions(menu)) {
        if (action->shortcut().isEmpty())
            continue;
        auto *what = plainLabel({}, box);
        grid->addWidget(what, row, 0);
        auto *key = plainLabel(action->shortcut().toString(QKeySequence::NativeText), box);
        key->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(key, row, 1, Qt::AlignTrailing);
        const auto follow = [action, what, key] { // views of the queue come and go
            what->setText(plainText(*action));
            what->setVisible(action->isVisible());
            key->setVisible(action->isVisible());
        };
        QObject::connect(action, &QAction::changed, what, follow);
        follow();
        ++row;
    }
    grid->setColumnStretch(0, 1);
    box->setVisible(row > 1);
    return box;
}

} // namespace

KeysSheet::KeysSheet(QWidget *host, const ActionList &actions)
    : Sheet(host)
{
    auto *title = plainLabel(tr("Keys"), card());
    title->setFont(scaled(title->font(), 1.3, QFont::DemiBold));
    auto *close = new QPushButton(tr("Close"), card());
    close->setAccessibleName(tr("Close the keys sheet"));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);

    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(36);
    const QList<QList<ActionList::Menu>> split{
        {ActionList::Menu::Go, ActionList::Menu::Select},
        {ActionList::Menu::View, ActionList::Menu::Window, ActionList::Menu::Help}};
    for (const auto &menus : split) {
        auto *column = new QVBoxLayout;
        for (const auto menu : menus)
            column->addWidget(block(actions, menu, sheet));
        column->addWidget(plainLabel(menus.contains(ActionList::Menu::Go)
                                         ? tr("In a list: J and K for next and previous, Home and End for its ends")
                                         : tr("In the timeline: arrow keys move, Ctrl with + and − zooms"),
                                     sheet));
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    for (auto *label : sheet->findChildren<QLabel *>())
        label->setWordWrap(true);

    auto *scroll = new QScrollArea(card());
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("All keys"));

    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 20, 24, 20);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(close);
    layout->addLayout(head);
    layout->addWidget(scroll);
    setAccessibleName(tr("Keys"));
    setFocusProxy(close);
}

QRect KeysSheet::cardGeometry(QSize area) const
{
    const QSize size(std::min(820, area.width() - 40), std::min(600, area.height() - 40));
    return {QPoint((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size};
}

} // namespace Doorstep

#include "moc_keyssheet.cpp"
