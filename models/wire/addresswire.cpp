// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/addresswire.h"

#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
QJsonObject toJson(const Address &address)
{
    QJsonObject json{{u"text"_s, address.text}};
    putText(json, "street"_L1, address.street);
    putText(json, "house_number"_L1, address.houseNumber);
    putText(json, "unit"_L1, address.unit);
    putText(json, "suburb"_L1, address.suburb);
    putText(json, "city"_L1, address.city);
    putText(json, "postcode"_L1, address.postcode);
    return json;
}

namespace {

template <typename Json>
Result<Address> read(const Json &json)
{
    BasicReader<Json> reader("address"_L1, json);
    Address address;
    address.text = reader.text("text"_L1);
    address.street = reader.optionalText("street"_L1);
    address.houseNumber = reader.optionalText("house_number"_L1);
    address.unit = reader.optionalText("unit"_L1);
    address.suburb = reader.optionalText("suburb"_L1);
    address.city = reader.optionalText("city"_L1);
    address.postcode = reader.optionalText("postcode"_L1);
    return reader.finish(std::move(address));
}

} // namespace

Result<Address> addressFromJson(const QJsonObject &json)
{
    return read(json);
}

Result<Address> readAddress(const JsonView &json)
{
    return read(json);
}

} // namespace Doorstep::Wire
