// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/options.h"

#include "models/domain/id.h"
#include "models/wire/userwire.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Takes `--name value` and `--flag` apart for one command.
class Words
{
public:
    Words(const QStringList &arguments, const QStringList &withValue, const QStringList &flags)
    {
        m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        for (const auto &name : withValue)
            m_parser.addOption(QCommandLineOption(name, {}, name));
        for (const auto &name : flags)
            m_parser.addOption(QCommandLineOption(name));
        m_isGood = m_parser.parse(QStringList{u"doorstepd"_s} + arguments);
    }

    /// Malformed unless there are exactly \a positional words beside the options.
    [[nodiscard]] Result<> check(qsizetype positional, const QString &usage) const
    {
        if (!m_isGood)
            return failure(Error::Kind::Malformed, m_parser.errorText() + u" Usage: "_s + usage);
        if (m_parser.positionalArguments().size() != positional)
            return failure(Error::Kind::Malformed, u"Usage: "_s + usage);
        return {};
    }
    [[nodiscard]] QString value(const QString &name, const QString &otherwise = {}) const
    {
        return m_parser.isSet(name) ? m_parser.value(name) : otherwise;
    }
    [[nodiscard]] bool has(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }

private:
    QCommandLineParser m_parser;
    bool m_isGood = false;
};

Result<QString> dataDirectoryIn(const Words &words)
{
    if (words.value(u"data"_s).isEmpty())
        return failure(Error::Kind::Malformed, u"Say where the data is: --data DIR"_s);
    return words.value(u"data"_s);
}

/// The URL of another server behind \a name; empty when it is not given.
Result<QUrl> serverIn(const Words &words, const QString &name)
{
    if (!words.has(name))
        return QUrl();
    QUrl url(words.value(name), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return failure(Error::Kind::Malformed, u"--%1 needs a URL such as http://127.0.0.1:5000"_s.arg(name));
    return url;
}

Result<Api::RegionSources> regionIn(const Words &words)
{
    Api::RegionSources sources{
        .file = words.value(u"region"_s), .roads = {}, .bicycleRoads = {}, .places = {}, .planner = {}};
    for (const auto &[name, url] :
         {std::pair(u"roads-url"_s, &sources.roads), std::pair(u"bicycle-roads-url"_s, &sources.bicycleRoads),
          std::pair(u"places-url"_s, &sources.places), std::pair(u"planner-url"_s, &sources.planner)}) {
        const auto given = serverIn(words, name);
        if (!given)
            return std::unexpected(given.error());
        *url = *given;
    }
    if (sources.roads.isEmpty() && !sources.bicycleRoads.isEmpty())
        return failure(Error::Kind::Malformed, u"--bicycle-roads-url goes with --roads-url"_s);
    if (sources.file.isEmpty() && sources.roads.isEmpty() && !sources.planner.isEmpty())
        return failure(Error::Kind::Malformed, u"--planner-url goes with --region or --roads-url"_s);
    return sources;
}

/// The whole number behind \a name, from 1 to \a most.
Result<int> numberIn(const Words &words, const QString &name, int otherwise, int most)
{
    if (!words.has(name))
        return otherwise;
    bool isNumber = false;
    const int number = words.value(name).toInt(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return failure(Error::Kind::Malformed, u"--%1 needs a number from 1 to %2"_s.arg(name).arg(most));
    return number;
}

/// "aguada=15,cerro=10"
Result<Api::AssignmentLimits> assignmentIn(const QString &text)
{
    constexpr int most = 240;
    Api::AssignmentLimits limits;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts)) {
        const DepotId depot(part.section(u'=', 0, 0).trimmed());
        bool isNumber = false;
        const int minutes = part.section(u'=', 1).toInt(&isNumber);
        if (!depot.isValid() || !isNumber || minutes < 1 || minutes > most || limits.contains(depot)) {
            return failure(
                Error::Kind::Malformed,
                u"\"%1\" in --assign: write DEPOT=MINUTES, each depot once, minutes from 1 to %2"_s.arg(part).arg(
                    most));
        }
        limits.insert(depot, std::chrono::minutes(minutes));
    }
    return limits;
}

Result<Options> parseServe(const QStringList &arguments)
{
    const Words words(arguments,
                      {u"data"_s, u"region"_s, u"roads-url"_s, u"bicycle-roads-url"_s, u"places-url"_s,
                       u"planner-url"_s, u"listen"_s, u"connections-per-address"_s, u"keep-fixes"_s, u"assign"_s},
                      {u"adjustable-clock"_s, u"exit-with-stdin"_s});
    if (auto good = words.check(0, u"doorstepd serve --data DIR [--region FILE] [--listen ADDR:PORT]"_s); !good)
        return std::unexpected(good.error());
    const auto data = dataDirectoryIn(words);
    if (!data)
        return std::unexpected(data.error());
    auto region = regionIn(words);
    if (!region)
        return std::unexpected(region.error());
    ServeOptions options{.dataDirectory = *data, .region = std::move(*region)};
    options.listen = words.value(u"listen"_s, options.listen);
    options.isClockAdjustable = words.has(u"adjustable-clock"_s);
    options.endsWithInput = words.has(u"exit-with-stdin"_s);
    const auto connections = numberIn(words, u"connections-per-address"_s, options.connectionsPerAddress, 1'000'000);
    const auto days = numberIn(words, u"keep-fixes"_s, options.fixDaysKept, 36'500);
    if (!connections || !days)
        return std::unexpected(connections ? days.error() : connections.error());
    auto assignment = assignmentIn(words.value(u"assign"_s, {}));
    if (!assignment)
        return std::unexpected(assignment.error());
    options.assignment = *std::move(assignment);
    options.connectionsPerAddress = *connections;
    options.fixDaysKept = *days;
    return options;
}

Result<QList<User::Role>> rolesIn(const QString &text)
{
    QList<User::Role> roles;
    for (const auto &word : text.split(u',', Qt::SkipEmptyParts)) {
        const auto role = Wire::roleFromWord(word.trimmed());
        if (!role) {
            return failure(Error::Kind::Malformed,
                           u"\"%1\" is no role: use driver, dispatcher, supervisor, support or admin"_s.arg(word));
        }
        if (!roles.contains(*role))
            roles.append(*role);
    }
    if (roles.isEmpty())
        return failure(Error::Kind::Malformed, u"Say what they may do: --role dispatcher[,admin…]"_s);
    return roles;
}

Result<Options> parseUserAdd(const QStringList &arguments)
{
    const Words words(arguments, {u"data"_s, u"role"_s, u"full-name"_s, u"driver"_s}, {u"password-stdin"_s});
    const auto usage = u"doorstepd user add NAME --data DIR --role ROLE[,ROLE…] [--full-name NAME] [--driver ID] "
                       "[--password-stdin]"_s;
    if (auto good = words.check(1, usage); !good)
        return std::unexpected(good.error());
    const auto data = dataDirectoryIn(words);
    if (!data)
        return std::unexpected(data.error());
    auto roles = rolesIn(words.value(u"role"_s));
    if (!roles)
        return std::unexpected(roles.error());
    const auto driver = words.value(u"driver"_s);
    if (!driver.isEmpty() && !DriverId(driver).isValid())
        return failure(Error::Kind::Malformed, u"\"%1\" cannot be a driver's id"_s.arg(driver));
    return UserAddOptions{.dataDirectory = *data,
                          .name = words.positional().first(),
                          .fullName = words.value(u"full-name"_s),
                          .roles = std::move(*roles),
                          .driver = driver,
                          .isPasswordOnStdin = words.has(u"password-stdin"_s)};
}

Result<Options> parseUserList(const QStringList &arguments)
{
    const Words words(arguments, {u"data"_s}, {});
    if (auto good = words.check(0, u"doorstepd user list --data DIR"_s); !good)
        return std::unexpected(good.error());
    return dataDirectoryIn(words).transform([](const QString &data) { return UserListOptions{.dataDirectory = data}; });
}

/// `backup FILE` and `restore FILE`.
template <typename Wanted>
Result<Options> parseCopy(const QStringList &arguments, const QString &command)
{
    const Words words(arguments, {u"data"_s}, {});
    if (auto good = words.check(1, u"doorstepd %1 FILE --data DIR"_s.arg(command)); !good)
        return std::unexpected(good.error());
    return dataDirectoryIn(words).transform([&words](const QString &data) {
        return Options(Wanted{.dataDirectory = data, .file = words.positional().first()});
    });
}

Result<Options> parseBackup(const QStringList &arguments)
{
    return parseCopy<BackupOptions>(arguments, u"backup"_s);
}

Result<Options> parseRestore(const QStringList &arguments)
{
    return parseCopy<RestoreOptions>(arguments, u"restore"_s);
}

Result<Options> parseRegion(const QStringList &arguments)
{
    return RegionImportOptions{.arguments = arguments};
}

Result<Options> parseRoutes(const QStringList &arguments)
{
    const Words words(arguments, {}, {});
    return words.check(0, u"doorstepd routes"_s).transform([] { return RoutesOptions{}; });
}

Result<Options> parseUserDisable(const QStringList &arguments)
{
    const Words words(arguments, {u"data"_s}, {});
    if (auto good = words.check(1, u"doorstepd user disable NAME --data DIR"_s); !good)
        return std::unexpected(good.error());
    return dataDirectoryIn(words).transform([&words](const QString &data) {
        return UserDisableOptions{.dataDirectory = data, .name = words.positional().first()};
    });
}

Result<Options> parseAuditVerify(const QStringList &arguments)
{
    const Words words(arguments, {u"data"_s}, {});
    if (auto good = words.check(0, u"doorstepd audit verify --data DIR"_s); !good)
        return std::unexpected(good.error());
    return dataDirectoryIn(words).transform(
        [](const QString &data) { return AuditVerifyOptions{.dataDirectory = data}; });
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    const auto first = arguments.value(0);
    const auto second = arguments.value(1);
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1)
        return HelpOptions{};
    if (first == "--version"_L1)
        return VersionOptions{};
    using Parse = Result<Options> (*)(const QStringList &);
    struct Command
    {
        QString word;
        QString then; ///< Empty: any.
        Parse parse;
    };
    static const std::array commands{Command{.word = u"serve"_s, .then = {}, .parse = parseServe},
                                     Command{.word = u"user"_s, .then = u"add"_s, .parse = parseUserAdd},
                                     Command{.word = u"user"_s, .then = u"list"_s, .parse = parseUserList},
                                     Command{.word = u"user"_s, .then = u"disable"_s, .parse = parseUserDisable},
                                     Command{.word = u"audit"_s, .then = u"verify"_s, .parse = parseAuditVerify},
                                     Command{.word = u"backup"_s, .then = {}, .parse = parseBackup},
                                     Command{.word = u"restore"_s, .then = {}, .parse = parseRestore},
                                     Command{.word = u"region"_s, .then = {}, .parse = parseRegion},
                                     Command{.word = u"routes"_s, .then = {}, .parse = parseRoutes}};
    const auto command = std::ranges::find_if(
        commands, [&](const Command &one) { return one.word == first && (one.then.isEmpty() || one.then == second); });
    if (command != commands.end())
        return command->parse(arguments.sliced(command->then.isEmpty() ? 1 : 2));
    return failure(Error::Kind::Malformed,
                   first.isEmpty()
                       ? u"Say what to do, for example: doorstepd serve --data DIR"_s
                       : u"There is no command \"%1\"; see doorstepd --help"_s.arg(
                             QStringList(arguments.first(std::min<qsizetype>(2, arguments.size()))).join(u' ')));
}

QString helpText()
{
    return QStringLiteral(R"(doorstepd: the backend of Doorstep

  doorstepd serve --data DIR [--region FILE] [--listen ADDR:PORT] [--adjustable-clock] [--connections-per-address N]
                  [--keep-fixes DAYS] [--roads-url URL [--bicycle-roads-url URL]] [--places-url URL] [--exit-with-stdin]
                  [--assign DEPOT=MINUTES[,DEPOT=MINUTES...]] [--planner-url URL]
      Serves until it gets SIGTERM or SIGINT. DIR holds everything it keeps and is made when missing. FILE is an
      .osm.pbf extract or what was compiled of one. Listens on 127.0.0.1:7080 unless told otherwise; port 0 takes a
      free one. Prints "listening on http://ADDR:PORT" once it answers.
      Positions are kept for 90 days unless told otherwise. Roads come from the region, or from an OSRM at the
      URLs (one for cars, one for bicycles); places from the region, or from a Nominatim.
      With --planner-url a VROOM (vroom-express) there searches for reroutings; what it does not answer is searched
      for here.
      With --assign new orders of these depots are given to the driver of today who takes them best, when that misses
      nobody's window and takes at most so many minutes more; the others wait for a dispatcher.
      With --exit-with-stdin it also stops when its standard input ends: with the program that started it.

  doorstepd user add NAME --data DIR --role ROLE[,ROLE...] [--full-name NAME] [--driver ID] [--password-stdin]
      Lets somebody sign in, or gives them a new password and roles. Asks for the password, or reads its first line
      from standard input. Roles: driver, dispatcher, supervisor, support, admin. Works while the server runs.

  doorstepd user list --data DIR
  doorstepd backup FILE --data DIR      copies everything into one FILE, while the server runs
  doorstepd restore FILE --data DIR     puts such a copy in the place of what there is, which is set aside; the server
                                        must not run, and everybody signs in again
  doorstepd user disable NAME --data DIR
      Ends their sessions and lets them in no more, until user add gives them a new password.

  doorstepd audit verify --data DIR
      Checks every chain of the audit and prints where each ends. Exit code 1 names the first entry that does not fit.
      Works while the server runs.

  doorstepd region import FILE.osm.pbf [--out DIR]
  doorstepd routes        the table of calls
  doorstepd --help | --version
)");
}

} // namespace Doorstep
