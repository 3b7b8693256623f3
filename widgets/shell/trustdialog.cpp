// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/shell/trustdialog.h"

#include "widgets/parts/fonts.h"
#include "widgets/parts/notice.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype pairsALine = 8;

/// 32 pairs in four lines, which eyes can compare.
QString inLines(const QString &fingerprint)
{
    const auto pairs = fingerprint.split(u':');
    QStringList lines;
    for (qsizetype i = 0; i < pairs.size(); i += pairsALine)
        lines.append(pairs.mid(i, pairsALine).join(u"  "_s));
    return lines.join(u'\n');
}

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // a certificate says what its maker likes
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

TrustDialog::TrustDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Is this your server?"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = plain(tr("No authority vouches for %1").arg(question.server), this);
    title->setFont(scaled(font(), 1.25, QFont::DemiBold));
    auto *notice = new Notice(this);
    if (question.fingerprint.isEmpty())
        notice->tell(Notice::Tone::Bad,
                     tr("This certificate cannot be trusted: %1 Ask who runs the server.").arg(question.problem));
    else if (question.isChanged)
        notice->tell(Notice::Tone::Bad,
                     tr("It is another certificate than the one you trusted. The server was set up anew, or somebody "
                        "stands between you and it."));
    else
        notice->tell(Notice::Tone::Risk, question.problem);

    auto *form = new QFormLayout;
    form->addRow(tr("Issued to"), plain(question.subject, this));
    form->addRow(tr("Issued by"), plain(question.issuer, this));
    form->addRow(tr("Valid until"), plain(locale().toString(question.expiresAt.date(), QLocale::LongFormat), this));
    auto *fingerprint = plain(inLines(question.fingerprint), this);
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fingerprint->setAccessibleName(tr("SHA-256 fingerprint"));
    if (!question.fingerprint.isEmpty())
        form->addRow(tr("Fingerprint"), fingerprint);

    auto *buttons = new QDialogButtonBox(this);
    auto *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setIcon({}); // a style's own drawing, in no colour of ours
    cancel->setDefault(true);
    if (!question.fingerprint.isEmpty()) {
        auto *trust = buttons->addButton(tr("It is the same: &trust this server"), QDialogButtonBox::ActionRole);
        trust->setAutoDefault(false);
        connect(trust, &QPushButton::clicked, this, [this] {
            Q_EMIT trusted();
            accept();
        });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(notice);
    layout->addLayout(form);
    if (!question.fingerprint.isEmpty())
        layout->addWidget(plain(tr("Compare it with the fingerprint that whoever runs the server tells you, by another "
                                   "way than this connection. Trust it only when they are the same."),
                                this));
    layout->addWidget(buttons);
    setMinimumWidth(520);
    cancel->setFocus();
}

} // namespace Doorstep

#include "moc_trustdialog.cpp"
