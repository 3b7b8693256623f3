// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/about.h"

#include "widgets/parts/fonts.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

About::About(QWidget *host)
    : Sheet(host)
    , m_close(new QPushButton(tr("Close"), card()))
{
    setAccessibleName(tr("About Doorstep"));
    auto *title = new QLabel(u"Doorstep %1"_s.arg(QCoreApplication::applicationVersion()), card());
    title->setFont(scaled(font(), 1.5, QFont::Bold));
    auto *text = new QLabel(tr("The console for the last mile: live deliveries, in time or said in time.\n\n"
                               "Free software under the Apache License 2.0. Built with Qt %1.\n"
                               "Map data © OpenStreetMap contributors, Open Database License.")
                                .arg(QLatin1StringView(qVersion())),
                            card());
    text->setWordWrap(true);
    m_close->setAccessibleName(tr("Close"));
    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(28, 24, 28, 20);
    layout->setSpacing(14);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addStretch(1);
    layout->addWidget(m_close, 0, Qt::AlignTrailing);
    connect(m_close, &QPushButton::clicked, this, &Sheet::dismiss);
}

void About::openAbout()
{
    open(m_close);
}

QRect About::cardGeometry(QSize area) const
{
    const QSize size(std::min(460, area.width() - 40), std::min(250, area.height() - 40));
    return {QPoint((area.width() - size.width()) / 2, (area.height() - size.height()) / 2), size};
}

} // namespace Doorstep

#include "moc_about.cpp"
