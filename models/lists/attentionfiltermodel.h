// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/user.h"

#include <QDateTime>
#include <QSortFilterProxyModel>

#include <array>

namespace Doorstep {

class AttentionListModel;
class Selection;

/// What needs a decision, without what was closed or put off; or only what the person took or follows, what nobody
/// took, what was escalated, what is put off, what was closed. Of every kind or of one. What another case says for many
/// is shown in its place, unless one asks for that kind.
class AttentionFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Filter : quint8 { Open, Mine, Followed, Unassigned, Escalated, Snoozed, Closed };
    Q_ENUM(Filter)
    static constexpr std::array filters{Filter::Open,      Filter::Mine,    Filter::Followed, Filter::Unassigned,
                                        Filter::Escalated, Filter::Snoozed, Filter::Closed};

    /// \a concerns must outlive the model.
    explicit AttentionFilterModel(AttentionListModel &concerns, QObject *parent = nullptr);

    [[nodiscard]] Filter filter() const noexcept { return m_filter; }
    void setFilter(Filter filter);
    /// Shows only those of the kind that \a word names (kindWordOf()); all when it is empty.
    void setKind(const QString &word);
    [[nodiscard]] const QString &kind() const noexcept { return m_kind; }
    /// The words of the kinds that the filter lets through, with how many there are of each.
    [[nodiscard]] QMap<QString, int> kinds() const;
    /// Whose "mine" is.
    void setPerson(const UserId &person);
    /// It is \a now: what was put off until then comes back.
    void setNow(const QDateTime &now);

    /// Rows under \a filter, whichever is in force.
    [[nodiscard]] int count(Filter filter) const { return m_counts[static_cast<std::size_t>(filter)]; }
    [[nodiscard]] AttentionListModel &source() const { return m_concerns; }
    /// Invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    /// That of the selection, or of the case that says it for many.
    [[nodiscard]] QModelIndex indexOf(const Selection &selection) const;

Q_SIGNALS:
    void countsChanged();

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

        bool operator==(const Standing &) const = default;
    };
    [[nodiscard]] Standing standingOf(int row) const;
    [[nodiscard]] static bool accepts(const Standing &standing, Filter filter);
    void count(const Standing &standing, int sign);
    void follow();
    void recount();
    void tellCounts();

    AttentionListModel &m_concerns;
    Filter m_filter = Filter::Open;
    QString m_kind; ///< Empty: every kind.
    UserId m_person;
    QDateTime m_now;
    QList<Standing> m_standings; ///< Of each row of the source, so that a change costs what it changes.
    std::array<int, filters.size()> m_counts{};
    std::array<int, filters.size()> m_toldCounts{};
};

} // namespace Doorstep
