// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Doorstep {

/// Looks like the search field it opens: the command palette, where typing happens.
class SearchButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchButton(const QKeySequence &shortcut, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

/// A key as it is printed on a keyboard: a small framed label. Returns its width.
int paintKey(QPainter &painter, const QRect &area, const QString &key, const QPalette &palette);

} // namespace Doorstep
