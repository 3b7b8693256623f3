// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

class QMenu;

namespace Doorstep {

/// A line of a question: what it is about at the begin, what is chosen at the end; a click opens its menu.
class ChoiceRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ChoiceRow(const QString &label, QWidget *parent = nullptr);

    /// One that has nothing to choose from only says what is so.
    void setChoice(const QString &text, const QString &toolTip = {});
    [[nodiscard]] const QString &choice() const noexcept { return m_choice; }
    /// Filled anew by menuRequested() each time it opens.
    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    void setFixed();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void menuRequested(QMenu &menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();

    QString m_label;
    QString m_choice;
    QMenu *m_menu;
    bool m_isFixed = false;
};

} // namespace Doorstep
