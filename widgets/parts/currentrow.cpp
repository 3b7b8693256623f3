// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/currentrow.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace Doorstep {

namespace {

class CurrentRow : public QObject
{
public:
    explicit CurrentRow(QAbstractItemView &view)
        : QObject(&view)
        , m_view(view)
    {
        using Model = QAbstractItemModel;
        const auto *model = view.model();
        Q_ASSERT(model);
        const auto look = [this] { m_wasInSight = m_wasInSight || isInSight(m_view.viewport()->size()); };
        const auto restore = [this] { follow(); };
        for (const auto &signal : {&Model::rowsAboutToBeInserted, &Model::rowsAboutToBeRemoved})
            connect(model, signal, this, look);
        for (const auto &signal : {&Model::rowsInserted, &Model::rowsRemoved})
            connect(model, signal, this, restore, Qt::QueuedConnection); // the view lays out first
        connect(model, &Model::layoutAboutToBeChanged, this, look);
        connect(model, &Model::layoutChanged, this, restore, Qt::QueuedConnection);
        view.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Resize) {
            m_wasInSight = m_wasInSight || isInSight(static_cast<QResizeEvent *>(event)->oldSize());
            QMetaObject::invokeMethod(this, &CurrentRow::follow, Qt::QueuedConnection);
        }
        return false;
    }

private:
    // A view that was never laid out has nothing in sight yet: there the current row is what it should begin with.
    [[nodiscard]] bool isInSight(QSize size) const
    {
        const auto current = m_view.currentIndex();
        if (!current.isValid() || !m_view.hasAutoScroll()) // whoever took that away scrolls by themselves
            return false;
        if (size.isEmpty())
            return true;
        const auto row = m_view.visualRect(current);
        return row.top() >= 0 && row.bottom() < size.height(); // half a row at the edge is on its way out
    }

    void follow()
    {
        if (!std::exchange(m_wasInSight, false))
            return;
        if (const auto current = m_view.currentIndex(); current.isValid()) {
            const int across = m_view.horizontalScrollBar()->value();
            m_view.scrollTo(current, QAbstractItemView::EnsureVisible);
            m_view.horizontalScrollBar()->setValue(across);
        }
    }

    QAbstractItemView &m_view;
    bool m_wasInSight = false;
};

} // namespace

void keepCurrentInSight(QAbstractItemView &view)
{
    new CurrentRow(view); // owned by the view
}

} // namespace Doorstep
