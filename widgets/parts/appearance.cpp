// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/appearance.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/stylesheet.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace Doorstep {

Appearance::Appearance(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(uiFont());
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_scheme == Scheme::System)
            apply();
    });
    apply();
}

bool Appearance::isDark() const
{
    if (m_scheme != Scheme::System)
        return m_scheme == Scheme::Dark;
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

void Appearance::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
}

void Appearance::apply()
{
    const auto &theme = isDark() ? Theme::dark() : Theme::light();
    QApplication::setPalette(theme.palette());
    m_application.setStyleSheet(styleSheetOf(theme));
    Q_EMIT changed();
}

} // namespace Doorstep

#include "moc_appearance.cpp"
