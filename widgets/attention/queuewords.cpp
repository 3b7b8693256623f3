// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/queuewords.h"

#include "models/lists/attentionfiltermodel.h"
#include "widgets/attention/concernwords.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

QString QueueWords::filterName(QueueView::Filter filter)
{
    using Filter = QueueView::Filter;
    switch (filter) {
    case Filter::Open:
        return tr("Open", "cases that are");
    case Filter::Mine:
        return tr("Mine", "cases that are");
    case Filter::Unassigned:
        return tr("Nobody's", "cases that nobody has taken");
    case Filter::Followed:
        return tr("Followed", "cases that one follows");
    case Filter::Escalated:
        return tr("Escalated", "cases that were");
    case Filter::Snoozed:
        return tr("Snoozed", "cases that are");
    case Filter::Closed:
        return tr("Closed", "cases that are");
    }
    std::unreachable();
}

QString QueueWords::sentence(const QueueView &view, const AttentionFilterModel &cases)
{
    QStringList parts;
    if (view.filter != QueueView::Filter::Open || view == QueueView())
        parts.append(filterName(view.filter));
    if (!view.kind.isEmpty())
        parts.append(ConcernWords::kindName(view.kind));
    const auto known = [](const QString &name, const QString &otherwise) { return name.isEmpty() ? otherwise : name; };
    if (view.driver.isValid())
        parts.append(known(cases.nameOf(view.driver), tr("A driver who is not here")));
    if (view.depot.isValid())
        parts.append(known(cases.nameOf(view.depot), tr("A depot that is not here")));
    return parts.join(u" · "_s);
}

} // namespace Doorstep
