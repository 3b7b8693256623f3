// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/icons.h"

#include "widgets/parts/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

class TintedIconEngine : public QIconEngine
{
public:
    explicit TintedIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, iconPixmap(m_name, color(mode, state), rect.size(), ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_name, color(mode, state), size, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return iconPixmap(m_name, color(mode, state), size / scale, scale);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(m_name); }

private:
    [[nodiscard]] static QColor color(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QGuiApplication::palette();
        const auto &theme = Theme::of(palette);
        if (mode == QIcon::Disabled)
            return mixed(theme.muted, theme.panel, 0.5F);
        return state == QIcon::On ? theme.accent : theme.text;
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIconEngine(name));
}

QPixmap iconPixmap(const QString &name, const QColor &color, QSize size, qreal devicePixelRatio)
{
    if (size.isEmpty())
        return {}; // a button without room for one
    const auto key = u"doorstep-icon/%1/%2/%3x%4@%5"_s.arg(name, color.name(QColor::HexArgb))
                         .arg(size.width())
                         .arg(size.height())
                         .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    pixmap = QPixmap((QSizeF(size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    const auto path = u":/icons/%1.svg"_s.arg(name);
    if (QFile::exists(path)) {
        QSvgRenderer renderer(path);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF({}, size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRectF({}, size), color);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace Doorstep
