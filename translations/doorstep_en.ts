<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Doorstep::AdviceWords</name>
    <message numerus="yes">
        <source>%n stop(s) left.</source>
        <translation>
            <numerusform>%n stop left.</numerusform>
            <numerusform>%n stops left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Alerting</name>
    <message numerus="yes">
        <source>%n new case(s) need attention</source>
        <translation>
            <numerusform>%n new case needs attention</numerusform>
            <numerusform>%n new cases need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::AreaWords</name>
    <message numerus="yes">
        <source>It has more than %n corner(s). Simplify its outline.</source>
        <translation>
            <numerusform>It has more than %n corner. Simplify its outline.</numerusform>
            <numerusform>It has more than %n corners. Simplify its outline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has more than %n outline(s). Split it.</source>
        <translation>
            <numerusform>It has more than %n outline. Split it.</numerusform>
            <numerusform>It has more than %n outlines. Split it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::AttentionPane</name>
    <message numerus="yes">
        <source>%n decision(s) of yours were not taken.</source>
        <translation>
            <numerusform>One decision of yours was not taken.</numerusform>
            <numerusform>%n decisions of yours were not taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseEvidence</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseKinds</name>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CasesPane</name>
    <message numerus="yes">
        <source>Exported %n kind(s) to %1.</source>
        <translation>
            <numerusform>Exported %n kind to %1.</numerusform>
            <numerusform>Exported %n kinds to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Casework</name>
    <message numerus="yes">
        <source>Took %n case(s)</source>
        <translation>
            <numerusform>Took %n case</numerusform>
            <numerusform>Took %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snoozed %n case(s) until %1</source>
        <translation>
            <numerusform>Snoozed %n case until %1</numerusform>
            <numerusform>Snoozed %n cases until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed %n case(s): %1</source>
        <translation>
            <numerusform>Closed %n case: %1</numerusform>
            <numerusform>Closed %n cases: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicFields</name>
    <message numerus="yes">
        <source>Also for %n other stop(s) here</source>
        <translation>
            <numerusform>Also for %n other stop here</numerusform>
            <numerusform>Also for %n other stops here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The instructions are %n character(s) too long.</source>
        <translation>
            <numerusform>The instructions are %n character too long.</numerusform>
            <numerusform>The instructions are %n characters too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicPane</name>
    <message numerus="yes">
        <source>%n place(s): 1 to 9 choose, Enter takes</source>
        <translation>
            <numerusform>%n place: 1 to 9 choose, Enter takes</numerusform>
            <numerusform>%n places: 1 to 9 choose, Enter takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicWords</name>
    <message numerus="yes">
        <source>%n delivery(s) were made here</source>
        <translation>
            <numerusform>%n delivery was made here</numerusform>
            <numerusform>%n deliveries were made here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n elsewhere</source>
        <comment>deliveries</comment>
        <translation>
            <numerusform>%n elsewhere</numerusform>
            <numerusform>%n elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to the same phone here, last on %1</source>
        <translation>
            <numerusform>%n delivery to the same phone here, last on %1</numerusform>
            <numerusform>%n deliveries to the same phone here, last on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to %1 here, last on %2</source>
        <translation>
            <numerusform>%n delivery to %1 here, last on %2</numerusform>
            <numerusform>%n deliveries to %1 here, last on %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to others here, last on %1</source>
        <translation>
            <numerusform>%n delivery to others here, last on %1</numerusform>
            <numerusform>%n deliveries to others here, last on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicWork</name>
    <message numerus="yes">
        <source>Placed %1 for %n stop(s)</source>
        <comment>an address</comment>
        <translation>
            <numerusform>Placed %1 for %n stop</numerusform>
            <numerusform>Placed %1 for %n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClosureSheet</name>
    <message numerus="yes">
        <source>%n corner(s)</source>
        <translation>
            <numerusform>%n corner</numerusform>
            <numerusform>%n corners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more of the file, with the same hours</source>
        <translation>
            <numerusform>and %n more of the file, with the same hours</numerusform>
            <numerusform>and %n more of the file, with the same hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClosureWork</name>
    <message numerus="yes">
        <source>There are more than %n area(s) in the file. Export only those that are closed.</source>
        <translation>
            <numerusform>There is more than %n area in the file. Export only those that are closed.</numerusform>
            <numerusform>There are more than %n areas in the file. Export only those that are closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closed %n area(s)</source>
        <translation>
            <numerusform>Closed %n area</numerusform>
            <numerusform>Closed %n areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held %n stop(s) in %1</source>
        <translation>
            <numerusform>Held %n stop in %1</numerusform>
            <numerusform>Held %n stops in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ConcernWords</name>
    <message numerus="yes">
        <source>%n stop(s) left</source>
        <translation>
            <numerusform>%n stop left</numerusform>
            <numerusform>%n stops left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n more</source>
        <comment>other cases that were merged into it</comment>
        <translation>
            <numerusform>with %n more</numerusform>
            <numerusform>with %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ConflictTray</name>
    <message numerus="yes">
        <source>%n decision(s) of yours were not taken</source>
        <translation>
            <numerusform>One decision of yours was not taken</numerusform>
            <numerusform>%n decisions of yours were not taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ConnectionPill</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Console</name>
    <message numerus="yes">
        <source>The demo&apos;s programs have been silent for %n second(s). They may still answer; a new start may be faster.</source>
        <translation>
            <numerusform>The demo&apos;s programs have been silent for %n second. They may still answer; a new start may be faster.</numerusform>
            <numerusform>The demo&apos;s programs have been silent for %n seconds. They may still answer; a new start may be faster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The outbox was damaged. %n decision(s) were saved from it; the damaged file is %1.</source>
        <translation>
            <numerusform>The outbox was damaged. %n decision was saved from it; the damaged file is %1.</numerusform>
            <numerusform>The outbox was damaged. %n decisions were saved from it; the damaged file is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of yours could not be sent yet. They are kept on this machine, and are sent when you sign in again.</source>
        <translation>
            <numerusform>%n decision of yours could not be sent yet. It is kept on this machine, and is sent when you sign in again.</numerusform>
            <numerusform>%n decisions of yours could not be sent yet. They are kept on this machine, and are sent when you sign in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of %1 could not be sent yet. They are kept on this machine, and are sent when their author signs in here again.</source>
        <translation>
            <numerusform>%n decision of %1 could not be sent yet. It is kept on this machine, and is sent when its author signs in here again.</numerusform>
            <numerusform>%n decisions of %1 could not be sent yet. They are kept on this machine, and are sent when their author signs in here again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CustomerWords</name>
    <message numerus="yes">
        <source>missed by %n minute(s)</source>
        <translation>
            <numerusform>missed by %n minute</numerusform>
            <numerusform>missed by %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) too early</source>
        <translation>
            <numerusform>%n minute too early</numerusform>
            <numerusform>%n minutes too early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DayPane</name>
    <message numerus="yes">
        <source>%n broken</source>
        <comment>promises</comment>
        <translation>
            <numerusform>%n broken</numerusform>
            <numerusform>%n broken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <comment>promises</comment>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DayWords</name>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) today</source>
        <translation>
            <numerusform>%n event today</numerusform>
            <numerusform>%n events today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DriversPane</name>
    <message numerus="yes">
        <source>Exported %n driver(s) to %1.</source>
        <translation>
            <numerusform>Exported %n driver to %1.</numerusform>
            <numerusform>Exported %n drivers to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DurationText</name>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ahead</source>
        <translation>
            <numerusform>%n minute ahead</numerusform>
            <numerusform>%n minutes ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Facts</name>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 a stop, over %n stop(s)</source>
        <translation>
            <numerusform>%1 a stop, over %n stop</numerusform>
            <numerusform>%1 a stop, over %n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1: its route over %n stop(s)</source>
        <translation>
            <numerusform>about %1: its route over %n stop</numerusform>
            <numerusform>about %1: its route over %n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Handling</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::HistoryWords</name>
    <message numerus="yes">
        <source>Gave %n stop(s) to %1</source>
        <translation>
            <numerusform>Gave one stop to %1</numerusform>
            <numerusform>Gave %n stops to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %n stop(s) off %1</source>
        <translation>
            <numerusform>Took one stop off %1</numerusform>
            <numerusform>Took %n stops off %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::MainWindow</name>
    <message numerus="yes">
        <source>Lock after %n minute(s) idle</source>
        <translation>
            <numerusform>Lock after %n minute idle</numerusform>
            <numerusform>Lock after %n minutes idle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::MapCards</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n driver</numerusform>
            <numerusform>%n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::MapView</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s) selected</source>
        <translation>
            <numerusform>%n driver selected</numerusform>
            <numerusform>%n drivers selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) selected</source>
        <translation>
            <numerusform>%n stop selected</numerusform>
            <numerusform>%n stops selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::NameViewSheet</name>
    <message numerus="yes">
        <source>There is room for %n view(s). Remove one, or use its name.</source>
        <translation>
            <numerusform>There is room for %n view. Remove it, or use its name.</numerusform>
            <numerusform>There is room for %n views. Remove one, or use its name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::NotesPage</name>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>One character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ReroutePane</name>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n driver(s)</source>
        <translation>
            <numerusform>Sent to %n driver</numerusform>
            <numerusform>Sent to %n drivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) to tell</source>
        <translation>
            <numerusform>%n customer to tell</numerusform>
            <numerusform>%n customers to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %n driver(s)</source>
        <translation>
            <numerusform>Send to %n driver</numerusform>
            <numerusform>Send to %n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteScope</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned stop(s)</source>
        <translation>
            <numerusform>%n pinned stop</numerusform>
            <numerusform>%n pinned stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n stop(s) may change the driver</source>
        <translation>
            <numerusform>only %n stop may change the driver</numerusform>
            <numerusform>only %n stops may change the driver</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteWords</name>
    <message numerus="yes">
        <source>%1 of %2 moves up %n place(s)</source>
        <translation>
            <numerusform>%1 of %2 moves up %n place</numerusform>
            <numerusform>%1 of %2 moves up %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 moves down %n place(s)</source>
        <translation>
            <numerusform>%1 of %2 moves down %n place</numerusform>
            <numerusform>%1 of %2 moves down %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteWork</name>
    <message numerus="yes">
        <source>Sent proposal %1 to %n driver(s)</source>
        <translation>
            <numerusform>Sent proposal %1 to %n driver</numerusform>
            <numerusform>Sent proposal %1 to %n drivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ResultsPanel</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not done</source>
        <translation>
            <numerusform>%n not done</numerusform>
            <numerusform>%n not done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::RouteCardDelegate</name>
    <message numerus="yes">
        <source>%1 of %n stop(s)</source>
        <translation>
            <numerusform>%1 of %n stop</numerusform>
            <numerusform>%1 of %n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::SetbackView</name>
    <message numerus="yes">
        <source>%1: %n difference(s)</source>
        <translation>
            <numerusform>%1: one difference</numerusform>
            <numerusform>%1: %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::StatusWords</name>
    <message numerus="yes">
        <source>%n change(s) kept here, waiting to be sent</source>
        <translation>
            <numerusform>%n change kept here, waiting to be sent</numerusform>
            <numerusform>%n changes kept here, waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need(s) you</source>
        <translation>
            <numerusform>%n change needs you</numerusform>
            <numerusform>%n changes need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::StopEditor</name>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>One character too long</numerusform>
            <numerusform>%n characters too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::StopsPane</name>
    <message numerus="yes">
        <source>Exported %n stop(s) to %1.</source>
        <translation>
            <numerusform>Exported %n stop to %1.</numerusform>
            <numerusform>Exported %n stops to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ThresholdWords</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replayed the last %n day(s), older ones take too long. Nobody acts on cases in a replay.</source>
        <translation>
            <numerusform>Replayed the last day, older ones take too long. Nobody acts on cases in a replay.</numerusform>
            <numerusform>Replayed the last %n days, older ones take too long. Nobody acts on cases in a replay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replayed the last %n day(s). Nobody acts on cases in a replay.</source>
        <translation>
            <numerusform>Replayed the last day. Nobody acts on cases in a replay.</numerusform>
            <numerusform>Replayed the last %n days. Nobody acts on cases in a replay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ValueWords</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>one stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::VisitRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>visits</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::WayWords</name>
    <message numerus="yes">
        <source>%n other window(s) missed, by up to %1</source>
        <translation>
            <numerusform>%n other window missed, by %1</numerusform>
            <numerusform>%n other windows missed, by up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) up to %1 later, no window missed</source>
        <translation>
            <numerusform>%n other up to %1 later, no window missed</numerusform>
            <numerusform>%n others up to %1 later, no window missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::WaysOut</name>
    <message numerus="yes">
        <source>Copy whom to tell: %n customer(s)</source>
        <translation>
            <numerusform>Copy whom to tell: %n customer</numerusform>
            <numerusform>Copy whom to tell: %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n customer(s) to tell</source>
        <translation>
            <numerusform>Copied %n customer to tell</numerusform>
            <numerusform>Copied %n customers to tell</numerusform>
        </translation>
    </message>
</context>
</TS>
