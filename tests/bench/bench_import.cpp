// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/import/openregion.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <print>
#include <sys/resource.h>

using namespace Doorstep;
using namespace Qt::StringLiterals;

// The whole import of an extract, and each stage of it: `bench_import [city.osm.pbf]`.

// NOLINTNEXTLINE(bugprone-exception-escape): ends with what it throws, as a bench may
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto extract =
        argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(DOORSTEP_RESOURCES "/regions/montevideo.osm.pbf");
    const QTemporaryDir folder;
    QElapsedTimer whole;
    QElapsedTimer stage;
    QString current;
    const auto tellStage = [&] {
        if (!current.isEmpty())
            std::println("bench name=import-stage value={:.2f} unit=s n=1 stage=\"{}\"",
                         static_cast<double>(stage.elapsed()) * 1e-3, qPrintable(current));
    };
    whole.start();
    stage.start();
    const auto region =
        importRegion(extract, folder.filePath(u"region.sqlite"_s), regionSinks(), [&](QStringView what, double) {
            if (what == current)
                return;
            tellStage();
            current = what.toString();
            stage.restart();
        });
    tellStage();
    if (!region) {
        std::println(stderr, "{}", qPrintable(region.error().detail));
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::println("bench name=import value={:.2f} unit=s n=1 cpu={:.2f} memory_mb={} file_mb={:.1f}",
                 static_cast<double>(whole.elapsed()) * 1e-3, double(std::clock()) / CLOCKS_PER_SEC,
                 usage.ru_maxrss / 1024, static_cast<double>(QFileInfo(region->databasePath).size()) * 1e-6);
    return 0;
}
