// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Doorstep {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return (0.2126 * linear(color.redF())) + (0.7152 * linear(color.greenF())) + (0.0722 * linear(color.blueF()));
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme{.isDark = false,
                             .window = rgb(0xeef0f3),
                             .panel = rgb(0xffffff),
                             .panelAlt = rgb(0xf6f7f9),
                             .line = rgb(0xdfe3e8),
                             .text = rgb(0x1c2430),
                             .muted = rgb(0x66707f),
                             .accent = rgb(0x2f5fe0),
                             .accentSoft = rgb(0xe6edff),
                             .onAccent = rgb(0xffffff),
                             .ok = rgb(0x1c8a5a),
                             .okSoft = rgb(0xe2f4eb),
                             .risk = rgb(0xa86a00),
                             .riskSoft = rgb(0xfff1d6),
                             .bad = rgb(0xc42b2b),
                             .badSoft = rgb(0xfde7e7),
                             .silent = rgb(0x66707f)};
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme{.isDark = true,
                             .window = rgb(0x15191f),
                             .panel = rgb(0x1b2027),
                             .panelAlt = rgb(0x222831),
                             .line = rgb(0x2c333d),
                             .text = rgb(0xe6eaf0),
                             .muted = rgb(0x93a0b2),
                             .accent = rgb(0x6d95ff),
                             .accentSoft = rgb(0x22304f),
                             .onAccent = rgb(0x0f141b),
                             .ok = rgb(0x4cc38a),
                             .okSoft = rgb(0x17342a),
                             .risk = rgb(0xf0b13e),
                             .riskSoft = rgb(0x3a2f15),
                             .bad = rgb(0xff7b72),
                             .badSoft = rgb(0x3d1f22),
                             .silent = rgb(0x93a0b2)};
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? dark() : light();
}

QPalette Theme::palette() const
{
    QPalette palette(panelAlt, panel);
    palette.setColor(QPalette::Window, panel);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, panel);
    palette.setColor(QPalette::AlternateBase, panelAlt);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, panelAlt);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, onAccent);
    palette.setColor(QPalette::Accent, accent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, panel);
    palette.setColor(QPalette::Midlight, panelAlt);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, line.darker(120));
    palette.setColor(QPalette::Shadow, isDark ? window : muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(muted, panel, 0.6F));
    return palette;
}

QColor Theme::colorOf(Forecast::State state) const
{
    switch (state) {
    case Forecast::State::OnTime:
    case Forecast::State::Finished:
        return ok;
    case Forecast::State::AtRisk:
        return risk;
    case Forecast::State::Late:
        return bad;
    case Forecast::State::Silent:
        return silent;
    }
    std::unreachable();
}

QColor Theme::softColorOf(Forecast::State state) const
{
    switch (state) {
    case Forecast::State::OnTime:
    case Forecast::State::Finished:
        return okSoft;
    case Forecast::State::AtRisk:
        return riskSoft;
    case Forecast::State::Late:
        return badSoft;
    case Forecast::State::Silent:
        return panelAlt;
    }
    std::unreachable();
}

QColor Theme::colorOf(Stop::Status status) const
{
    switch (status) {
    case Stop::Status::Planned:
        return muted;
    case Stop::Status::Arrived:
        return accent;
    case Stop::Status::Delivered:
        return ok;
    case Stop::Status::Failed:
        return bad;
    case Stop::Status::Cancelled:
        return silent;
    }
    std::unreachable();
}

const std::array<QColor, 12> &Theme::routeColors() const
{
    // Found by maximising the smallest distance in OKLab, both as seen by everybody and with deuteranopia, away from
    // the status colours and with a contrast of 3 : 1 against the map.
    static const std::array lightColors{rgb(0x1b41ba), rgb(0xa82582), rgb(0x4f98a4), rgb(0x611e86),
                                        rgb(0x785430), rgb(0x2573b8), rgb(0x0c2e5b), rgb(0xe9487c),
                                        rgb(0xba61da), rgb(0x095a5e), rgb(0x511c36), rgb(0x6979f6)};
    static const std::array darkColors{rgb(0x6487fb), rgb(0xf9089e), rgb(0x3ce4c8), rgb(0x8f38f9),
                                       rgb(0xa67c5b), rgb(0x14bafe), rgb(0x6d5ebb), rgb(0xf978bf),
                                       rgb(0xb679d0), rgb(0x207486), rgb(0xbb488c), rgb(0xadc3fd)};
    return isDark ? darkColors : lightColors;
}

QColor Theme::routeColor(int number) const
{
    return routeColors().at(static_cast<size_t>(std::max(number, 0)) % routeColors().size());
}

QColor inkOn(const QColor &background)
{
    const QColor black = rgb(0x05070a);
    const QColor white = rgb(0xffffff);
    return contrast(white, background) >= contrast(black, background) ? white : black;
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    const auto [darker, lighter] = std::minmax(one, other);
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor &top, const QColor &bottom, float share)
{
    const auto mix = [share](float t, float b) { return (t * share) + (b * (1.0F - share)); };
    return QColor::fromRgbF(mix(top.redF(), bottom.redF()), mix(top.greenF(), bottom.greenF()),
                            mix(top.blueF(), bottom.blueF()));
}

} // namespace Doorstep
