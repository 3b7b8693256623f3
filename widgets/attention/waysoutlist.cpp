// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/waysoutlist.h"

#include "widgets/parts/plainlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Doorstep {

WaysOutList::WaysOutList(QWidget *parent)
    : QWidget(parent)
    , m_why(plainLabel({}, this))
{
    setAccessibleName(tr("Ways out"));
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 2, 0, 8);
    rows->setSpacing(4);
    rows->addWidget(m_why);
    hide();
}

void WaysOutList::setWays(const QString &why, const QList<WayOut> &ways, bool isFirstBest)
{
    setVisible(!ways.isEmpty());
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    if (m_ways == ways && m_isFirstBest == isFirstBest)
        return;
    m_isFirstBest = isFirstBest;
    m_ways = ways;
    while (m_rows.size() < ways.size()) {
        auto *row = new WayOutRow(this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT chosen(row->way().id); });
        layout()->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (i < ways.size())
            m_rows.at(i)->setWay(ways.at(i), hasBest() && i == 0);
        m_rows.at(i)->setVisible(i < ways.size());
    }
    Q_EMIT changed();
}

bool WaysOutList::begin()
{
    for (auto *row : std::as_const(m_rows)) {
        if (row->isVisible() && row->isEnabled()) {
            row->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace Doorstep

#include "moc_waysoutlist.cpp"
