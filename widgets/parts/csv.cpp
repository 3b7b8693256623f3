// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/csv.h"

#include <QAbstractItemModel>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Doorstep {

QString csvCell(const QString &text)
{
    QString cell = text;
    bool isNumber = false;
    static_cast<void>(cell.toDouble(&isNumber));
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()) && !isNumber)
        cell.prepend(u'\'');
    const bool mustQuote = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r')
        || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!mustQuote)
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray csvOf(const QAbstractItemModel &model)
{
    QString text = QChar(QChar::ByteOrderMark);
    const int columns = model.columnCount();
    const auto line = [&](auto cell) {
        for (int column = 0; column < columns; ++column) {
            if (column > 0)
                text += u',';
            text += csvCell(cell(column));
        }
        text += "\r\n"_L1;
    };
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < model.rowCount(); ++row)
        line([&](int column) { return model.index(row, column).data().toString(); });
    return text.toUtf8();
}

Result<> exportCsv(const QAbstractItemModel &model, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, file.errorString());
    file.write(csvOf(model));
    if (!file.commit())
        return failure(Error::Kind::Storage, file.errorString());
    return {};
}

} // namespace Doorstep
