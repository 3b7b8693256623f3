// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "simulator/commandline.h"

#include <QCommandLineParser>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep::Simulation {
namespace {

/// Reads options; the first mistake stays.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    double number(const QString &name, double lowest, double highest)
    {
        bool isNumber = false;
        const double value = m_parser.value(name).toDouble(&isNumber);
        if (!isNumber || std::isnan(value) || value < lowest || value > highest)
            fail(u"--%1 takes a number from %2 to %3."_s.arg(name).arg(lowest).arg(highest));
        return value;
    }

    int count(const QString &name, int lowest, int highest) { return static_cast<int>(number(name, lowest, highest)); }

    std::optional<QTime> time(const QString &name)
    {
        if (!m_parser.isSet(name))
            return std::nullopt;
        const auto value = QTime::fromString(m_parser.value(name), u"H:mm"_s);
        if (!value.isValid())
            fail(u"--%1 takes a time like 14:07."_s.arg(name));
        return value;
    }

    std::optional<QGeoCoordinate> place(const QString &name)
    {
        if (!m_parser.isSet(name))
            return std::nullopt;
        const auto parts = m_parser.value(name).split(u',');
        QGeoCoordinate place(parts.value(1).toDouble(), parts.value(0).toDouble());
        if (parts.size() != 2 || !place.isValid())
            fail(u"--%1 takes LON,LAT."_s.arg(name));
        return place;
    }

    void fail(const QString &sentence)
    {
        if (m_problem.isEmpty())
            m_problem = sentence;
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Drives a made-up delivery day against a doorstepd, as shops, planners and phones would.\n"
        "The password comes from $DOORSTEP_PASSWORD or the first line of standard input."_s);
    parser.addOptions({
        {u"server"_s, u"Where doorstepd is."_s, u"URL"_s, u"http://127.0.0.1:7080"_s},
        {u"user"_s, u"Who signs in: an admin."_s, u"NAME"_s, u"admin"_s},
        {u"seed"_s, u"The same seed makes the same day."_s, u"N"_s, u"42"_s},
        {u"drivers"_s, u"How many drivers."_s, u"N"_s, u"40"_s},
        {u"stops"_s, u"How many stops."_s, u"N"_s, u"600"_s},
        {u"depots"_s, u"How many depots, 1 to 5."_s, u"N"_s, u"1"_s},
        {u"speed"_s, u"Simulated seconds in a real one, 0.1 to 60."_s, u"X"_s, u"10"_s},
        {u"day"_s, u"The date of the day; today when missing."_s, u"YYYY-MM-DD"_s},
        {u"start"_s, u"When the clock starts, local time; just before the first driver leaves when missing."_s,
         u"HH:MM"_s},
        {u"jump"_s, u"Start with the day under way: what came before is told quickly."_s, u"HH:MM"_s},
        {u"at"_s, u"Where the first depot is, for another city than Montevideo."_s, u"LON,LAT"_s},
        {u"zone"_s, u"Time zone of the depots."_s, u"NAME"_s, u"America/Montevideo"_s},
        {u"truth"_s, u"Write what really happens to FILE, as NDJSON."_s, u"FILE"_s},
        {u"log"_s, u"Say what happens."_s},
        {u"exit-with-stdin"_s, u"Stop when standard input ends: with the program that started this."_s},
    });
}

void readDay(DaySettings &day, const QCommandLineParser &parser, const QDate &today, Reader &reader)
{
    day.seed = static_cast<quint64>(reader.number(u"seed"_s, 0, 9e15));
    day.drivers = reader.count(u"drivers"_s, 1, 10'000);
    day.stops = reader.count(u"stops"_s, 1, 50'000);
    day.depots = reader.count(u"depots"_s, 1, 5);
    day.at = reader.place(u"at"_s);
    day.zone = QTimeZone(parser.value(u"zone"_s).toUtf8());
    if (!day.zone.isValid())
        reader.fail(
            u"--zone takes the name of a time zone, like America/Montevideo; this machine does not know “%1”."_s.arg(
                parser.value(u"zone"_s)));
    day.day = parser.isSet(u"day"_s) ? QDate::fromString(parser.value(u"day"_s), Qt::ISODate) : today;
    if (!day.day.isValid())
        reader.fail(u"--day takes a date like 2026-03-12."_s);
    if (day.depots > day.drivers)
        reader.fail(u"There must be a driver for each depot."_s);
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments, const QDate &today)
{
    QCommandLineParser parser;
    addOptions(parser);
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    CommandLine line;
    if (!parser.parse(arguments))
        return failure(Error::Kind::Malformed, parser.errorText());
    if (parser.isSet(help))
        line.text = parser.helpText();
    else if (parser.isSet(version))
        line.text = u"doorstep-simulator 0.1.0\n"_s;
    if (!line.text.isEmpty())
        return line;

    Reader reader(parser);
    if (!parser.positionalArguments().isEmpty())
        reader.fail(u"What is “%1”? See --help."_s.arg(parser.positionalArguments().first()));
    auto &options = line.options;
    options.server = QUrl(parser.value(u"server"_s), QUrl::StrictMode);
    if (!options.server.isValid() || options.server.host().isEmpty() || !options.server.scheme().startsWith("http"_L1))
        reader.fail(u"--server takes a URL like http://127.0.0.1:7080."_s);
    options.user = parser.value(u"user"_s);
    readDay(options.day, parser, today, reader);
    options.speed = reader.number(u"speed"_s, 0.1, 60.0);
    options.start = reader.time(u"start"_s);
    options.jump = reader.time(u"jump"_s);
    options.truthFile = parser.value(u"truth"_s);
    line.log = parser.isSet(u"log"_s);
    line.endsWithInput = parser.isSet(u"exit-with-stdin"_s);
    if (!reader.problem().isEmpty())
        return failure(Error::Kind::Malformed, reader.problem());
    return line;
}

} // namespace Doorstep::Simulation
