// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/failingdisk.h"
#include "tests/system/disk/keeper.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostOperations = 500; // far more than a few transactions need

/// In memory where that can be: the disk that is tried is ours, and a real one would only be slow.
QString place()
{
    const auto memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + "/doorstep-XXXXXX"_L1;
}

} // namespace

/// Each operation of the disk fails once, one after the other, until one run passes without: what was said to be kept
/// is there, what was not is not, and everything goes on. The same for a power cut in each.
class FailingDiskTest : public QObject
{
    Q_OBJECT

    static void addFailures()
    {
        QTest::addColumn<int>("keeper");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isForGood");
        constexpr std::array failures{
            std::pair{"the disk is full", SQLITE_FULL}, std::pair{"a write fails", SQLITE_IOERR_WRITE},
            std::pair{"a sync fails", SQLITE_IOERR_FSYNC}, std::pair{"a read fails", SQLITE_IOERR_READ}};
        for (int keeper = 0; keeper < static_cast<int>(keepers().size()); ++keeper) {
            for (const auto &[what, code] : failures) {
                for (const bool isForGood : {false, true})
                    QTest::addRow("%s: %s%s", kind(keeper).name, what, isForGood ? ", and all after it" : "")
                        << keeper << code << isForGood;
            }
        }
    }
    static const KindOfKeeper &kind(int keeper) { return keepers().at(static_cast<std::size_t>(keeper)); }

private Q_SLOTS:
    void initTestCase() { FailingDisk::install(); }

    void whileSomethingIsKept_data() { addFailures(); }
    void whileSomethingIsKept()
    {
        QFETCH(const int, keeper);
        QFETCH(const int, code);
        QFETCH(const bool, isForGood);
        int failed = 0;
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory(place());
            auto opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            QVERIFY(opened->keep({u"a"_s}));
            FailingDisk::failNth(n, code, isForGood);
            const bool isKept = opened->keep({u"b"_s, u"c"_s});
            const bool wasStruck = FailingDisk::mend();
            QVERIFY(opened->keep({u"d"_s}));
            const auto expected =
                isKept ? QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}) : QStringList({u"a"_s, u"d"_s});
            QCOMPARE(opened->things(), expected);
            opened.reset();
            opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            QCOMPARE(opened->things(), expected);
            QCOMPARE(opened->problem(), QString());
            if (!wasStruck) {
                QVERIFY(isKept);
                QVERIFY(failed > 0 || code == SQLITE_IOERR_READ); // what was just written need not be read
                return;
            }
            failed += isKept ? 0 : 1;
        }
        QFAIL("it never ends");
    }

    void whileItIsOpened_data() { addFailures(); }
    void whileItIsOpened()
    {
        QFETCH(const int, keeper);
        QFETCH(const int, code);
        QFETCH(const bool, isForGood);
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory(place());
            auto opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            QVERIFY(opened->keep({u"a"_s, u"b"_s}));
            opened.reset();
            FailingDisk::failNth(n, code, isForGood);
            opened = kind(keeper).open(directory.path());
            const bool wasOpened = opened != nullptr;
            opened.reset(); // its goodbye may fail, too
            const bool wasStruck = FailingDisk::mend();
            opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            const auto found = opened->things();
            if (!kind(keeper).mayBeLost || code != SQLITE_IOERR_READ || !found.isEmpty()) {
                QCOMPARE(found, QStringList({u"a"_s, u"b"_s}));
                QCOMPARE(opened->problem(), QString());
            }
            QVERIFY(opened->keep({u"c"_s}));
            if (!wasStruck) {
                QVERIFY(wasOpened);
                QCOMPARE(opened->things(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
                return;
            }
        }
        QFAIL("it never ends");
    }

    void whilePowerIsCut_data()
    {
        QTest::addColumn<int>("keeper");
        QTest::addColumn<int>("seed");
        for (int keeper = 0; keeper < static_cast<int>(keepers().size()); ++keeper) {
            for (const int seed : {1, 2, 3})
                QTest::addRow("%s, %d", kind(keeper).name, seed) << keeper << seed;
        }
    }
    void whilePowerIsCut()
    {
        QFETCH(const int, keeper);
        QFETCH(const int, seed);
        for (int n = 1; n < mostOperations; ++n) {
            const QTemporaryDir directory(place());
            auto opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            QVERIFY(opened->keep({u"a"_s}));
            opened.reset();
            FailingDisk::watchPower();
            opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            FailingDisk::losePower(n);
            QStringList tried{u"a"_s};
            qsizetype kept = 1;
            for (const auto *thing : {"b", "c", "d", "e"}) {
                tried.append(QString::fromLatin1(thing));
                if (opened->keep({tried.last()}))
                    kept = tried.size();
            }
            opened.reset();
            const bool wasCut = FailingDisk::restorePower(static_cast<quint32>(seed * 1'000 + n));
            opened = kind(keeper).open(directory.path());
            QVERIFY(opened);
            const auto found = opened->things();
            QVERIFY(found.contains(u"a"_s)); // of an earlier day
            QCOMPARE(found, tried.first(found.size())); // nothing in between is missing
            QCOMPARE(opened->problem(), QString());
            if (kind(keeper).isSafeFromPowerLoss)
                QVERIFY2(found.size() >= kept, qPrintable(u"n = %1: %2 of %3"_s.arg(n).arg(found.size()).arg(kept)));
            QVERIFY(found.size() <= kept + 1); // what was under way may be there
            QVERIFY(opened->keep({u"f"_s}));
            if (!wasCut) {
                QCOMPARE(kept, 5);
                return;
            }
        }
        QFAIL("it never ends");
    }
};

QTEST_GUILESS_MAIN(FailingDiskTest)
#include "tst_failingdisk.moc"
