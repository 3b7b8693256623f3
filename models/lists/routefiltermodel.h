// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCollator>
#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

#include <array>
#include <memory>

namespace Doorstep {

class RouteListModel;

/// The routes of the day, filtered and sorted for a list that a person is pointing at.
///
/// Rows never change places, come or go while holdOrder(true) holds: views call it while the pointer is over them or a
/// row is pressed. What came meanwhile is sorted in on holdOrder(false).
class RouteFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Filter : quint8 { All, Late, AtRisk, Silent };
    Q_ENUM(Filter)
    /// Slack: least first, silent drivers (unknown) after the late ones. Progress: least done first.
    enum class Order : quint8 { Slack, Name, NextArrival, Progress };
    Q_ENUM(Order)

    /// \a routes must outlive the model.
    explicit RouteFilterModel(RouteListModel &routes, QObject *parent = nullptr);

    [[nodiscard]] Filter filter() const noexcept { return m_filter; }
    void setFilter(Filter filter);
    [[nodiscard]] Order order() const noexcept { return m_order; }
    void setOrder(Order order);
    void holdOrder(bool isHeld);
    [[nodiscard]] bool isOrderHeld() const noexcept { return m_isHeld; }

    /// How many routes of the day \a filter shows.
    [[nodiscard]] int count(Filter filter) const { return m_counts[static_cast<std::size_t>(filter)]; }

    /// The proxy row of a route; invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &routeId) const;

Q_SIGNALS:
    void countsChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void resort();
    void recount();
    [[nodiscard]] double orderKey(const QModelIndex &source) const;
    void makeKeys();
    [[nodiscard]] static bool accepts(Filter filter, const QModelIndex &source);

    Filter m_filter = Filter::All;
    Order m_order = Order::Slack;
    bool m_isHeld = false;
    QSet<QString> m_heldRoutes; ///< Shown when the order was held: neither more nor fewer are until it is let go.
    using NameKey = std::shared_ptr<const QCollatorSortKey>;
    QList<std::pair<double, NameKey>> m_keys; ///< By source row, made once a sort.
    QHash<QString, NameKey> m_nameKeys; ///< Names are few and their keys dear.
    QCollator m_collator;
    std::array<int, 4> m_counts{};
};

} // namespace Doorstep
