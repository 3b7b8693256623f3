// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/workbench.h"

#include <QDockWidget>
#include <QEvent>
#include <QResizeEvent>

#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

constexpr int stateVersion = 4;

/// How a pane is placed: beside (or below) one that is there already, and how much of the workbench it takes.
struct Place
{
    QString pane;
    QString from; ///< Empty for the first.
    Qt::Orientation split = Qt::Horizontal;
    double share = 0.0; ///< Of the workbench's width or height along the split; 0 takes what is left.
    int least = 0; ///< Pixels along the split, however small the share of a small window would be.
};

QList<Place> designOf(Arrangement arrangement)
{
    switch (arrangement) {
    case Arrangement::Dispatch:
        return {{.pane = u"routes"_s, .from = {}, .split = Qt::Horizontal, .share = 0.175, .least = 252},
                {.pane = u"map"_s, .from = u"routes"_s, .split = Qt::Horizontal, .share = 0},
                {.pane = u"attention"_s, .from = u"map"_s, .split = Qt::Horizontal, .share = 0.23, .least = 324},
                {.pane = u"timeline"_s, .from = u"map"_s, .split = Qt::Vertical, .share = 0.215},
                {.pane = u"details"_s, .from = u"attention"_s, .split = Qt::Vertical, .share = 0.42}};
    case Arrangement::Support:
        return {{.pane = u"attention"_s, .from = {}, .split = Qt::Horizontal, .share = 0.215, .least = 280},
                {.pane = u"stops"_s, .from = u"attention"_s, .split = Qt::Horizontal, .share = 0},
                {.pane = u"details"_s, .from = u"stops"_s, .split = Qt::Horizontal, .share = 0.235, .least = 290},
                {.pane = u"map"_s, .from = u"details"_s, .split = Qt::Vertical, .share = 0.40}};
    case Arrangement::Reroute:
        return {{.pane = u"routes"_s, .from = {}, .split = Qt::Horizontal, .share = 0.175, .least = 252},
                {.pane = u"map"_s, .from = u"routes"_s, .split = Qt::Horizontal, .share = 0},
                {.pane = u"reroute"_s, .from = u"map"_s, .split = Qt::Horizontal, .share = 0.262, .least = 360}};
    case Arrangement::Supervise:
        return {{.pane = u"day"_s, .from = {}, .split = Qt::Horizontal, .share = 0},
                {.pane = u"drivers"_s, .from = u"day"_s, .split = Qt::Vertical, .share = 0.6},
                {.pane = u"cases"_s, .from = u"day"_s, .split = Qt::Horizontal, .share = 0.38, .least = 440}};
    }
    std::unreachable();
}

/// The title bar of a pane that has none.
class NoHeader : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {0, 0}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }
};

} // namespace

Workbench::Workbench(QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
{
    setWindowFlags(Qt::Widget);
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void Workbench::addPane(const Pane &pane)
{
    Q_ASSERT(!m_docks.contains(pane.name));
    auto *dock = new QDockWidget(pane.title, this);
    dock->setObjectName(u"pane."_s + pane.name);
    dock->setAccessibleName(pane.title);
    dock->setWidget(pane.body);
    auto *header = pane.header ? pane.header : new NoHeader(dock);
    dock->setTitleBarWidget(header);
    if (!pane.header) {
        // Nothing to drag while docked; floating, it gets a title bar like any window.
        connect(dock, &QDockWidget::topLevelChanged, dock,
                [dock, header](bool floating) { dock->setTitleBarWidget(floating ? nullptr : header); });
    }
    dock->installEventFilter(this);
    dock->hide();
    m_docks.insert(pane.name, dock);
    m_order.append(pane.name);
}

QList<QDockWidget *> Workbench::docks() const
{
    QList<QDockWidget *> all;
    for (const auto &name : m_order)
        all.append(m_docks.value(name));
    return all;
}

void Workbench::showArrangement(Arrangement arrangement)
{
    if (m_isArranged && arrangement == m_arrangement)
        return;
    if (m_isArranged)
        m_states.insert(wordOf(m_arrangement), saveState(stateVersion));
    m_arrangement = arrangement;
    m_isArranged = true;
    // The design first, always: a saved state that does not name every pane must not leave them where they were.
    layOut();
    const auto saved = m_states.value(wordOf(arrangement));
    if (!saved.isEmpty() && restoreState(saved, stateVersion))
        m_mustSize = false;
    rememberSizes();
    Q_EMIT arrangementChanged(arrangement);
}

void Workbench::resetArrangement()
{
    m_states.remove(wordOf(m_arrangement));
    layOut();
}

void Workbench::toggleFloating(const QString &pane)
{
    if (auto *dock = m_docks.value(pane)) {
        dock->show();
        dock->setFloating(!dock->isFloating());
        dock->raise();
    }
}

void Workbench::setFloatingHidden(bool hidden)
{
    if (!hidden) {
        for (const auto &pane : std::exchange(m_hiddenFloating, {}))
            m_docks.value(pane)->show();
        return;
    }
    for (const auto &[pane, dock] : m_docks.asKeyValueRange()) {
        if (dock->isFloating() && dock->isVisible()) {
            m_hiddenFloating.append(pane);
            dock->hide();
        }
    }
}

void Workbench::setStates(const States &states)
{
    m_states = states;
    m_isArranged = false; // what is shown is another person's
}

Workbench::States Workbench::states() const
{
    auto all = m_states;
    if (m_isArranged)
        all.insert(wordOf(m_arrangement), saveState(stateVersion));
    return all;
}

void Workbench::layOut()
{
    for (auto *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        dock->hide(); // before: saved as shown, a removed one would come back with this arrangement
        removeDockWidget(dock);
    }
    for (const auto &place : designOf(m_arrangement)) {
        auto *dock = m_docks.value(place.pane);
        if (!dock)
            continue;
        if (auto *from = m_docks.value(place.from))
            splitDockWidget(from, dock, place.split);
        else
            addDockWidget(Qt::LeftDockWidgetArea, dock, Qt::Horizontal);
        dock->show();
    }
    m_mustSize = true;
    if (isVisible())
        sizeAsDesigned();
}

void Workbench::sizeAsDesigned()
{
    m_mustSize = !isVisible();
    QHash<QString, QSize> sizes;
    for (const auto &place : designOf(m_arrangement)) {
        if (place.share <= 0)
            continue;
        const int least = std::min(place.least, width() / 3);
        sizes.insert(place.pane, (QSizeF(size()) * place.share).toSize().expandedTo({least, least}));
    }
    give(sizes);
    rememberSizes();
}

void Workbench::give(const QHash<QString, QSize> &wanted)
{
    const auto isDocked = [](const QDockWidget *dock) { return dock && !dock->isHidden() && !dock->isFloating(); };
    const auto design = designOf(m_arrangement);
    // Whoever takes what is left must be told too: without a central widget the others give nothing away.
    QList<QDockWidget *> columns;
    QList<int> widths;
    QDockWidget *rest = nullptr;
    for (const auto &place : design) {
        auto *dock = m_docks.value(place.pane);
        const auto size = wanted.value(place.pane);
        if (!isDocked(dock))
            continue;
        if (place.split == Qt::Vertical) {
            if (auto *above = m_docks.value(place.from); isDocked(above) && size.isValid())
                resizeDocks({above, dock}, {std::max(1, height() - size.height()), std::max(1, size.height())},
                            Qt::Vertical);
        } else if (place.share <= 0) {
            rest = dock;
        } else if (size.isValid()) {
            columns.append(dock);
            widths.append(size.width());
        }
    }
    if (rest) {
        columns.append(rest);
        widths.append(std::max(1, width() - std::accumulate(widths.begin(), widths.end(), 0)));
    }
    resizeDocks(columns, widths, Qt::Horizontal);
}

void Workbench::rememberSizes()
{
    m_sizedFor = size();
    m_keptSizes.clear();
    for (const auto &place : designOf(m_arrangement))
        if (const auto *dock = m_docks.value(place.pane); dock && place.share > 0)
            m_keptSizes.insert(place.pane, dock->size());
}

void Workbench::keepSizes()
{
    give(m_keptSizes);
    m_sizedFor = size();
}

bool Workbench::eventFilter(QObject *watched, QEvent *event)
{
    // A pane that changes while the workbench does not was dragged by its separator: that is the size to keep.
    if (event->type() == QEvent::Resize && size() == m_sizedFor) {
        const auto *dock = static_cast<QWidget *>(watched);
        const auto name = dock->objectName().sliced(qsizetype{5});
        if (m_keptSizes.contains(name))
            m_keptSizes[name] = dock->size();
    }
    return QMainWindow::eventFilter(watched, event);
}

void Workbench::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_mustSize)
        sizeAsDesigned();
    else if (m_isArranged && isVisible())
        keepSizes();
}

void Workbench::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Docks have no size of their own before they were laid out once.
    if (m_isArranged && m_mustSize)
        QMetaObject::invokeMethod(this, &Workbench::sizeAsDesigned, Qt::QueuedConnection);
}

} // namespace Doorstep

#include "moc_workbench.cpp"
