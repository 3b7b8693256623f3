// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

namespace Doorstep {

/// The icon `:/icons/NAME.svg`, drawn in the colour of text: sharp at any size and scale, and right again after a
/// change of theme. An unknown name gives an empty drawing, never another icon.
[[nodiscard]] QIcon icon(const QString &name);

/// The same drawing in one fixed \a color, as a pixmap of \a size for a screen of \a devicePixelRatio.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &color, QSize size, qreal devicePixelRatio);

} // namespace Doorstep
