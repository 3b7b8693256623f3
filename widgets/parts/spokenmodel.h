// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIdentityProxyModel>

#include <functional>

namespace Doorstep {

/// A model as it is, with each row's words for screen readers: what a delegate paints is silent otherwise.
class SpokenModel : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using Words = std::function<QString(const QModelIndex &)>;

    SpokenModel(QAbstractItemModel &source, Words words, QObject *parent = nullptr)
        : QIdentityProxyModel(parent)
        , m_words(std::move(words))
    {
        setSourceModel(&source);
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::AccessibleTextRole && index.isValid())
            return m_words(mapToSource(index));
        return QIdentityProxyModel::data(index, role);
    }

private:
    Words m_words;
};

} // namespace Doorstep
