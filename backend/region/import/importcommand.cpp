// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/importcommand.h"

#include "backend/region/import/openregion.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>
#include <print>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int succeeded = 0;
constexpr int cannotWrite = 1;
constexpr int badInput = 2;

struct Arguments
{
    QString extract;
    QString folder;
};

Result<Arguments> parse(QStringList arguments)
{
    const auto usage = failure(Error::Kind::Malformed, u"Usage: doorstepd region import FILE.osm.pbf [--out DIR]"_s);
    Arguments parsed;
    if (arguments.value(0) != "import"_L1)
        return usage;
    arguments.removeFirst();
    while (!arguments.isEmpty()) {
        const auto argument = arguments.takeFirst();
        if (argument == "--out"_L1 && !arguments.isEmpty())
            parsed.folder = arguments.takeFirst();
        else if (argument.startsWith("--out="_L1))
            parsed.folder = argument.sliced(6);
        else if (argument.startsWith(u'-') || !parsed.extract.isEmpty())
            return usage;
        else
            parsed.extract = argument;
    }
    if (parsed.extract.isEmpty())
        return usage;
    if (parsed.folder.isEmpty())
        parsed.folder = QFileInfo(parsed.extract).absolutePath();
    return parsed;
}

/// One line on standard error that is drawn over and over; when that is no terminal, a plain line every few percent,
/// which a log can bear and a program that watches can read.
class ProgressBar
{
public:
    void show(QStringView what, double fraction)
    {
        const int percent = static_cast<int>(fraction * 100.0);
        constexpr int linesApart = 5;
        if (what == m_what && (percent == m_percent || (!m_isTerminal && percent < m_percent + linesApart)))
            return;
        if (!m_isTerminal)
            std::println(stderr, "{} % {}", percent, what.toString().toStdString());
        m_what = what.toString();
        m_percent = percent;
        if (!m_isTerminal)
            return;
        constexpr int width = 30;
        const auto done = static_cast<std::size_t>(std::clamp(percent * width / 100, 0, width));
        const auto bar = std::string(done, '#') + std::string(width - done, '.');
        std::print(stderr, "\r\033[K[{}] {:3} % {}", bar, percent, m_what.toStdString());
        std::fflush(stderr);
    }

    void finish() const
    {
        if (m_isTerminal)
            std::fputs("\r\033[K", stderr);
    }

private:
    bool m_isTerminal = ::isatty(STDERR_FILENO) != 0;
    QString m_what;
    int m_percent = -1;
};

} // namespace

int regionCommand(const QStringList &arguments)
{
    const auto parsed = parse(arguments);
    if (!parsed) {
        std::println(stderr, "{}", parsed.error().detail.toStdString());
        return badInput;
    }
    QElapsedTimer timer;
    timer.start();
    ProgressBar bar;
    const auto region = importRegion(parsed->extract, QDir(parsed->folder).filePath(u"region.sqlite"_s), regionSinks(),
                                     [&bar](QStringView what, double fraction) { bar.show(what, fraction); });
    bar.finish();
    if (!region) {
        std::println(stderr, "{}", region.error().detail.toStdString());
        return region.error().kind == Error::Kind::Storage ? cannotWrite : badInput;
    }
    std::println("{}: made from {} in {:.1f} s. {}.", region->databasePath.toStdString(),
                 region->sourceName.toStdString(), static_cast<double>(timer.elapsed()) * 1e-3,
                 region->attribution.toStdString());
    return succeeded;
}

} // namespace Doorstep
