// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dragging.h"
#include "app/handling.h"
#include "app/handlingactions.h"
#include "app/languages.h"
#include "app/livestore.h"
#include "app/workplace.h"
#include "models/sync/uplink.h"
#include "tests/support/days.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/cardlist.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/toasts.h"
#include "widgets/shell/workbench.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

namespace Doorstep::Test {

using namespace Qt::StringLiterals;

/// In what a window is looked at.
struct Look
{
    bool isDark = false;
    QSize size{1600, 1000};
    QString language = u"en"_s;
    bool isMirrored = false;
};

/// A workplace with a desk and without a backend: what is decided is kept, shown, and waits. With the helpers that
/// tests upon it share.
class WorkedDesk : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void initTestCase()
    {
        m_appearance = std::make_unique<Appearance>(*qApp);
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

    void init()
    {
        Test::failOnOurWarnings();
        m_store = std::make_unique<LiveStore>();
        m_store->clock.set(Test::at(14, 7), 0);
        m_store->overlay.apply(Test::someDay(8, 96));
        m_place = std::make_unique<Workplace>(*m_store, *m_appearance);
        m_uplink = std::make_unique<Uplink>(UplinkOptions{.server = {}, .outboxPath = {}});
        m_desk = std::make_unique<Desk>(m_store->fleet, m_store->overlay, m_store->setbacks, *m_uplink, m_store->clock);
        m_uplink->start();
        signIn(User::Role::Admin);
        m_place->setDesk(m_desk.get());
        auto &window = m_place->window();
        window.resize(1600, 1000);
        window.workbench().showArrangement(Arrangement::Dispatch);
        window.showWorkbench();
        window.show();
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        QTRY_VERIFY(!m_desk->refusalOf({}));
    }

    void cleanup()
    {
        m_place->setDesk(nullptr);
        m_place.reset();
        m_desk.reset();
        m_uplink.reset();
        m_store.reset();
    }

protected:
    void signIn(User::Role role)
    {
        const User user{.id = UserId(u"ana-%1"_s.arg(static_cast<int>(role))),
                        .name = u"ana"_s,
                        .fullName = {},
                        .roles = {role},
                        .driver = {}};
        m_desk->setPerson(user);
        m_uplink->setPerson(user, {});
    }

    /// Makes everything anew in \a look.
    void wear(const Look &look)
    {
        m_languages.use(look.language);
        QGuiApplication::setLayoutDirection(look.isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        m_appearance->setScheme(look.isDark ? Appearance::Scheme::Dark : Appearance::Scheme::Light);
        cleanup();
        init();
        m_place->window().resize(look.size);
        QTRY_COMPARE(m_place->window().size(), look.size);
    }
    void wearUsual()
    {
        m_languages.use(u"en"_s);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        m_appearance->setScheme(Appearance::Scheme::Light);
    }

    void select(const QList<StopId> &stops) { m_store->selection.selectStops(stops); }
    [[nodiscard]] QAction *action(const QString &id) { return m_place->actions().find(id); }
    [[nodiscard]] Toasts &toasts() { return m_place->handling().toasts(); }
    [[nodiscard]] const Stop &shown(const StopId &id) { return *m_store->fleet.stops().find(id); }
    [[nodiscard]] QString nameOf(const RouteId &route) { return m_place->handling().nameOf(route); }

    /// An open stop of route \a route, not its last.
    [[nodiscard]] StopId openStop(int route)
    {
        const auto &stops = m_store->fleet.routes().find(Test::routeId(route))->stops;
        for (qsizetype i = m_place->handling().firstOpenPlace(Test::routeId(route)); i < stops.size(); ++i) {
            if (shown(stops.at(i)).status == Stop::Status::Planned && shown(stops.at(i)).where.isValid())
                return stops.at(i);
        }
        return {};
    }

    [[nodiscard]] static QDateTime at14To(int minutes) { return Test::at(14, 7).addSecs(qint64{60} * minutes); }

    /// A stop that failed with nobody home on a route that is underway; its window ends at \a windowEnd.
    [[nodiscard]] StopId failedStop(const QDateTime &windowEnd)
    {
        auto stop = shown(openStop(0));
        stop.status = Stop::Status::Failed;
        stop.failure = Stop::Failure::NobodyHome;
        stop.attempts = 1;
        stop.completedAt = Test::at(14, 5);
        stop.window = {.from = Test::at(13), .to = windowEnd};
        auto route = *m_store->fleet.routes().find(stop.route);
        route.status = Route::Status::Underway;
        Batch batch;
        batch.stops.written = {stop};
        batch.routes.written = {route};
        m_store->overlay.apply(batch);
        return stop.id;
    }

    [[nodiscard]] StopId doneStop()
    {
        for (const auto &stop : m_store->fleet.stops()) {
            if (stop.status == Stop::Status::Delivered)
                return stop.id;
        }
        return {};
    }

    [[nodiscard]] QAction *choiceOf(const QMenu &menu, const RouteId &route)
    {
        for (auto *choice : menu.actions()) {
            if (choice->text().startsWith(nameOf(route)))
                return choice;
        }
        return nullptr;
    }

    [[nodiscard]] static QModelIndex rowOf(const QAbstractItemView &list, int role, const QString &id)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const auto index = list.model()->index(row, 0);
            if (index.data(role).toString() == id)
                return index;
        }
        return {};
    }

    /// Late in the row of \a route.
    [[nodiscard]] static QPoint placeIn(const TimelineView &view, const RouteId &route)
    {
        const auto *surface = view.viewport();
        for (int y = 0; y < surface->height(); ++y) {
            const QPoint at(surface->width() - 40, y + 3);
            if (const auto gap = view.gapAt(at); gap && gap->route == route)
                return at;
        }
        qFatal("the route is not in sight");
    }

    /// As a held mouse does: all moves go to where the button went down.
    static void move(QWidget &source, QPoint /*from*/, QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(source.mapToGlobal(to)), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&source, &event);
    }

    void drag(QWidget &source, QPoint from, QWidget &target, QPoint to)
    {
        const auto there = source.mapFromGlobal(target.mapToGlobal(to));
        QTest::mousePress(&source, Qt::LeftButton, {}, from);
        move(source, from, from + QPoint(20, 0));
        move(source, from, there);
        QVERIFY2(QApplication::overrideCursor() && QApplication::overrideCursor()->shape() == Qt::DragMoveCursor,
                 qPrintable(m_place->dragging().drag().hint()));
        QTest::mouseRelease(&source, Qt::LeftButton, {}, there);
    }

    Languages m_languages;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<Uplink> m_uplink;
    std::unique_ptr<Desk> m_desk;
};

} // namespace Doorstep::Test
