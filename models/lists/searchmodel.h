// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/searchindex.h"

#include <QAbstractListModel>
#include <QSet>

namespace Doorstep {

class Fleet;

/// Finds drivers, routes and stops by what a person types: parts of words, in any order, accents and case aside, small
/// typos forgiven. The best fifty, best first.
///
/// The index is kept up to date with the fleet: what changed is indexed anew when something is looked for.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Driver, Stop, Route };
    Q_ENUM(Kind)

    enum Role : quint16 {
        KindRole = Qt::UserRole, ///< SearchModel::Kind
        IdRole, ///< QString: of the driver, stop or route
        TitleRole, ///< QString: name, address line; also Qt::DisplayRole
        DetailRole, ///< QString: phone; customer; the vehicle's name of a route
        TrackingNumberRole, ///< QString: of a stop, the one that matches best
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

    /// Brings the index up to date; setQuery() does it too. Call it when idle, so that the first key does not wait.
    void catchUp();

private:
    struct Result
    {
        Kind kind = Kind::Stop;
        QString id;
        double score = 0.0;
    };

    void follow();
    void reindexStop(const QString &id);
    void reindexDriver(const QString &id);
    void reindexRoute(const QString &id);
    [[nodiscard]] QVariant driverData(const Result &result, int role) const;
    [[nodiscard]] QVariant stopData(const Result &result, int role) const;
    [[nodiscard]] QVariant routeData(const Result &result, int role) const;

    const Fleet &m_fleet;
    SearchIndex m_index;
    QString m_query;
    QList<Result> m_results;
    QSet<QString> m_dirty; ///< Keys "s…", "d…", "r…".
    bool m_isAllDirty = true;
};

} // namespace Doorstep
