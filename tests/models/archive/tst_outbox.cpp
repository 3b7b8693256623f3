// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/outbox.h"
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"
#include "tests/support/failingdisk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <sqlite3.h>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;

namespace {

const UserId maria(u"maria"_s);
const FeedId feed(u"depot-aguada"_s);
const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), QTimeZone::UTC);
using State = OutboxCommand::State;

Outbox::New commandOf(const QString &id)
{
    return {.command = {.id = CommandId(id),
                        .feed = feed,
                        .verb = CancelStop{.stop = StopId(u"s1"_s), .reason = u"“ñ\u2028\n"_s},
                        .at = noon},
            .text = u"Cancelled \"s1\""_s};
}

QList<Outbox::New> commandsOf(int first, int count)
{
    QList<Outbox::New> commands;
    for (int i = 0; i < count; ++i)
        commands.append(commandOf(u"c%1"_s.arg(first + i)));
    return commands;
}

Verdict applied(const QString &id, quint64 epoch = 7)
{
    return {.command = CommandId(id), .epoch = epoch, .from = 3, .to = 4, .code = {}, .detail = {}, .field = {}};
}

Verdict rejected(const QString &id)
{
    return {.command = CommandId(id),
            .kind = Verdict::Kind::Conflict,
            .code = u"field_changed"_s,
            .detail = u"x"_s,
            .field = u"phone"_s,
            .current = {{.kind = u"stop"_s, .id = u"s1"_s, .version = 3, .body = R"({"id":"s1"})"}}};
}

QStringList idsOf(const Outbox &outbox)
{
    QStringList ids;
    for (const auto &command : outbox.commands())
        ids.append(command.id.toString());
    return ids;
}

/// A folder with an outbox in it.
struct Box
{
    // Neither a failing operation nor kill -9 needs a real disk, which is slow to sync.
    QTemporaryDir directory{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath())
                            + u"/outbox-XXXXXX"_s};
    QString path = directory.filePath(u"outbox.db"_s);
    QString log = directory.filePath(u"outbox.log"_s);

    [[nodiscard]] Outbox::Opened open() const
    {
        auto opened = Outbox::open(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    static void flip(const QString &path, qint64 at, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek(at))
            qFatal("cannot damage the file");
        file.write(bytes);
    }
};

/// Adds commands until it is killed, and says which were kept.
int addForever(const QString &path)
{
    auto opened = Outbox::open(path);
    if (!opened)
        return 1;
    const auto start = opened->outbox.commands().size();
    for (int i = 0;; ++i) {
        const auto id = u"k%1"_s.arg(start + i);
        if (!opened->outbox.add(maria, {commandOf(id)}))
            return 2;
        (void)std::puts(qPrintable(id));
        std::fflush(stdout);
    }
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void initTestCase() { FailingDisk::install(); }

    void keepsWhatItWasGiven()
    {
        const Box box;
        {
            auto outbox = box.open().outbox;
            QVERIFY(outbox.add(maria, commandsOf(1, 3)));
            QVERIFY(outbox.add(maria, commandsOf(3, 1))); // asked for twice: once
            QVERIFY(outbox.settle({applied(u"c1"_s), rejected(u"c2"_s)}, noon, {}));
            outbox.markPassed({CommandId(u"c1"_s)});
            QVERIFY(outbox.setFact(u"person"_s, u"{}"_s));
        }
        const auto opened = box.open();
        const auto &commands = opened.outbox.commands();
        QCOMPARE(idsOf(opened.outbox), QStringList({u"c1"_s, u"c2"_s, u"c3"_s}));
        QCOMPARE(commands.at(0).state, State::Applied);
        QVERIFY(commands.at(0).isPassed);
        QCOMPARE(commands.at(0).confirmedIn, quint64{7});
        QCOMPARE(commands.at(1).state, State::Attention);
        QCOMPARE(*commands.at(1).verdict, rejected(u"c2"_s));
        QCOMPARE(commands.at(2).state, State::Waiting);
        QCOMPARE(commands.at(2).sequence, 3);
        QCOMPARE(commands.at(2).text, u"Cancelled \"s1\""_s);
        auto expected = commandOf(u"c3"_s).command;
        expected.sequence = 3;
        QCOMPARE(*commands.at(2).command, expected);
        QCOMPARE(opened.outbox.fact(u"person"_s), u"{}"_s);
        QVERIFY(opened.movedAside.isEmpty());
    }

    void numbersEachPersonsCommands()
    {
        const Box box;
        auto outbox = box.open().outbox;
        QVERIFY(outbox.add(maria, commandsOf(1, 2)));
        QVERIFY(outbox.add(UserId(u"bruno"_s), commandsOf(3, 1)));
        QVERIFY(outbox.add(maria, commandsOf(4, 1)));
        QCOMPARE(outbox.find(CommandId(u"c3"_s))->sequence, 1);
        QCOMPARE(outbox.find(CommandId(u"c4"_s))->sequence, 3);
        QVERIFY(outbox.settle({applied(u"c1"_s)}, noon, {}));
        QVERIFY(outbox.renumber(maria, 10));
        QCOMPARE(outbox.find(CommandId(u"c1"_s))->sequence, 1);
        QCOMPARE(outbox.find(CommandId(u"c2"_s))->sequence, 10);
        QCOMPARE(outbox.find(CommandId(u"c4"_s))->sequence, 11);
        const auto device = outbox.device(maria);
        QCOMPARE(outbox.device(maria), device);
        QVERIFY(outbox.device(UserId(u"bruno"_s)) != device);
        QVERIFY(outbox.renewDevice(maria) != device);
        QCOMPARE(outbox.find(CommandId(u"c2"_s))->sequence, 1);
    }

    void waitsAgainInAnotherHistory()
    {
        const Box box;
        auto outbox = box.open().outbox;
        QVERIFY(outbox.add(maria, commandsOf(1, 3)));
        QVERIFY(outbox.settle({applied(u"c1"_s), applied(u"c2"_s)}, noon, {}));
        QCOMPARE(outbox.waitAgain(maria, feed, 7)->size(), 0);
        QCOMPARE(outbox.waitAgain(maria, feed, 8)->size(), 2);
        auto again = applied(u"c1"_s);
        again.again = true;
        QVERIFY(outbox.settle({again, applied(u"c2"_s, 8)}, noon, {{feed, 8}}));
        QCOMPARE(outbox.waitAgain(maria, feed, 8)->size(), 0); // once is enough
        QVERIFY(outbox.prune(noon.addDays(1)));
        QCOMPARE(idsOf(outbox), QStringList({u"c3"_s}));
    }

    void mendsItselfFromItsLog_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("the header is gone") << 0;
        QTest::newRow("it is empty") << 1;
        QTest::newRow("it is cut in half") << 2;
        QTest::newRow("it is no longer there") << 3;
        QTest::newRow("a row is not what was written") << 4;
        QTest::newRow("it is text") << 5;
        QTest::newRow("the log is gone instead") << 6;
        QTest::newRow("the log is noise instead") << 7;
    }

    void mendsItselfFromItsLog()
    {
        QFETCH(const int, damage);
        const Box box;
        {
            auto outbox = box.open().outbox;
            QVERIFY(outbox.add(maria, commandsOf(1, 40)));
            QVERIFY(outbox.settle({applied(u"c1"_s), rejected(u"c2"_s)}, noon, {}));
            QVERIFY(outbox.remove({CommandId(u"c2"_s)}));
            QVERIFY(outbox.add(maria, commandsOf(41, 1)));
        }
        const auto size = QFile(box.path).size();
        QFile file(box.path);
        switch (damage) {
        case 0:
            Box::flip(box.path, 0, QByteArray(200, '\xff'));
            break;
        case 1:
            QVERIFY(file.resize(0));
            break;
        case 2:
            QVERIFY(file.resize(size / 2 / 4096 * 4096));
            break;
        case 3:
            QVERIFY(file.remove());
            break;
        case 4: {
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto at = file.readAll().indexOf("Cancelled");
            file.close();
            QVERIFY(at > 0);
            Box::flip(box.path, at, "Delivered");
            break;
        }
        case 5:
            Box::flip(box.path, 0, "This is not a database, it is a letter to my aunt.");
            break;
        case 6:
            QVERIFY(QFile::remove(box.log));
            break;
        default:
            Box::flip(box.log, 0, QByteArray(300, 'x'));
        }
        auto opened = box.open();
        QCOMPARE(opened.outbox.commands().size(), 40);
        QVERIFY(opened.outbox.find(CommandId(u"c2"_s)) == nullptr);
        QCOMPARE(opened.outbox.find(CommandId(u"c1"_s))->state, State::Applied);
        QCOMPARE(opened.outbox.find(CommandId(u"c41"_s))->sequence, 41);
        if (damage < 6)
            QCOMPARE(opened.recovered, 40);
        QVERIFY(opened.outbox.add(maria, commandsOf(50, 1))); // and it goes on
        QCOMPARE(opened.outbox.find(CommandId(u"c50"_s))->sequence, 42);
    }

    void neverTouchesANewerFile()
    {
        const Box box;
        {
            auto outbox = box.open().outbox;
            QVERIFY(outbox.add(maria, commandsOf(1, 3)));
        }
        Box::flip(box.path, 60, QByteArray("\0\0\0\x2a", 4));
        QFile file(box.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto before = file.readAll();
        const auto opened = Outbox::open(box.path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Refused);
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
    }

    void isOnePrograms()
    {
        const Box box;
        const auto first = box.open();
        const auto second = Outbox::open(box.path);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Refused);
    }

    void keepsACommandOfANewerProgram()
    {
        auto command = *outboxCommandFromRecord(recordOf([] {
            OutboxCommand one{.user = maria, .id = CommandId(u"c1"_s), .feed = feed, .sequence = 1};
            one.line =
                R"({"at":"2026-03-12T12:00:00.000Z","body":{"x":1},"feed":"depot-aguada","id":"c1","v":2,"verb":"sing"})";
            return one;
        }()));
        QVERIFY(!command.command);
        QVERIFY(command.line.contains("sing"));
    }

    /// The n-th operation of the disk fails, for n = 1, 2, 3 … until a run passes clean: what was reported as kept is
    /// there afterwards, once, and what was not is not.
    void survivesEachFailingOperation()
    {
        for (int n = 1; n < 400; ++n) {
            const Box box;
            QStringList kept;
            QSet<QString> settled;
            FailingDisk::failNth(n, SQLITE_FULL);
            {
                auto opened = Outbox::open(box.path, FailingDisk::mayWrite);
                for (int i = 0; opened && i < 6; ++i) {
                    if (opened->outbox.add(maria, commandsOf(10 * i, 2)))
                        kept << u"c%1"_s.arg(10 * i) << u"c%1"_s.arg(10 * i + 1);
                    const auto id = u"c%1"_s.arg(10 * i);
                    if (opened->outbox.settle({applied(id)}, noon, {}).value_or(QList<OutboxCommand>()).size() == 1)
                        settled.insert(id);
                }
            }
            const bool hasFailed = FailingDisk::mend();
            auto opened = Outbox::open(box.path);
            QVERIFY2(opened, qPrintable(QString::number(n)));
            QVERIFY2(idsOf(opened->outbox) == kept, qPrintable(u"n = %1"_s.arg(n)));
            for (const auto &command : opened->outbox.commands())
                QCOMPARE(command.state == State::Applied, settled.contains(command.id.toString()));
            if (!hasFailed) {
                QVERIFY(kept.size() == 12);
                qInfo("passed clean with operation %d", n);
                return;
            }
        }
        QFAIL("it never passes");
    }

    /// kill -9 at any moment: everything that was reported as kept is there, once.
    void survivesKills()
    {
        const Box box;
        QStringList reported;
        for (int round = 0; round < 12; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--add-forever"_s, box.path});
            QVERIFY(child.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine(), 20'000);
            const auto enough = 1 + QRandomGenerator::global()->bounded(25);
            for (int lines = 0; lines < enough;) {
                while (child.canReadLine()) {
                    reported.append(QString::fromLatin1(child.readLine()).trimmed());
                    ++lines;
                }
                child.waitForReadyRead(100);
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            while (child.canReadLine())
                reported.append(QString::fromLatin1(child.readLine()).trimmed());
            if (round % 4 == 3)
                QVERIFY(QFile::remove(box.path)); // and the log alone knows, too
            const auto opened = box.open();
            const auto ids = idsOf(opened.outbox);
            QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
            for (const auto &id : reported)
                QVERIFY2(ids.contains(id), qPrintable(id));
            QVERIFY(ids.size() <= reported.size() + round + 1); // at most one a kill that nobody heard of
        }
        qInfo("%lld commands over 12 kills", static_cast<long long>(reported.size()));
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == "--add-forever"_L1)
        return addForever(QCoreApplication::arguments().value(2));
    OutboxTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outbox.moc"
