// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "widgets/parts/words.h"

#include <utility>

namespace Doorstep {

QString Words::of(Forecast::State state)
{
    switch (state) {
    case Forecast::State::OnTime:
        return tr("on time");
    case Forecast::State::AtRisk:
        return tr("at risk");
    case Forecast::State::Late:
        return tr("late");
    case Forecast::State::Silent:
        return tr("silent");
    case Forecast::State::Finished:
        return tr("finished");
    }
    std::unreachable();
}

QString Words::of(Stop::Status status)
{
    switch (status) {
    case Stop::Status::Planned:
        return tr("planned");
    case Stop::Status::Arrived:
        return tr("at the door");
    case Stop::Status::Delivered:
        return tr("delivered");
    case Stop::Status::Failed:
        return tr("failed");
    case Stop::Status::Cancelled:
        return tr("cancelled");
    }
    std::unreachable();
}

QString Words::of(Stop::Failure failure)
{
    switch (failure) {
    case Stop::Failure::None:
        return {};
    case Stop::Failure::NobodyHome:
        return tr("nobody home");
    case Stop::Failure::WrongAddress:
        return tr("wrong address");
    case Stop::Failure::Refused:
        return tr("refused");
    case Stop::Failure::Damaged:
        return tr("damaged");
    case Stop::Failure::Missing:
        return tr("parcel missing");
    case Stop::Failure::NoAccess:
        return tr("no access");
    case Stop::Failure::Other:
        return tr("other reason");
    }
    std::unreachable();
}

QString Words::of(Stop::Method method)
{
    switch (method) {
    case Stop::Method::InPerson:
        return tr("in person");
    case Stop::Method::SafePlace:
        return tr("safe place");
    case Stop::Method::Neighbour:
        return tr("neighbour");
    case Stop::Method::FrontDesk:
        return tr("front desk");
    case Stop::Method::Locker:
        return tr("locker");
    case Stop::Method::LeaveAtDoor:
        return tr("leave at the door");
    case Stop::Method::Garage:
        return tr("garage");
    case Stop::Method::RoomOfChoice:
        return tr("room of choice");
    case Stop::Method::WhiteGlove:
        return tr("white glove");
    }
    std::unreachable();
}

QString Words::of(Vehicle::Kind kind)
{
    switch (kind) {
    case Vehicle::Kind::Van:
        return tr("Van");
    case Vehicle::Kind::Bicycle:
        return tr("Bike");
    }
    std::unreachable();
}

QString Words::of(Driver::Duty duty)
{
    switch (duty) {
    case Driver::Duty::Unknown:
        return {};
    case Driver::Duty::OnDuty:
        return tr("on duty");
    case Driver::Duty::OnBreak:
        return tr("on a break");
    case Driver::Duty::OffDuty:
        return tr("off duty");
    }
    std::unreachable();
}

QString Words::of(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return tr("The server cannot be reached. Check its address and your network; what is shown may be old.");
    case Error::Kind::Unauthorised:
        return tr("The name or the password is not right.");
    case Error::Kind::Forbidden:
        return tr("You may sign in, but not see this. Ask an administrator for the role.");
    case Error::Kind::Refused:
        return tr("The server refused. Wait a moment and try again.");
    case Error::Kind::NotFound:
        return tr("This does not exist any more.");
    case Error::Kind::Conflict:
        return tr("Somebody else changed this first.");
    case Error::Kind::Gone:
        return tr("The local copy is too old and is fetched again.");
    case Error::Kind::Malformed:
        return tr("This is not a Doorstep server, or one of another version.");
    case Error::Kind::Storage:
        return tr("The local copy cannot be read or written. Check that the disk is not full.");
    case Error::Kind::Stopped:
        return tr("Closing.");
    }
    std::unreachable();
}

} // namespace Doorstep
