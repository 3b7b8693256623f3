// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/cardlist.h"
#include "widgets/parts/depottime.h"

namespace Doorstep {

class RerouteChangesModel;
class RerouteSequenceModel;
class RerouteTellModel;

/// A list as high as its first rows, of which each is checked by Space or a click on its box. Delete takes the check
/// away.
class CheckedList : public CardList
{
    Q_OBJECT
public:
    explicit CheckedList(const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    void setModel(QAbstractItemModel *model) override;
    void toggle(const QModelIndex &index);

Q_SIGNALS:
    void activatedRow(const QModelIndex &index); ///< Enter or a double click.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
};

/// What a proposal changes.
class ChangesList : public CheckedList
{
    Q_OBJECT
public:
    /// \a time outlives it, as \a changes does.
    ChangesList(RerouteChangesModel &changes, const DepotTime &time, QWidget *parent = nullptr);
};

/// Whom to tell, once a plan was sent.
class TellList : public CheckedList
{
    Q_OBJECT
public:
    TellList(RerouteTellModel &customers, const DepotTime &time, QWidget *parent = nullptr);
};

/// A driver's list: drag a stop, or move it by Alt and the arrows.
class SequenceList : public CardList
{
    Q_OBJECT
public:
    SequenceList(RerouteSequenceModel &sequence, const DepotTime &time, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    RerouteSequenceModel &m_sequence;
};

} // namespace Doorstep
