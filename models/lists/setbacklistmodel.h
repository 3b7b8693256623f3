// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/setback.h"

#include <QAbstractListModel>

namespace Doorstep {

class Setbacks;

/// The decisions that the backend did not take, oldest first. Words are made by widgets.
class SetbackListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        IdRole = Qt::UserRole, ///< QString
        KindRole, ///< Setback::Kind
        AtRole, ///< QDateTime UTC: when it was decided
        CodeRole, ///< QString: a word of docs/commands.md
        FieldRole, ///< QString: the disputed one; may be empty
        CanTryAgainRole, ///< bool
    };
    Q_ENUM(Role)

    /// \a setbacks must outlive the model.
    explicit SetbackListModel(const Setbacks &setbacks, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is what the person did, in their words.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Setback &at(int row) const { return m_setbacks.at(row); }
    /// Invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const CommandId &id) const;

private:
    void insert(const Setback &setback);
    void change(const Setback &setback);
    void remove(const CommandId &id);

    QList<Setback> m_setbacks;
};

} // namespace Doorstep
