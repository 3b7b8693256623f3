// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/spokenmodel.h"

#include "moc_spokenmodel.cpp"
