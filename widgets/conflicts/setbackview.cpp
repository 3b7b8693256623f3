// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/conflicts/setbackview.h"

#include "widgets/conflicts/ordertable.h"
#include "widgets/conflicts/valuewords.h"
#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/refusalwords.h"
#include "widgets/parts/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

/// A cell of the comparison: plain text, wrapped, on a ground of its own where two people disagree.
class Cell : public QLabel
{
public:
    Cell(const QString &text, bool isDisputed, QWidget *parent)
        : QLabel(parent)
        , m_isDisputed(isDisputed)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setContentsMargins(8, 5, 8, 5);
        setAlignment(Qt::AlignLeading | Qt::AlignTop);
        if (isDisputed)
            setFont(scaled(font(), 1.0, QFont::DemiBold));
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (m_isDisputed) {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Theme::of(palette()).riskSoft);
            painter.drawRoundedRect(rect(), 5, 5);
        }
        QLabel::paintEvent(event);
    }

private:
    bool m_isDisputed;
};

} // namespace

SetbackView::SetbackView(const ValueWords &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_title(plainLabel({}, this))
    , m_about(plainLabel({}, this))
    , m_reason(new Notice(this))
    , m_place(new QVBoxLayout)
{
    m_title->setFont(scaled(font(), 1.15, QFont::DemiBold));
    m_about->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(m_reason);
    layout->addLayout(m_place, 1);
}

void SetbackView::show(const Setback &setback, const QString &theirs, const QDateTime &now)
{
    m_title->setText(setback.text);
    const auto at = setback.at.isValid() ? m_words.when(setback.at, now) : QString();
    m_about->setText(setback.about.id.isEmpty() ? tr("You, %1").arg(at)
                                                : tr("%1 · you, %2").arg(m_words.about(setback.about), at));
    auto reason = RefusalWords::of(setback.code, setback.field);
    if (!theirs.isEmpty())
        reason += u' ' + theirs;
    m_reason->tell(setback.kind == Setback::Kind::Conflict ? Notice::Tone::Risk : Notice::Tone::Bad, reason);

    delete m_comparison;
    m_comparison = nullptr;
    const bool isOrder = std::ranges::any_of(setback.fields, [](const auto &field) {
        return field.mine.metaType() == QMetaType::fromType<QList<StopId>>();
    });
    if (isOrder)
        showOrders(setback.fields);
    else
        showFields(setback.fields);
    m_place->addWidget(m_comparison, 1);
    m_comparison->show();
}

void SetbackView::showFields(const QList<Setback::Field> &fields)
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 4, 6, 4);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    if (!fields.isEmpty()) {
        int column = 1;
        for (const auto &head : {tr("Before"), tr("Mine"), tr("Theirs")}) {
            auto *label = new Cell(head, false, content);
            label->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(label, 0, column++);
        }
    }
    int row = 1;
    for (const auto &field : fields) {
        const auto label = ValueWords::field(field.name);
        auto *name = new Cell(field.isDisputed ? u"≠ "_s + label : label, false, content);
        name->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(name, row, 0);
        auto *before = new Cell(m_words.value(field.name, field.was), false, content);
        before->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(before, row, 1);
        auto *mine = new Cell(m_words.value(field.name, field.mine), field.isDisputed, content);
        mine->setAccessibleName(tr("%1, mine: %2").arg(label, mine->text()));
        grid->addWidget(mine, row, 2);
        auto *theirs =
            new Cell(field.theirs == field.was && field.theirs.isValid() ? tr("not changed")
                                                                         : m_words.value(field.name, field.theirs),
                     field.isDisputed, content);
        theirs->setAccessibleName(tr("%1, theirs: %2").arg(label, theirs->text()));
        grid->addWidget(theirs, row, 3);
        ++row;
    }
    for (int column = 1; column <= 3; ++column)
        grid->setColumnStretch(column, column == 1 ? 2 : 3);
    grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Mine beside theirs"));
    scroll->setProperty("clear", true);
    scroll->setWidget(content);
    m_comparison = scroll;
}

void SetbackView::showOrders(const QList<Setback::Field> &fields)
{
    m_comparison = new QWidget(this);
    auto *rows = new QVBoxLayout(m_comparison);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(4);
    for (const auto &field : fields) {
        auto *table = new OrderTable(m_comparison);
        table->compare(field.mine.value<QList<StopId>>(), field.theirs.value<QList<StopId>>(),
                       [this](const StopId &stop) { return m_words.stop(stop); });
        auto *head = plainLabel({}, m_comparison);
        auto whose = m_words.about(field.of);
        whose[0] = whose.at(0).toUpper(); // it begins a line
        head->setText(tr("%1: %n difference(s)", nullptr, table->differences()).arg(whose));
        head->setFont(scaled(font(), 1.0, QFont::DemiBold));
        rows->addWidget(head);
        rows->addWidget(table, 1);
    }
}

} // namespace Doorstep

#include "moc_setbackview.cpp"
