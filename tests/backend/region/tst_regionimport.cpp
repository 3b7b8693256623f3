// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/regionimport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <osmium/builder/attr.hpp>
#include <osmium/io/any_output.hpp>
#include <osmium/osm.hpp>

using namespace Doorstep;
using namespace Qt::StringLiterals;

namespace {

/// Writes down what it was given, one word an object.
class NotingSink : public RegionSink
{
public:
    explicit NotingSink(QStringList &notes)
        : m_notes(notes)
    {
    }

    Result<> begin(Sqlite::Database &database) override { return database.exec("CREATE TABLE noted(what)"); }
    void node(const osmium::Node &node) override { note('n', node.id()); }
    void way(const osmium::Way &way) override
    {
        QString located;
        for (const auto &node : way.nodes())
            located += node.location().valid() ? u'+' : u'-';
        note('w', way.id());
        m_notes.last() += located;
    }
    void area(const osmium::Area &area) override { note(area.from_way() ? 'A' : 'M', area.orig_id()); }
    void relation(const osmium::Relation &relation) override { note('r', relation.id()); }
    Result<> finish(Sqlite::Database &database, const Progress &progress) override
    {
        progress(u"noting", 1.0);
        auto insert = database.prepare("INSERT INTO noted VALUES(?)");
        for (const auto &what : m_notes) {
            if (auto done = insert->run(what); !done)
                return done;
        }
        return {};
    }

private:
    void note(char kind, qint64 id) { m_notes.append(QLatin1Char(kind) + QString::number(id)); }

    QStringList &m_notes;
};

class FailingSink : public RegionSink
{
public:
    Result<> begin(Sqlite::Database &) override { return {}; }
    Result<> finish(Sqlite::Database &, const Progress &) override
    {
        return failure(Error::Kind::Malformed, u"There are no roads."_s);
    }
};

const QByteArray square =
    "n1 x-56.1 y-34.9\nn2 x-56.2 y-34.9\nn3 x-56.2 y-34.8\nn4 x-56.1 y-34.8\nn5 x10 y10\n"
    "w1 Thighway=residential Nn1,n2,n99\nw2 Tbuilding=yes Nn1,n2,n3,n4,n1\nw3 Nn1,n2\nw4 Nn2,n3,n4,n1\n"
    "r1 Ttype=multipolygon,natural=water Mw3@outer,w4@outer\n";

} // namespace

class RegionImportTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no room for test files");
        return file.fileName();
    }

    static Result<Region> import(const QString &extract, const QString &database, QStringList *notes = nullptr)
    {
        QStringList own;
        RegionSinks sinks;
        sinks.push_back(std::make_unique<NotingSink>(notes ? *notes : own));
        return importRegion(extract, database, sinks, [](QStringView, double) { });
    }

    [[nodiscard]] QString target() const { return m_folder.filePath(u"out/region.sqlite"_s); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QDir(m_folder.filePath(u"out"_s)).removeRecursively();
    }

    void handsEverythingToTheSinksInOrder()
    {
        QStringList notes;
        const auto region = import(write(u"square.opl"_s, square), target(), &notes);
        QVERIFY2(region, qPrintable(region ? QString() : region.error().detail));

        auto areas = notes.filter(QRegularExpression(u"[AM]"_s));
        areas.sort();
        QCOMPARE(areas, QStringList({u"A2"_s, u"M1"_s}));
        notes.removeIf([](const QString &note) { return note.front() == u'A' || note.front() == u'M'; });
        QCOMPARE(notes,
                 QStringList({u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s, u"n5"_s, u"w1++-"_s, u"w2+++++"_s, u"w3++"_s,
                              u"w4++++"_s, u"r1"_s}));
    }

    void remembersWhatItWasMadeFrom()
    {
        const auto extract = write(u"square.opl"_s, square);
        const auto region = import(extract, target());
        QVERIFY(region);
        QCOMPARE(region->sourceName, u"square.opl"_s);
        QCOMPARE(region->sourceSize, square.size());
        QCOMPARE(region->attribution, u"© OpenStreetMap contributors"_s);
        // The box is that of the roads: node 5 is far away and on no road.
        QCOMPARE(region->box, (RegionBox{.west = -56.2, .south = -34.9, .east = -56.1, .north = -34.9}));

        const auto read = readRegion(target());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(*read, *region);
    }

    void saysInOneSentenceWhyItCannot_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("empty") << u"empty.osm.pbf"_s << QByteArray();
        QTest::newRow("no PBF") << u"text.osm.pbf"_s << QByteArray("this is not a map, it is only a sentence\n");
        QTest::newRow("zeros") << u"zeros.osm.pbf"_s << QByteArray(100'000, '\0');
        QTest::newRow("a blob of 4 GB") << u"blob.osm.pbf"_s << QByteArray(4096, '\xff');
        QTest::newRow("unknown kind of file") << u"map.docx"_s << square;
        QTest::newRow("nothing inside") << u"nothing.opl"_s << QByteArray("\n\n");
        QTest::newRow("broken line") << u"broken.opl"_s << QByteArray("n1 x-56.1 y-34.9\nw1 N,,,n\n");
        QTest::newRow("too far east") << u"east.opl"_s << QByteArray("n1 x500.0 y-34.9\n");
        QTest::newRow("absurdly far") << u"absurd.opl"_s << QByteArray("n1 x99999999999999999999 y0\n");
        QTest::newRow("a node without a place") << u"nowhere.opl"_s << QByteArray("n1 Tname=nowhere\n");
        QTest::newRow("not XML") << u"cut.osm"_s
                                 << QByteArray("<?xml version='1.0'?><osm version='0.6'><node id='1' lat");
    }

    void saysInOneSentenceWhyItCannot()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);

        const auto region = import(write(name, content), target());

        QVERIFY(!region);
        QVERIFY2(region.error().detail.endsWith(u'.'), qPrintable(region.error().detail));
        QVERIFY2(region.error().detail.contains(name), qPrintable(region.error().detail));
        QCOMPARE(QDir(m_folder.filePath(u"out"_s)).entryList(QDir::Files), QStringList());
    }

    void refusesAPbfThatWasCutShort_data()
    {
        QTest::addColumn<double>("kept");
        QTest::newRow("in the first block") << 0.0005;
        QTest::newRow("in the middle") << 0.5;
        QTest::newRow("at the end") << 0.999;
    }

    void refusesAPbfThatWasCutShort()
    {
        QFETCH(const double, kept);
        const auto whole = writePbf(u"whole.osm.pbf"_s, 40'000, 0);
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();

        const auto region =
            import(write(u"cut.osm.pbf"_s, bytes.first(qsizetype(double(bytes.size()) * kept))), target());

        QVERIFY(import(whole, target()));
        QVERIFY(!region);
        QCOMPARE(region.error().kind, Error::Kind::Malformed);
    }

    void refusesAPbfWithAFlippedBit()
    {
        QFile file(writePbf(u"whole.osm.pbf"_s, 40'000, 0));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto bytes = file.readAll();
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);

        const auto region = import(write(u"flipped.osm.pbf"_s, bytes), target());

        QVERIFY(!region); // zlib's checksum
        QCOMPARE(region.error().kind, Error::Kind::Malformed);
    }

    void refusesAPbfWhosePlacesAreOffTheGlobe()
    {
        const auto region = import(writePbf(u"far.osm.pbf"_s, 10, 2'000'000'000), target());
        QVERIFY(!region);
        QVERIFY2(region.error().detail.contains(u"off the globe"_s), qPrintable(region.error().detail));
    }

    void keepsTheOldFileWhenTheNewOneFails()
    {
        const auto first = import(write(u"square.opl"_s, square), target());
        QVERIFY(first);
        QVERIFY(!import(write(u"broken.opl"_s, "n1 x-56.1 y-34.9\nbroken\n"), target()));

        RegionSinks failing;
        failing.push_back(std::make_unique<FailingSink>());
        const auto refused =
            importRegion(m_folder.filePath(u"square.opl"_s), target(), failing, [](QStringView, double) { });
        QCOMPARE(refused.error().detail, u"There are no roads."_s);

        QCOMPARE(readRegion(target()).value(), *first);
        QCOMPARE(QDir(m_folder.filePath(u"out"_s)).entryList(QDir::Files), QStringList{u"region.sqlite"_s});
    }

    void refusesACompiledFileOfAnotherVersion()
    {
        QVERIFY(import(write(u"square.opl"_s, square), target()));
        QVERIFY(Sqlite::Database::open(target(), Sqlite::Database::Mode::ReadWrite)->exec("PRAGMA user_version = 999"));

        const auto region = readRegion(target());
        QVERIFY(!region);
        QCOMPARE(region.error().kind, Error::Kind::Refused);
        QVERIFY2(region.error().detail.contains(u"another version of Doorstep"_s), qPrintable(region.error().detail));
    }

    void refusesAFileThatIsNoCompiledRegion()
    {
        QCOMPARE(readRegion(write(u"text.sqlite"_s, QByteArray(9000, 'x'))).error().kind, Error::Kind::Malformed);
        QCOMPARE(readRegion(write(u"none.sqlite"_s, QByteArray())).error().kind, Error::Kind::Malformed);
        QCOMPARE(readRegion(m_folder.filePath(u"missing.sqlite"_s)).error().kind, Error::Kind::NotFound);
        QCOMPARE(import(m_folder.filePath(u"missing.osm.pbf"_s), target()).error().kind, Error::Kind::NotFound);
    }

private:
    /// A file of \a count nodes whose raw coordinates (units of 1e-7 degrees) start at \a raw.
    QString writePbf(const QString &name, int count, int raw) const
    {
        using namespace osmium::builder::attr;
        const auto path = m_folder.filePath(name);
        osmium::memory::Buffer buffer(1024, osmium::memory::Buffer::auto_grow::yes);
        for (int i = 1; i <= count; ++i)
            osmium::builder::add_node(buffer, _id(i), _location(osmium::Location(raw + i * 7919 % 1000003, raw + i)));
        osmium::io::Writer writer(path.toStdString(), osmium::io::overwrite::allow);
        writer(std::move(buffer));
        writer.close();
        return path;
    }
};

QTEST_GUILESS_MAIN(RegionImportTest)
#include "tst_regionimport.moc"
