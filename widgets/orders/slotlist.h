// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/slot.h"
#include "widgets/parts/depottime.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;

namespace Doorstep {

/// The windows of today that can be promised, to choose from: when, who comes, how sure that is, how much there is to
/// spare and what it costs. Says so while nobody knows, and when there is none.
class SlotList : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        Slot slot;
        QString driver;

        bool operator==(const Row &) const = default;
    };

    explicit SlotList(QWidget *parent = nullptr);

    void showAsking();
    void showNothing(const QString &why);
    /// The one that was chosen stays so while it is offered.
    void showRows(const QList<Row> &rows, const DepotTime &time);
    /// The chosen one; none when none is.
    [[nodiscard]] std::optional<Slot> chosen() const;
    void chooseNone();

Q_SIGNALS:
    void slotChosen(const Doorstep::Slot &slot);

private:
    [[nodiscard]] int rowHeight() const;

    QLabel *m_state;
    QListWidget *m_list;
    QList<Row> m_rows;
};

} // namespace Doorstep
