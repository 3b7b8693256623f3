// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QImage drawn(const QString &path, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(path).render(&painter, image.rect());
    return image;
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyFileIsInTheLibrary()
    {
        const auto files =
            QDir(QStringLiteral(DOORSTEP_RESOURCES "/icons")).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
        QVERIFY(files.contains(u"dispatch.svg"_s));
        QCOMPARE(QDir(u":/icons"_s).entryList(QDir::Files, QDir::Name), files);
    }

    void isALineDrawingThatCanBeTinted_data()
    {
        QTest::addColumn<QString>("path");
        const QDir icons(u":/icons"_s);
        for (const auto &name : icons.entryList({u"*.svg"_s})) {
            if (name != "doorstep.svg"_L1)
                QTest::newRow(qPrintable(name)) << icons.filePath(name);
        }
    }

    void isALineDrawingThatCanBeTinted()
    {
        QFETCH(const QString, path);
        QVERIFY(QSvgRenderer(path).isValid());
        QCOMPARE(QSvgRenderer(path).defaultSize(), QSize(24, 24));

        const auto image = drawn(path, 48);
        int opaque = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto colour = image.pixelColor(x, y);
                opaque += colour.alpha() > 127 ? 1 : 0;
                QVERIFY2(colour.alpha() == 0 || colour.lightness() < 8, "more than one colour");
                const bool onEdge = x < 2 || y < 2 || x >= image.width() - 2 || y >= image.height() - 2;
                QVERIFY2(!onEdge || colour.alpha() == 0, "touches its edge");
            }
        }
        QVERIFY2(opaque > 60, "hardly there");
        QVERIFY2(opaque < 48 * 48 / 2, "a blot");
    }

    void theProgramHasItsOwnInColour()
    {
        const auto image = drawn(u":/icons/doorstep.svg"_s, 128);
        QCOMPARE(image.pixelColor(20, 64), QColor(0x2f, 0x5f, 0xe0));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
