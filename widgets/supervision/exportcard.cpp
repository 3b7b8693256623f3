// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/supervision/exportcard.h"

#include "widgets/parts/csv.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/words.h"

#include <QFileDialog>
#include <QTableView>
#include <QToolButton>

namespace Doorstep {

ExportCard::ExportCard(const Words &words, QTableView &table, QWidget *parent)
    : PanelCard(words.title, parent)
    , m_words(words)
    , m_table(table)
    , m_notice(new Notice(this))
{
    auto *exporting = new QToolButton(this);
    exporting->setText(tr("Export CSV"));
    exporting->setProperty("quiet", true);
    exporting->setAccessibleName(words.asking);
    connect(exporting, &QAbstractButton::clicked, this, &ExportCard::exportTable);
    addControl(exporting);
    addBody(m_notice);
    addBody(&m_table, 1);
}

void ExportCard::exportTable()
{
    const auto path = QFileDialog::getSaveFileName(this, m_words.asking, m_words.fileName, tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = exportCsv(*m_table.model(), path); !written)
        m_notice->tell(Notice::Tone::Bad, Doorstep::Words::of(written.error().kind));
    else
        m_notice->tell(Notice::Tone::Neutral, m_words.exported(m_table.model()->rowCount()).arg(path));
}

} // namespace Doorstep

#include "moc_exportcard.cpp"
