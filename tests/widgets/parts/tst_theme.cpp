// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/appearance.h"
#include "widgets/parts/icons.h"
#include "widgets/parts/stylesheet.h"
#include "widgets/parts/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <cmath>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

/// How far apart two colours look, in OKLab, 0 to about 1; with \a deuteranopia as somebody without green cones sees
/// it.
double distance(const QColor &a, const QColor &b, bool deuteranopia)
{
    const auto lab = [deuteranopia](const QColor &color) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        double r = linear(color.redF());
        double g = linear(color.greenF());
        double bl = linear(color.blueF());
        if (deuteranopia) { // Machado, Oliveira, Fernandes 2009
            const double dr = 0.367322 * r + 0.860646 * g - 0.227968 * bl;
            const double dg = 0.280085 * r + 0.672501 * g + 0.047413 * bl;
            const double db = -0.011820 * r + 0.042940 * g + 0.968881 * bl;
            r = std::clamp(dr, 0.0, 1.0);
            g = std::clamp(dg, 0.0, 1.0);
            bl = std::clamp(db, 0.0, 1.0);
        }
        const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * bl);
        const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * bl);
        const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * bl);
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto x = lab(a);
    const auto y = lab(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void isReadable_data() { bothThemes(); }
    void isReadable()
    {
        QFETCH(const bool, dark);
        const auto &theme = dark ? Theme::dark() : Theme::light();
        for (const auto &ground : {theme.panel, theme.panelAlt})
            for (const auto &ink : {theme.text, theme.muted})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
        for (const auto &ink : {theme.ok, theme.risk, theme.bad, theme.accent, theme.silent})
            QVERIFY2(contrast(ink, theme.panel) >= 4.1, qPrintable(ink.name()));
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    }

    void keepsRouteColoursApart_data() { bothThemes(); }
    void keepsRouteColoursApart()
    {
        QFETCH(const bool, dark);
        const auto &theme = dark ? Theme::dark() : Theme::light();
        const auto &colors = theme.routeColors();
        for (size_t i = 0; i < colors.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                const auto pair = qPrintable(colors[i].name() + u" and "_s + colors[j].name());
                QVERIFY2(distance(colors[i], colors[j], false) > 0.09, pair);
                QVERIFY2(distance(colors[i], colors[j], true) > 0.06, pair);
            }
            for (const auto &status : {theme.ok, theme.risk, theme.bad, theme.silent})
                QVERIFY2(distance(colors[i], status, false) > 0.09,
                         qPrintable(colors[i].name() + u" is like "_s + status.name()));
            QVERIFY2(contrast(colors[i], theme.panel) >= 3.0, qPrintable(colors[i].name()));
            QVERIFY2(contrast(inkOn(colors[i]), colors[i]) >= 4.4, qPrintable(colors[i].name()));
        }
    }

    void givesEveryRouteAColour()
    {
        QCOMPARE(Theme::light().routeColor(13), Theme::light().routeColors().at(1));
        QCOMPARE(Theme::light().routeColor(-1), Theme::light().routeColors().at(0));
    }

    void isToldByAPalette()
    {
        QVERIFY(Theme::of(Theme::dark().palette()).isDark);
        QVERIFY(!Theme::of(Theme::light().palette()).isDark);
    }

    void leavesNoTokenInTheStyleSheet()
    {
        QVERIFY(!styleSheetOf(Theme::light()).contains(u'@'));
        QVERIFY(styleSheetOf(Theme::dark()).contains(Theme::dark().accent.name()));
    }

    void dressesTheApplication()
    {
        Appearance appearance(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        QWidget widget;
        widget.show();
        const QSignalSpy changed(&appearance, &Appearance::changed);
        appearance.setScheme(Appearance::Scheme::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(Theme::of(widget.palette()).isDark);
        appearance.setScheme(Appearance::Scheme::Light);
        QVERIFY(!Theme::of(widget.palette()).isDark);
        appearance.setScheme(Appearance::Scheme::Light);
        QCOMPARE(changed.size(), 2);
    }

    void tintsIcons()
    {
        const QSize size(20, 20);
        const auto image = iconPixmap(u"search"_s, Theme::light().bad, size, 2.0).toImage();
        QCOMPARE(image.size(), size * 2);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (const auto pixel = image.pixelColor(x, y); pixel.alpha() > 200) {
                    ++painted;
                    QVERIFY(qAbs(pixel.red() - Theme::light().bad.red()) < 4);
                }
        QVERIFY(painted > 20);
        QVERIFY(iconPixmap(u"no-such-icon"_s, Theme::light().bad, size, 1.0).toImage().allGray());
    }

private:
    static void bothThemes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
