// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/attention/nextsteps.h"

#include "widgets/parts/flowlayout.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/stepbutton.h"

#include <QAction>
#include <QEvent>
#include <QKeySequence>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

NextSteps::NextSteps(QWidget *parent)
    : QWidget(parent)
    , m_reason(plainLabel({}, this))
    , m_buttons(new QWidget(this))
    , m_best(new StepButton(this))
    , m_others{new StepButton(this), new StepButton(this)}
    , m_more(new QPushButton(tr("More ▾", "all that can be done"), this))
{
    m_best->setProperty("primary", true);
    m_more->setAccessibleName(tr("Everything else that can be done"));
    m_more->setToolTip(m_more->accessibleName());
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { Q_EMIT moreRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    auto *flow = new FlowLayout(m_buttons);
    for (QWidget *button : std::initializer_list<QWidget *>{m_best, m_others[0], m_others[1], m_more})
        flow->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 6, 0);
    layout->setSpacing(7);
    layout->addWidget(m_reason);
    layout->addWidget(m_buttons);
    m_buttons->installEventFilter(this);
    arrange();
}

bool NextSteps::eventFilter(QObject *watched, QEvent *event)
{
    // Afterwards: what is hidden while it is being shown stays half of each.
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &NextSteps::fit, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// A third line would leave the facts no room in a low window; its button is behind "More" anyway.
void NextSteps::fit()
{
    constexpr int mostLines = 2;
    auto *last = m_others.back();
    QList<int> widths;
    for (const auto *button : std::initializer_list<StepButton *>{m_best, m_others.front(), last}) {
        if (button->step() != nullptr)
            widths.append(button->sizeHint().width());
    }
    widths.append(m_more->sizeHint().width());
    last->setRoom(FlowLayout::lines(widths, m_buttons->width()) <= mostLines);
}

void NextSteps::setActions(const QHash<Advice::Step, QAction *> &actions)
{
    m_actions = actions;
    for (auto *action : actions)
        connect(action, &QAction::enabledChanged, this, &NextSteps::arrange);
    arrange();
}

void NextSteps::show(const Advice &advice, const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    if (m_advice == advice)
        return;
    m_advice = advice;
    arrange();
}

StepButton *NextSteps::best() const
{
    return m_best->step() != nullptr && m_best->isEnabled() ? m_best : nullptr;
}

// The best is the first that can be done; those that cannot stay beside it and say why.
void NextSteps::arrange()
{
    QAction *best = nullptr;
    QList<QAction *> others;
    for (const auto step : std::as_const(m_advice.steps)) {
        auto *action = m_actions.value(step);
        if (action == nullptr)
            continue;
        if (best == nullptr && m_advice.reason != Advice::Reason::None && action->isEnabled())
            best = action;
        else
            others.append(action);
    }
    // A step that is taken away can move the keyboard, and that can bring other steps: those of the last call count.
    const int number = ++m_arranged;
    m_best->setStep(best, QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText));
    for (std::size_t i = 0; i < m_others.size() && number == m_arranged; ++i)
        m_others.at(i)->setStep(others.value(static_cast<qsizetype>(i)));
    fit();
}

} // namespace Doorstep

#include "moc_nextsteps.cpp"
