// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

class QLabel;
class QPainter;

namespace Doorstep {

/// What can be done about a case, and what would come of it.
struct WayOut
{
    QString id; ///< For whoever offers it.
    QString title; ///< "Try again today with Ana, before Rivera 2100".
    QString consequence; ///< One line, said before it is chosen: "At 15:40, in time · +6 min · no window missed".
    bool costs = false; ///< It breaks something: said with a sign, too.
    bool isPossible = true; ///< Otherwise the consequence says why not.

    bool operator==(const WayOut &) const = default;
};

/// One way out, as a button of two lines.
class WayOutRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WayOutRow(QWidget *parent = nullptr);

    [[nodiscard]] const WayOut &way() const noexcept { return m_way; }
    /// \a isBest: it has the weight of the one that is advised.
    void setWay(const WayOut &way, bool isBest);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintSign(QPainter &painter) const;
    void paintKey(QPainter &painter) const;
    [[nodiscard]] int signWidth() const;
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] static QString keyText();

    WayOut m_way;
    bool m_isBest = false;
    QLabel *m_title;
    QLabel *m_consequence;
};

} // namespace Doorstep
