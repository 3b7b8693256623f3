// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include "models/domain/id.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr double slowest = 0.1;
constexpr double fastest = 60.0;

std::unexpected<Error> wrong(const QString &option, const QString &expected)
{
    return failure(Error::Kind::Malformed, u"--%1 wants %2"_s.arg(option, expected));
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"The console of Doorstep: live deliveries for dispatchers."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, u"Where doorstepd is."_s, u"URL"_s},
        {u"user"_s, u"Who signs in."_s, u"NAME"_s},
        {u"demo"_s, u"Show a day in Montevideo with a private backend; nothing of it stays."_s},
        {u"speed"_s, u"How fast the demo's day runs, 0.1 to 60."_s, u"N"_s, u"10"_s},
        {u"screenshot"_s, u"Write a picture of the window to FILE and quit."_s, u"FILE"_s},
        {u"screenshots"_s, u"Write pictures of every arrangement, light and dark, to DIR and quit."_s, u"DIR"_s},
        {u"after"_s, u"How long to wait before the first picture, from when there is something to see."_s, u"SECONDS"_s,
         u"60"_s},
        {u"arrangement"_s, u"dispatch, support, reroute or supervise."_s, u"NAME"_s},
        {u"theme"_s, u"light, dark or system."_s, u"NAME"_s},
        {u"size"_s, u"Size of the window."_s, u"WxH"_s},
        {u"language"_s, u"en or es."_s, u"NAME"_s},
    });
    parser.addPositionalArgument(u"link"_s, u"doorstep://stop/ID or doorstep://driver/ID to show."_s, u"[link]"_s);
}

Result<> parseLook(const QCommandLineParser &parser, Options &options)
{
    if (parser.isSet(u"arrangement"_s)) {
        options.arrangement = arrangementOf(parser.value(u"arrangement"_s));
        if (!options.arrangement)
            return wrong(u"arrangement"_s, u"dispatch, support, reroute or supervise"_s);
    }
    if (const auto theme = parser.value(u"theme"_s); !theme.isEmpty()) {
        if (theme == "light"_L1)
            options.scheme = Appearance::Scheme::Light;
        else if (theme == "dark"_L1)
            options.scheme = Appearance::Scheme::Dark;
        else if (theme == "system"_L1)
            options.scheme = Appearance::Scheme::System;
        else
            return wrong(u"theme"_s, u"light, dark or system"_s);
    }
    if (const auto size = parser.value(u"size"_s); !size.isEmpty()) {
        static const QRegularExpression shape(u"^(\\d{3,5})x(\\d{3,5})$"_s);
        const auto match = shape.match(size);
        if (!match.hasMatch())
            return wrong(u"size"_s, u"a size like 1600x1000"_s);
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    options.language = parser.value(u"language"_s);
    if (!options.language.isEmpty() && options.language != "en"_L1 && options.language != "es"_L1)
        return wrong(u"language"_s, u"en or es"_s);
    return {};
}

Result<> parseNumbers(const QCommandLineParser &parser, Options &options)
{
    bool isNumber = false;
    options.speed = parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || std::isnan(options.speed) || options.speed < slowest || options.speed > fastest)
        return wrong(u"speed"_s, u"a number from 0.1 to 60"_s);
    const int after = parser.value(u"after"_s).toInt(&isNumber);
    if (!isNumber || after < 0 || after > 3600)
        return wrong(u"after"_s, u"seconds from 0 to 3600"_s);
    options.after = std::chrono::seconds(after);
    return {};
}

} // namespace

std::optional<Link> linkOf(const QString &text)
{
    static const QRegularExpression shape(u"^doorstep://(stop|driver)/([A-Za-z0-9_-]{1,64})/?$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    return Link{.kind = match.captured(1), .id = match.captured(2)};
}

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return failure(Error::Kind::Malformed, parser.errorText());
    Options options;
    if (parser.isSet(u"help"_s)) {
        options.text = parser.helpText();
        return options;
    }
    if (parser.isSet(u"version"_s)) {
        options.text = u"doorstep %1\n"_s.arg(QCoreApplication::applicationVersion());
        return options;
    }
    if (const auto look = parseLook(parser, options); !look)
        return std::unexpected(look.error());
    if (const auto numbers = parseNumbers(parser, options); !numbers)
        return std::unexpected(numbers.error());
    if (parser.isSet(u"server"_s)) {
        options.server = QUrl(parser.value(u"server"_s));
        if (!options.server.isValid() || !options.server.scheme().startsWith("http"_L1)
            || options.server.host().isEmpty())
            return wrong(u"server"_s, u"a URL like https://dispatch.example"_s);
    }
    options.user = parser.value(u"user"_s);
    options.isDemo = parser.isSet(u"demo"_s);
    if (options.isDemo && parser.isSet(u"server"_s))
        return failure(Error::Kind::Malformed, u"--demo brings its own server; leave out --server"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.screenshots = parser.value(u"screenshots"_s);
    if (const auto links = parser.positionalArguments(); !links.isEmpty()) {
        options.link = linkOf(links.first());
        if (!options.link || links.size() > 1)
            return failure(Error::Kind::Malformed, u"a link looks like doorstep://stop/ID or doorstep://driver/ID"_s);
    }
    return options;
}

} // namespace Doorstep
