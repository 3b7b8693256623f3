// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <vector>

class QAction;

namespace Doorstep {

class ActionList;

/// One thing that a search found. `kind` and `id` are what to select: "driver", "stop", …
struct SearchHit
{
    QString kind;
    QString id;
    QString title;
    QString detail;
    QString iconName;
    bool isGuess = false; ///< Not what was typed, only like it.
};

/// What is found for \a query, best first, at most \a limit. Called on the UI thread while typing: quick.
using SearchFunction = std::function<QList<SearchHit>(const QString &query, int limit)>;

/// The lines of the command palette: what the search finds, then the actions whose words match, then guesses.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        DetailRole = Qt::UserRole, ///< QString
        KeyRole, ///< QString, the shortcut as printed on keys
        IconNameRole, ///< QString
        IsActionRole, ///< bool
    };

    PaletteModel(const ActionList &actions, SearchFunction search, QObject *parent = nullptr);

    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    /// The action of \a row, or null for something found.
    [[nodiscard]] QAction *action(int row) const;
    [[nodiscard]] const SearchHit &hit(int row) const { return m_rows.at(static_cast<size_t>(row)).hit; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void appendHits(const QList<SearchHit> &hits, bool guesses);
    void appendActions(const QString &text);

    struct Row
    {
        SearchHit hit;
        QAction *action = nullptr;
    };

    const ActionList &m_actions;
    SearchFunction m_search;
    QString m_query;
    std::vector<Row> m_rows;
};

} // namespace Doorstep
