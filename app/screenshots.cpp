// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/screenshots.h"

#include "app/workplace.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/workbench.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {

Screenshots::Screenshots(Workplace &workplace, Appearance &appearance, QString directory, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_appearance(appearance)
    , m_directory(std::move(directory))
{
    for (const auto size : {QSize(1600, 1000), QSize(1280, 720)})
        for (const auto scheme : {Appearance::Scheme::Light, Appearance::Scheme::Dark})
            for (const auto arrangement : arrangements)
                m_shots.append({.scheme = scheme, .size = size, .arrangement = arrangement});
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        const auto shot = m_shots.takeFirst();
        const auto name = u"%1/%2_%3_%4x%5.png"_s
                              .arg(m_directory, wordOf(shot.arrangement),
                                   shot.scheme == Appearance::Scheme::Dark ? u"dark"_s : u"light"_s)
                              .arg(shot.size.width())
                              .arg(shot.size.height());
        m_allWritten = write(m_workplace, name) && m_allWritten;
        next();
    });
}

void Screenshots::begin()
{
    QDir().mkpath(m_directory);
    next();
}

void Screenshots::next()
{
    if (m_shots.isEmpty()) {
        Q_EMIT finished(m_allWritten);
        return;
    }
    const auto &shot = m_shots.first();
    auto &window = m_workplace.window();
    // All tiles of a map are others after a change of colours.
    m_settled.setInterval(shot.scheme == m_appearance.scheme() ? 2'500ms : 6'000ms);
    m_appearance.setScheme(shot.scheme);
    window.resize(shot.size);
    window.workbench().showArrangement(shot.arrangement);
    window.workbench().resetArrangement();
    m_settled.start();
}

bool Screenshots::write(const Workplace &workplace, const QString &file)
{
    return workplace.window().grab().save(file);
}

} // namespace Doorstep

#include "moc_screenshots.cpp"
