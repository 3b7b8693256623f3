// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/clinic/candidatelist.h"

#include "models/lists/candidatelistmodel.h"
#include "widgets/clinic/candidatedelegate.h"
#include "widgets/clinic/clinicwords.h"
#include "widgets/parts/spokenmodel.h"

#include <QKeyEvent>

namespace Doorstep {

CandidateList::CandidateList(CandidateListModel &candidates, QWidget *parent)
    : CardList(tr("Places it may be at"), parent)
{
    setModel(new SpokenModel(candidates, &ClinicWords::spoken, this));
    setItemDelegate(new CandidateDelegate(this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    const auto fit = [this] {
        updateGeometry();
        setVisible(model()->rowCount() > 0);
    };
    connect(model(), &QAbstractItemModel::rowsInserted, this, fit);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, fit);
    connect(model(), &QAbstractItemModel::modelReset, this, fit);
    connect(this, &QAbstractItemView::doubleClicked, this, &CandidateList::taken);
    fit();
}

void CandidateList::choose(int row)
{
    const auto index = model()->index(row, 0);
    if (index.isValid())
        setCurrentIndex(index);
    else
        follow({});
}

QSize CandidateList::sizeHint() const
{
    const int rows = model() == nullptr ? 0 : model()->rowCount();
    return {200, rows == 0 ? 0 : rows * sizeHintForRow(0)};
}

void CandidateList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    CardList::currentChanged(current, previous);
    Q_EMIT rowChosen(current.row());
}

void CandidateList::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_0;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier && number >= 1 && number <= 9) {
        if (number <= model()->rowCount()) {
            choose(number - 1);
            Q_EMIT chosen(currentIndex()); // also where it was current already
        }
        return; // none of the list's own search by letters
    }
    if (modifiers == Qt::NoModifier && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            Q_EMIT taken();
        return;
    }
    CardList::keyPressEvent(event);
}

} // namespace Doorstep

#include "moc_candidatelist.cpp"
