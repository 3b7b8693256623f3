// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace Doorstep {

/// Who else has something before them: initials in rings, filled for those who edit it, the names in the tooltip.
class PeopleMarks : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleMarks(QWidget *parent = nullptr);

    /// \a editing are among \a looking. Nobody hides it.
    void setPeople(const QStringList &looking, const QStringList &editing);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_looking;
    QStringList m_editing;
};

} // namespace Doorstep
