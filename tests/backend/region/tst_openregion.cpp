// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/importcommand.h"
#include "backend/region/import/openregion.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

const QByteArray village = "n1 x-56.1 y-34.9\nn2 x-56.101 y-34.9\nn3 x-56.101 y-34.901\n"
                           "w1 Thighway=residential,name=Uno Nn1,n2\nw2 Thighway=residential,name=Dos Nn2,n3\n";

}

class OpenRegionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_compiled = 0;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    QString write(const QString &name, const QByteArray &content) const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(name).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no room for test files");
        return file.fileName();
    }

    Result<Region> open(const QString &name)
    {
        bool compiled = false;
        auto region = openRegion(name, path(u"cache"_s), [&compiled](QStringView, double) { compiled = true; });
        m_compiled += compiled;
        return region;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_compiled = 0;
    }

    void compilesOnceAndBesideTheExtract()
    {
        const auto extract = write(u"village.opl"_s, village);
        const auto first = open(extract);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QCOMPARE(first->databasePath, path(u"region.sqlite"_s));
        QCOMPARE(m_compiled, 1);
        QCOMPARE(open(extract).value(), *first);
        QCOMPARE(m_compiled, 1);
        QCOMPARE(open(first->databasePath).value(), *first); // the compiled file can be named as well
    }

    void compilesAgainWhenTheExtractChanges()
    {
        const auto extract = write(u"village.opl"_s, village);
        QVERIFY(open(extract));
        write(u"village.opl"_s, village + "n9 x-56.1 y-34.91\n");
        QVERIFY(open(extract));
        QCOMPARE(m_compiled, 2);

        // The same content with another time is the same extract.
        QFile file(extract);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(open(extract));
        QCOMPARE(m_compiled, 2);
    }

    void compilesAgainWhatAnotherVersionCompiled()
    {
        const auto extract = write(u"village.opl"_s, village);
        const auto region = open(extract);
        QVERIFY(Sqlite::Database::open(region->databasePath, Sqlite::Database::Mode::ReadWrite)
                    ->exec("PRAGMA user_version = 999"));
        QCOMPARE(open(region->databasePath).error().kind, Error::Kind::Refused);
        QVERIFY(open(extract));
        QCOMPARE(m_compiled, 2);
    }

    void leavesTheRegionOfAnotherExtractAlone()
    {
        const auto first = open(write(u"village.opl"_s, village));
        const auto second = open(write(u"town.opl"_s, village + "\n"));
        QVERIFY(first && second);
        QVERIFY(first->databasePath != second->databasePath);
        QVERIFY(second->databasePath.startsWith(path(u"cache"_s)));
        QCOMPARE(open(path(u"village.opl"_s)).value(), *first);
        QCOMPARE(open(path(u"town.opl"_s)).value(), *second);
        QCOMPARE(m_compiled, 2);
    }

    void saysWhatIsMissing()
    {
        QCOMPARE(open(path(u"none.osm.pbf"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(open(write(u"text.osm.pbf"_s, "not a map")).error().kind, Error::Kind::Malformed);
    }

    void commandImports()
    {
        const auto extract = write(u"village.opl"_s, village);
        QCOMPARE(regionCommand({u"import"_s, extract, u"--out"_s, path(u"out"_s)}), 0);
        QVERIFY(readRegion(path(u"out/region.sqlite"_s)));
        QCOMPARE(regionCommand({u"import"_s, extract}), 0);
        QVERIFY(readRegion(path(u"region.sqlite"_s)));
    }

    void commandRefuses_data()
    {
        QTest::addColumn<QStringList>("arguments");

        QTest::newRow("nothing") << QStringList();
        QTest::newRow("another verb") << QStringList{u"export"_s, u"x.osm.pbf"_s};
        QTest::newRow("no file") << QStringList{u"import"_s};
        QTest::newRow("two files") << QStringList{u"import"_s, u"a.osm.pbf"_s, u"b.osm.pbf"_s};
        QTest::newRow("unknown option") << QStringList{u"import"_s, u"a.osm.pbf"_s, u"--fast"_s};
        QTest::newRow("out without folder") << QStringList{u"import"_s, u"a.osm.pbf"_s, u"--out"_s};
        QTest::newRow("missing file") << QStringList{u"import"_s, u"/nowhere/a.osm.pbf"_s};
        QTest::newRow("a folder") << QStringList{u"import"_s, u"/tmp"_s};
    }

    void commandRefuses()
    {
        QFETCH(const QStringList, arguments);
        QCOMPARE(regionCommand(arguments), 2);
    }
};

QTEST_GUILESS_MAIN(OpenRegionTest)
#include "tst_openregion.moc"
