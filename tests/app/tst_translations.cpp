// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/languages.h"
#include "widgets/parts/durationtext.h"
#include "widgets/parts/words.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Doorstep;
using namespace Qt::StringLiterals;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void leaveNothingUnfinished_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("least");
        QTest::newRow("english plurals") << u"en"_s << 10;
        QTest::newRow("spanish") << u"es"_s << 300;
    }

    void leaveNothingUnfinished()
    {
        QFETCH(const QString, language);
        QFETCH(const int, least);
        QFile file(QStringLiteral(DOORSTEP_RESOURCES "/../translations/doorstep_%1.ts").arg(language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
                ++messages;
            } else if (xml.name() == "translation"_L1) {
                QVERIFY2(!xml.attributes().hasAttribute("type"_L1), qPrintable(source));
                const auto text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(source));
                for (const auto &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s})
                    QCOMPARE(text.contains(place), source.contains(place));
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY2(messages >= least, qPrintable(QString::number(messages)));
    }

    void speakSpanishAndEnglish()
    {
        Languages languages;
        languages.use(u"es"_s);
        QCOMPARE(Words::of(Stop::Failure::NobodyHome), u"no hay nadie"_s);
        QCOMPARE(DurationText::spokenSlack(std::chrono::minutes(-1)), u"1 minuto tarde"_s);
        languages.use(u"en"_s);
        QCOMPARE(Words::of(Stop::Failure::NobodyHome), u"nobody home"_s);
        QCOMPARE(DurationText::spokenSlack(std::chrono::minutes(-1)), u"1 minute late"_s);
        QCOMPARE(DurationText::spokenSlack(std::chrono::minutes(5)), u"5 minutes ahead"_s);
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
