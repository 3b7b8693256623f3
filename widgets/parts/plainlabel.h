// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QStyle>

namespace Doorstep {

/// To the side where reading begins in \a where, whatever letters the text has: a label alone goes by its first one, so
/// that names in Latin letters would stand far from their headings in a mirrored window.
[[nodiscard]] inline Qt::Alignment leadingIn(const QWidget *where)
{
    return QStyle::visualAlignment(where->layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter;
}

/// A label that wraps and never reads what others wrote as markup. \a parent owns it.
[[nodiscard]] inline QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setAlignment(leadingIn(label));
    return label;
}

} // namespace Doorstep
