// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/sqlite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Doorstep;
using Sqlite::Database;
using Sqlite::Transaction;

class SqliteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void givesBackWhatWasBound()
    {
        auto database = Database::open(QStringLiteral(":memory:"), Database::Mode::Create);
        QVERIFY(database);
        QVERIFY(database->exec("CREATE TABLE t(a, b, c, d, e)"));
        auto insert = database->prepare("INSERT INTO t VALUES(?, ?, ?, ?, ?)");
        QVERIFY(insert);
        const QByteArray blob("\0\1\2", 3);
        QVERIFY(insert->run(qint64{1} << 40, 0.5, QStringLiteral("calle Cuñapirú"), QByteArrayView(blob), nullptr));
        QVERIFY(insert->run(-1, std::optional<double>(), std::string_view(), QByteArrayView(), std::optional(7)));

        auto select = database->prepare("SELECT a, b, c, d, e FROM t ORDER BY rowid");
        QVERIFY(select);
        QVERIFY(select->step().value());
        QCOMPARE(select->integer(0), qint64{1} << 40);
        QCOMPARE(select->real(1), 0.5);
        QCOMPARE(select->text(2), QStringLiteral("calle Cuñapirú"));
        QCOMPARE(select->blob(3), QByteArrayView(blob));
        QVERIFY(select->isNull(4));
        QVERIFY(select->step().value());
        QVERIFY(select->isNull(1));
        QVERIFY(!select->isNull(2)); // empty text is not NULL
        QVERIFY(!select->isNull(3));
        QCOMPARE(select->integer(4), 7);
        QVERIFY(!select->step().value());
    }

    void saysWhatFailed()
    {
        auto database = Database::open(QStringLiteral(":memory:"), Database::Mode::Create);
        QVERIFY(database);

        QCOMPARE(database->exec("CREATE NONSENSE").error().kind, Error::Kind::Storage);
        QVERIFY(database->prepare("SELECT * FROM missing").error().detail.contains(QLatin1StringView("missing")));
        QVERIFY(!database->prepare("  "));
        QVERIFY(database->exec("CREATE TABLE t(a UNIQUE)"));
        auto insert = database->prepare("INSERT INTO t VALUES(?)");
        QVERIFY(insert->run(1));
        QVERIFY(!insert->run(1));
        QVERIFY(!insert->run(2, 3)); // there is no second parameter
        QVERIFY(insert->run(4)); // a failure does not stick
        QCOMPARE(database->number("SELECT count(*) FROM t").value(), 2);
        QCOMPARE(database->number("SELECT a FROM t WHERE a = 99").value(), std::nullopt);
    }

    void opensOnlyWhatIsADatabase()
    {
        const QTemporaryDir folder;
        QFile text(folder.filePath(QStringLiteral("text")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(5000, 'x'));
        text.close();

        QCOMPARE(Database::open(text.fileName(), Database::Mode::Read).error().kind, Error::Kind::Malformed);
        QCOMPARE(Database::open(folder.filePath(QStringLiteral("none")), Database::Mode::Read).error().kind,
                 Error::Kind::NotFound);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none"))));
    }

    void doesNotWriteWhenItOnlyReads()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("db"));
        QVERIFY(Database::open(path, Database::Mode::Create)->exec("CREATE TABLE t(a)"));

        auto database = Database::open(path, Database::Mode::Read);
        QVERIFY(database);
        QVERIFY(!database->exec("INSERT INTO t VALUES(1)"));
    }

    void rollsBackWhatIsNotCommitted()
    {
        auto database = Database::open(QStringLiteral(":memory:"), Database::Mode::Create);
        QVERIFY(database->exec("CREATE TABLE t(a)"));
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(database->exec("INSERT INTO t VALUES(1)"));
            QVERIFY(transaction->commit());
        }
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(database->exec("INSERT INTO t VALUES(2)"));
        }
        QCOMPARE(database->number("SELECT count(*) FROM t").value(), 1);
    }
};

QTEST_APPLESS_MAIN(SqliteTest)
#include "tst_sqlite.moc"
