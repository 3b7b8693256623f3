// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/searchindex.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

namespace Doorstep {

class Fleet;

/// Finds drivers, routes and stops by what a person types: parts of words, in any order, accents and case aside, small
/// typos forgiven. The best fifty, best first.
///
/// What changed in the fleet is indexed a few milliseconds at a time while nothing else happens; a query brings the
/// rest up to date first.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Driver, Route, Stop };
    Q_ENUM(Kind)

    enum Role : quint16 {
        KindRole = Qt::UserRole, ///< SearchModel::Kind
        IdRole, ///< QString: of the driver, route or stop
        TitleRole, ///< QString: the driver's name (also of a route), or the address line; also Qt::DisplayRole
        DetailRole, ///< QString: the phone, the vehicle's name, or the customer
        TrackingNumberRole, ///< QString: of a stop, its first parcel's
        ScoreRole, ///< double, 0 to 1
        DriverIdRole, ///< QString; empty when nobody drives there
    };
    Q_ENUM(Role)

    static constexpr int mostResults = 50;

    /// \a fleet must outlive the model.
    explicit SearchModel(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString query() const { return m_query; }
    /// Searches at once; an empty query finds nothing.
    void setQuery(const QString &query);
    /// Indexes what is left to index, now.
    void catchUp();
    [[nodiscard]] bool isUpToDate() const { return m_dirty.isEmpty(); }

private:
    struct Result
    {
        Kind kind = Kind::Stop;
        QString id;
        double score = 0.0;
    };

    void follow();
    void markAll();
    void reindexAWhile();
    void reindex(const QString &key);
    void search();
    [[nodiscard]] QString textOf(const QString &key) const;
    [[nodiscard]] QVariant driverData(const Result &result, int role) const;
    [[nodiscard]] QVariant routeData(const Result &result, int role) const;
    [[nodiscard]] QVariant stopData(const Result &result, int role) const;

    const Fleet &m_fleet;
    SearchIndex m_index;
    QString m_query;
    QList<Result> m_results;
    QSet<QString> m_dirty; ///< Keys: a letter for the kind, then the id.
    QString m_resumeAt; ///< The one in m_dirty that is next.
    QTimer m_idle;
};

} // namespace Doorstep
