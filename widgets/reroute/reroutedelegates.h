// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QStyledItemDelegate>

namespace Doorstep {

/// Where the box of a checked row is.
[[nodiscard]] QRect checkBoxOf(const QStyleOptionViewItem &option);

/// A row of a list: who, where, when; \a time must outlive it.
class RerouteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RerouteDelegate(const DepotTime &time, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_time(time)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const = 0;
    [[nodiscard]] const DepotTime &time() const { return m_time; }

private:
    const DepotTime &m_time;
};

/// Box, both drivers, address, old and new time. A refused one is struck out.
class ChangeDelegate : public RerouteDelegate
{
    Q_OBJECT
public:
    using RerouteDelegate::RerouteDelegate;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Box, customer, phone, new time.
class TellDelegate : public RerouteDelegate
{
    Q_OBJECT
public:
    using RerouteDelegate::RerouteDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Number, address, what becomes of it, arrival, how much is left of the window.
class SequenceDelegate : public RerouteDelegate
{
    Q_OBJECT
public:
    using RerouteDelegate::RerouteDelegate;

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// What is left of the row.
    [[nodiscard]] static QRectF paintNumber(QPainter &painter, const QStyleOptionViewItem &option, int number);
    static void paintEnds(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          QRectF &rest);
};

} // namespace Doorstep
