// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/queueview.h"

#include <QDateTime>
#include <QSortFilterProxyModel>

#include <array>

namespace Doorstep {

class AttentionListModel;
class Selection;

/// What needs a decision, without what was closed or put off; or only what the person took or follows, what nobody
/// took, what was escalated, what is put off, what was closed. Of every kind, driver and depot or of one. What another
/// case says for many is shown in its place, unless one asks for that kind.
class AttentionFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using Filter = QueueView::Filter;
    /// Somebody or something that cases are of, and how many of them there are.
    struct Share
    {
        QString id;
        QString name;
        int count = 0;

        bool operator==(const Share &) const = default;
    };

    /// \a concerns must outlive the model.
    explicit AttentionFilterModel(AttentionListModel &concerns, QObject *parent = nullptr);

    [[nodiscard]] const QueueView &view() const noexcept { return m_view; }
    void setView(const QueueView &view);
    /// The words of the kinds that the rest of the view lets through, with how many there are of each.
    [[nodiscard]] QMap<QString, int> kinds() const;
    /// Whose cases the rest of the view lets through, those with the most first; \a most of them at most.
    [[nodiscard]] QList<Share> drivers(qsizetype most) const;
    /// All depots by name, also those without a case.
    [[nodiscard]] QList<Share> depots() const;
    /// Empty when nobody has that id.
    [[nodiscard]] QString nameOf(const DriverId &driver) const;
    [[nodiscard]] QString nameOf(const DepotId &depot) const;
    /// Whose "mine" is.
    void setPerson(const UserId &person);
    /// It is \a now: what was put off until then comes back.
    void setNow(const QDateTime &now);

    /// Rows under \a filter, whichever is in force, of the driver and the depot of the view and of every kind.
    [[nodiscard]] int count(Filter filter) const { return m_counts[static_cast<std::size_t>(filter)]; }
    [[nodiscard]] AttentionListModel &source() const { return m_concerns; }
    /// Invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// That of the selection, or of the case that says it for many.
    [[nodiscard]] QModelIndex indexOf(const Selection &selection) const;

Q_SIGNALS:
    void countsChanged();
    /// Another view is in force, and its rows are here.
    void viewChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    struct Standing
    {
        bool isClosed = false;
        bool isSnoozed = false;
        bool isMine = false;
        bool isTaken = false;
        bool isEscalated = false;
        bool isFollowed = false;
        bool isPart = false; ///< Of a case that says it for many.
        bool isElsewhere = false; ///< Of another driver or depot than the view's.

        bool operator==(const Standing &) const = default;
    };
    [[nodiscard]] Standing standingOf(int row) const;
    [[nodiscard]] bool isElsewhere(int row) const;
    [[nodiscard]] bool isOfKind(int row) const;
    [[nodiscard]] bool isShown(Standing standing) const;
    [[nodiscard]] static bool accepts(const Standing &standing, Filter filter);
    void count(const Standing &standing, int sign);
    void follow();
    void recount();
    void tellCounts();

    AttentionListModel &m_concerns;
    QueueView m_view;
    UserId m_person;
    QDateTime m_now;
    QList<Standing> m_standings; ///< Of each row of the source, so that a change costs what it changes.
    std::array<int, QueueView::filters.size()> m_counts{};
    std::array<int, QueueView::filters.size()> m_toldCounts{};
};

} // namespace Doorstep
