// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QTimer>

namespace Doorstep {

/// A list of cards: one column, one selected row, J and K beside the arrow keys, says when the pointer comes and goes.
class CardList : public QListView
{
    Q_OBJECT
public:
    explicit CardList(const QString &accessibleName, QWidget *parent = nullptr);

    /// What is said in the middle while there are no rows.
    void setEmptyText(const QString &text);
    /// Makes \a index current and visible without `chosen`: the selection came from elsewhere.
    void follow(const QModelIndex &index);

Q_SIGNALS:
    /// The person moved to this row.
    void chosen(const QModelIndex &index);
    /// While true, rows should not change places: the pointer moves over them. One that rests for a while points at
    /// nothing.
    void pointingChanged(bool pointing);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void point(bool isPointing);

    QString m_emptyText;
    QTimer m_rest; ///< Since the pointer moved last.
    bool m_isPointing = false;
    bool m_following = false;
};

} // namespace Doorstep
