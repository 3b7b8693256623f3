// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
// How long it takes from a driver's "nobody home" until its card is painted in the queue of a console, with the real
// doorstepd on this machine; and what a frame costs while 500 cards are scrolled through.
#include "models/lists/attentionfiltermodel.h"
#include "models/lists/attentionlistmodel.h"
#include "models/store/concerns.h"
#include "models/store/selection.h"
#include "tests/support/backendprocess.h"
#include "tests/support/httpconnection.h"
#include "tests/support/workingconsole.h"
#include "widgets/attention/attentionpane.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

#include <utility>

using namespace Doorstep;
using namespace Doorstep::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int routeCount = 20;
constexpr int stopCount = 1'000;
constexpr int events = 200;
constexpr int cards = 500;
constexpr int frames = 600;

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

void report(const QString &name, const QList<double> &values)
{
    QTextStream(stdout) << "bench name=" << name << "_p50 value=" << QString::number(percentile(values, 0.5), 'f', 2)
                        << " unit=ms n=" << values.size() << "\nbench name=" << name
                        << "_p99 value=" << QString::number(percentile(values, 0.99), 'f', 2)
                        << " unit=ms n=" << values.size() << '\n';
}

bool waitUntil(const std::function<bool()> &condition, std::chrono::seconds limit = 60s)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.durationElapsed() > limit)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    return true;
}

/// Says when a widget is about to be painted.
class Painting : public QObject
{
public:
    explicit Painting(QWidget &widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && begins)
            begins();
        return QObject::eventFilter(watched, event);
    }
    std::function<void()> begins;
};

/// The queue of a console, on a screen.
struct Queue
{
    explicit Queue(WorkingConsole &console)
        : concerns(console.fleet)
        , selection(console.fleet)
        , all(console.fleet, concerns)
        , open(all)
        , pane(open, selection, console.clock)
        , painting(*new Painting(*pane.list()->viewport()))
    {
        pane.resize(360, 900);
        pane.show();
    }

    [[nodiscard]] bool has(const StopId &stop) const { return open.indexOf(u"stop:"_s + stop.toString()).isValid(); }

    Concerns concerns;
    Selection selection;
    AttentionListModel all;
    AttentionFilterModel open;
    AttentionPane pane;
    Painting &painting;
};

// From the driver's word until the list paints with the card in it.
bool measureEvents(const QUrl &server, WorkingConsole &console, Queue &queue, const QList<StopId> &stops)
{
    const auto token = tokenOf(server, BackendProcess::user, BackendProcess::password);
    QList<double> times;
    for (int i = 0; i < events; ++i) {
        const auto &stop = stops.at(i);
        const QJsonObject attempt{{u"outcome"_s, u"failed"_s},
                                  {u"failure"_s, u"nobody_home"_s},
                                  {u"at"_s, console.clock.now().toString(Qt::ISODateWithMs)}};
        QElapsedTimer timer;
        bool isShown = false;
        queue.painting.begins = [&] {
            if (!std::exchange(isShown, queue.has(stop)) && isShown)
                times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        };
        const auto path = "/v1/stops/" + stop.toString().toLatin1() + "/attempts";
        timer.start();
        if (ask(server, request("POST", path, "application/json", QJsonDocument(attempt).toJson(), token)).isEmpty()
            || !waitUntil([&] { return isShown; }))
            return false;
        queue.painting.begins = {};
    }
    report(u"event_to_card"_s, times);
    return true;
}

// Each frame by the processor time of painting it, as the mouse wheel moves the list.
bool measureScrolling(WorkingConsole &console, Queue &queue)
{
    Batch batch;
    for (const auto &stop : console.fleet.stops()) {
        if (batch.stops.written.size() == cards)
            break;
        auto failed = stop;
        failed.status = Stop::Status::Failed;
        failed.failure = Stop::Failure::NobodyHome;
        failed.completedAt = console.clock.now();
        batch.stops.written.append(failed);
    }
    console.overlay.apply(batch);
    if (!waitUntil([&] { return queue.open.rowCount() >= cards; }))
        return false;
    auto &bar = *queue.pane.list()->verticalScrollBar();
    QList<double> times;
    int step = 37;
    for (int i = 0; i < frames; ++i) {
        if (bar.value() == bar.maximum() || (i > 0 && bar.value() == bar.minimum()))
            step = -step;
        QElapsedTimer timer;
        timer.start();
        bar.setValue(bar.value() + step);
        queue.pane.list()->viewport()->repaint();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report(u"frame_of_500_cards"_s, times);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Appearance appearance(application);
    BackendProcess backend(QStringLiteral(DOORSTEP_PROGRAMS));
    if (!backend.start())
        qFatal("%s", qPrintable(backend.problem()));
    const auto stops = fillTown(backend.url(), routeCount, stopCount);
    const QTemporaryDir directory;
    WorkingConsole console(backend.url(), directory.path());
    console.signIn(QString::fromLatin1(BackendProcess::user), QString::fromLatin1(BackendProcess::password));
    if (stops.size() != stopCount
        || !waitUntil([&] { return console.isReady() && console.fleet.stops().size() >= stopCount; }))
        qFatal("the town is not there");
    console.fleet.setDay(console.fleet.routes().at(0).day);
    Queue queue(console);
    if (!measureEvents(backend.url(), console, queue, stops) || !measureScrolling(console, queue))
        qFatal("no card was shown");
    return 0;
}
