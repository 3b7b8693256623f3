// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/places/gathered.h"

namespace Doorstep::Places {

int Labels::operator()(const QString &text)
{
    if (text.isEmpty())
        return 0;
    auto &label = m_known[text];
    if (label == 0) {
        m_all.append(text);
        label = static_cast<int>(m_all.size());
    }
    return label;
}

} // namespace Doorstep::Places
