<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CaseKin</name>
    <message>
        <source>It is taken care of</source>
        <translation>Ya se resolvió</translation>
    </message>
</context>
<context>
    <name>Doorstep::About</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>About Doorstep</source>
        <translation>Acerca de Doorstep</translation>
    </message>
    <message>
        <source>The console for the last mile: live deliveries, in time or said in time.

Free software under the Apache License 2.0. Built with Qt %1.
Map data © OpenStreetMap contributors, Open Database License.</source>
        <translation>La consola de la última milla: entregas en vivo, a tiempo o avisadas a tiempo.

Software libre bajo la licencia Apache 2.0. Hecho con Qt %1.
Datos del mapa © colaboradores de OpenStreetMap, licencia Open Database.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ActionList</name>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>&amp;Selección</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Ve&amp;ntana</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Parada</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>&amp;Conductor</translation>
    </message>
</context>
<context>
    <name>Doorstep::AdviceWords</name>
    <message>
        <source>The driver did not find the address. Correct it before anybody goes again.</source>
        <translation>El conductor no encontró la dirección. Corríjala antes de que alguien vuelva.</translation>
    </message>
    <message>
        <source>The customer did not take it. Ask why before anybody goes again.</source>
        <translation>El cliente no lo aceptó. Pregunte por qué antes de que alguien vuelva.</translation>
    </message>
    <message>
        <source>The parcel is damaged. The customer has to know, and to say what they want.</source>
        <translation>El paquete está dañado. El cliente debe saberlo y decir qué quiere.</translation>
    </message>
    <message>
        <source>Nobody delivers it until it is released.</source>
        <translation>Nadie lo entrega hasta que se libere.</translation>
    </message>
    <message>
        <source>The address was not found on the map: correct it, or put a pin.</source>
        <translation>La dirección no se encontró en el mapa: corríjala o ponga un marcador.</translation>
    </message>
    <message>
        <source>Nobody drives there yet.</source>
        <translation>Todavía nadie va allí.</translation>
    </message>
    <message>
        <source>Will miss its window by %1.</source>
        <translation>Llegará %1 después de su ventana.</translation>
    </message>
    <message>
        <source>In the worst of ten cases %1 after its window.</source>
        <translation>En el peor de diez casos, %1 después de su ventana.</translation>
    </message>
    <message>
        <source>Its window ended at %1: agree on another one.</source>
        <translation>Su ventana terminó a las %1: acuerde otra.</translation>
    </message>
    <message>
        <source>Its window ends at %1, too soon for another try.</source>
        <translation>Su ventana termina a las %1, demasiado pronto para otro intento.</translation>
    </message>
    <message>
        <source>Nobody drives there any more; another driver can.</source>
        <translation>Ya nadie va allí; otro conductor puede ir.</translation>
    </message>
    <message>
        <source>%1 has finished; another driver can go.</source>
        <translation>%1 ya terminó; otro conductor puede ir.</translation>
    </message>
    <message>
        <source>It has no window: it can be tried again today.</source>
        <translation>No tiene ventana: puede intentarse de nuevo hoy.</translation>
    </message>
    <message>
        <source>Its window is open until %1: it can be tried again.</source>
        <translation>Su ventana está abierta hasta las %1: puede intentarse de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) left.</source>
        <translation>
            <numerusform>Queda %n parada.</numerusform>
            <numerusform>Quedan %n paradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not heard for %1.</source>
        <comment>a length of time</comment>
        <translation>Sin señal desde hace %1.</translation>
    </message>
    <message>
        <source>Not heard today.</source>
        <translation>Sin señal hoy.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Should have left at %1.</source>
        <translation>Debía salir a las %1.</translation>
    </message>
    <message>
        <source>%1 late for a promise to a customer.</source>
        <translation>%1 de atraso con lo prometido a un cliente.</translation>
    </message>
    <message>
        <source>The parcel was not in the vehicle. Find it before anybody goes again, and tell the customer.</source>
        <translation>El paquete no estaba en el vehículo. Encuéntrelo antes de que alguien vuelva, y avise al cliente.</translation>
    </message>
</context>
<context>
    <name>Doorstep::AlertSheet</name>
    <message>
        <source>Alerts</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Keep</source>
        <comment>these settings</comment>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>&amp;Quiet from</source>
        <translation>&amp;Silencio desde</translation>
    </message>
    <message>
        <source>&amp;Urgent cases come through</source>
        <translation>Los casos &amp;urgentes se avisan igual</translation>
    </message>
    <message>
        <source>How new cases are told while you look at something else.</source>
        <translation>Cómo se avisan los casos nuevos mientras usted mira otra cosa.</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>cases of high severity</comment>
        <translation>Urgentes</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>cases of medium severity</comment>
        <translation>Medios</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>cases of low severity</comment>
        <translation>Leves</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>until</source>
        <comment>quiet hours from … until</comment>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>%1: notification</source>
        <comment>severity</comment>
        <translation>%1: notificación</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>%1: sound</source>
        <comment>severity</comment>
        <translation>%1: sonido</translation>
    </message>
    <message>
        <source>The same time twice: quiet all day.</source>
        <translation>La misma hora dos veces: silencio todo el día.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock. What is new is marked in the queue in any case.</source>
        <translation>Según el reloj de este equipo. Lo nuevo se marca en la cola en todo caso.</translation>
    </message>
</context>
<context>
    <name>Doorstep::Alerting</name>
    <message numerus="yes">
        <source>%n new case(s) need attention</source>
        <translation>
            <numerusform>%n caso nuevo necesita atención</numerusform>
            <numerusform>%n casos nuevos necesitan atención</numerusform>
        </translation>
    </message>
    <message>
        <source>The most urgent: %1, %2</source>
        <comment>title and place of a case</comment>
        <translation>El más urgente: %1, %2</translation>
    </message>
    <message>
        <source>Unlock Doorstep to see what.</source>
        <comment>new cases</comment>
        <translation>Desbloquee Doorstep para ver qué.</translation>
    </message>
</context>
<context>
    <name>Doorstep::AreaWords</name>
    <message>
        <source>There is no area in it.</source>
        <translation>No contiene ninguna zona.</translation>
    </message>
    <message>
        <source>An area has at least three corners.</source>
        <translation>Una zona tiene al menos tres esquinas.</translation>
    </message>
    <message numerus="yes">
        <source>It has more than %n corner(s). Simplify its outline.</source>
        <translation>
            <numerusform>Tiene más de %n esquina. Simplifique su contorno.</numerusform>
            <numerusform>Tiene más de %n esquinas. Simplifique su contorno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has more than %n outline(s). Split it.</source>
        <translation>
            <numerusform>Tiene más de %n contorno. Divídala.</numerusform>
            <numerusform>Tiene más de %n contornos. Divídala.</numerusform>
        </translation>
    </message>
    <message>
        <source>A corner is not on the globe. Longitude comes first, then latitude.</source>
        <translation>Una esquina no está en el globo. Primero va la longitud, luego la latitud.</translation>
    </message>
    <message>
        <source>It is wider than a country. Longitude comes first, then latitude.</source>
        <translation>Es más ancha que un país. Primero va la longitud, luego la latitud.</translation>
    </message>
    <message>
        <source>Its outline crosses itself. Draw it around once, without crossing.</source>
        <translation>Su contorno se cruza consigo mismo. Dibújelo en una vuelta, sin cruces.</translation>
    </message>
</context>
<context>
    <name>Doorstep::Arrangement</name>
    <message>
        <source>Dispatch</source>
        <translation>Despacho</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Reroute</source>
        <translation>Rutear</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>Supervisar</translation>
    </message>
</context>
<context>
    <name>Doorstep::Asking</name>
    <message>
        <source>Called %1 off</source>
        <translation>Se canceló %1</translation>
    </message>
    <message>
        <source>Rescheduled %1 to %2</source>
        <translation>Se reprogramó %1 para %2</translation>
    </message>
    <message>
        <source>Marked %1 delivered</source>
        <translation>Se marcó %1 como entregado</translation>
    </message>
    <message>
        <source>Marked %1 failed</source>
        <translation>Se marcó %1 como fallido</translation>
    </message>
    <message>
        <source>Promised %1 to %2</source>
        <comment>a window, an address</comment>
        <translation>Se prometió %1 a %2</translation>
    </message>
    <message>
        <source>Nobody can be promised before the address is found.</source>
        <translation>No se puede prometer nada antes de encontrar la dirección.</translation>
    </message>
    <message>
        <source>The server cannot say now which windows can be kept.</source>
        <translation>El servidor no puede decir ahora qué franjas se pueden cumplir.</translation>
    </message>
    <message>
        <source>a driver</source>
        <translation>un conductor</translation>
    </message>
</context>
<context>
    <name>Doorstep::AttentionPane</name>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Nothing needs a decision now.
What goes wrong appears here, the most urgent first.</source>
        <translation>Nada requiere una decisión ahora.
Lo que salga mal aparece aquí, lo más urgente primero.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of yours were not taken.</source>
        <translation>
            <numerusform>Una decisión tuya no se aplicó.</numerusform>
            <numerusform>%n decisiones tuyas no se aplicaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <comment>at decisions that were not taken</comment>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <comment>which cases are shown</comment>
        <translation>Solo: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <comment>cases</comment>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>No cards here.
Only these are shown: %1.
Escape shows all.</source>
        <translation>No hay tarjetas aquí.
Solo se muestran: %1.
Escape muestra todas.</translation>
    </message>
</context>
<context>
    <name>Doorstep::CallOffSheet</name>
    <message>
        <source>Call the delivery off</source>
        <translation>Anular la entrega</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>The customer asked for it</source>
        <translation>Lo pidió el cliente</translation>
    </message>
    <message>
        <source>The shop took it back</source>
        <translation>La tienda lo retiró</translation>
    </message>
    <message>
        <source>Ordered twice</source>
        <translation>Pedido dos veces</translation>
    </message>
    <message>
        <source>The parcel is not at the depot</source>
        <translation>El paquete no está en el depósito</translation>
    </message>
    <message>
        <source>Why? The driver and your colleagues read it</source>
        <translation>¿Por qué? Lo leen el conductor y tus colegas</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>The driver does not go there any more. It can be taken back as long as nothing else happened.</source>
        <translation>El conductor ya no va allí. Se puede deshacer mientras no pase otra cosa.</translation>
    </message>
    <message>
        <source>Say why, in a word.</source>
        <translation>Di por qué, en una palabra.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>customer, address</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Doorstep::CandidateList</name>
    <message>
        <source>Places it may be at</source>
        <translation>Lugares donde puede estar</translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseBudgetModel</name>
    <message>
        <source>Hardly anybody acts on these. Is the threshold right?</source>
        <translation>Casi nadie actúa sobre estos. ¿Es correcto el umbral?</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, noise?</source>
        <comment>a share; hardly anybody acts on these</comment>
        <translation>%1, ¿ruido?</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a case</comment>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Opened</source>
        <comment>cases</comment>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Acted on</source>
        <comment>cases that somebody took, put off or closed</comment>
        <translation>Atendidos</translation>
    </message>
    <message>
        <source>Cleared</source>
        <comment>cases that went by themselves, nobody acted on them</comment>
        <translation>Pasaron solos</translation>
    </message>
    <message>
        <source>Untouched</source>
        <comment>cases that are open, nobody has acted</comment>
        <translation>Sin tocar</translation>
    </message>
    <message>
        <source>Share</source>
        <comment>of cases that somebody acted on</comment>
        <translation>Proporción</translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseEvidence</name>
    <message>
        <source>Likely</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>%1 % to miss the window</source>
        <comment>how likely a delay is</comment>
        <translation>%1 % de perder la ventana</translation>
    </message>
    <message>
        <source>Delayed by</source>
        <translation>Demorado por</translation>
    </message>
    <message>
        <source>%1 m from where they should be</source>
        <translation>a %1 m de donde debería estar</translation>
    </message>
    <message>
        <source>where the driver was then</source>
        <translation>donde estaba entonces el conductor</translation>
    </message>
    <message>
        <source>It began</source>
        <translation>Empezó</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Reúne</translation>
    </message>
    <message>
        <source>Here before</source>
        <translation>Antes aquí</translation>
    </message>
    <message>
        <source>Same driver</source>
        <translation>Mismo conductor</translation>
    </message>
    <message>
        <source>left %1 late</source>
        <translation>salió %1 tarde</translation>
    </message>
    <message>
        <source>visits took %1 longer than planned</source>
        <translation>las visitas llevaron %1 más de lo previsto</translation>
    </message>
    <message>
        <source>the road: it left in time, and visits took no longer than planned</source>
        <translation>el camino: salió a tiempo y las visitas no llevaron más de lo previsto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of case, where</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a kind of case, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · over</source>
        <comment>a case that went away by itself</comment>
        <translation>%1 · terminado</translation>
    </message>
    <message>
        <source>%1 · closed: %2</source>
        <comment>a case, how it was resolved</comment>
        <translation>%1 · cerrado: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of case, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseFacts</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Too late at</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>time of day, a length of time</comment>
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <comment>how a case was resolved</comment>
        <translation>cerrado: %1</translation>
    </message>
    <message>
        <source>put off until %1</source>
        <translation>pospuesto hasta las %1</translation>
    </message>
    <message>
        <source>%1 takes care of it</source>
        <comment>a person</comment>
        <translation>%1 se ocupa</translation>
    </message>
    <message>
        <source>Seen at</source>
        <comment>when a case was opened, time</comment>
        <translation>Visto a las</translation>
    </message>
    <message>
        <source>at %1 by %2</source>
        <comment>time, a person</comment>
        <translation>a las %1 por %2</translation>
    </message>
    <message>
        <source>at %1, nobody took it in time</source>
        <comment>time</comment>
        <translation>a las %1, nadie lo tomó a tiempo</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when and by whom, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Followed by</source>
        <translation>Lo siguen</translation>
    </message>
</context>
<context>
    <name>Doorstep::CaseKinds</name>
    <message>
        <source>Address far outside the region</source>
        <translation>Dirección muy fuera de la región</translation>
    </message>
    <message>
        <source>Delivered %1 m from the door</source>
        <translation>Entregado a %1 m de la puerta</translation>
    </message>
    <message>
        <source>Route not started</source>
        <translation>Ruta sin empezar</translation>
    </message>
    <message>
        <source>Driver stands still</source>
        <translation>El conductor está parado</translation>
    </message>
    <message>
        <source>Driver is off the route</source>
        <translation>El conductor está fuera de la ruta</translation>
    </message>
    <message>
        <source>Phone battery is low</source>
        <translation>Batería del teléfono baja</translation>
    </message>
    <message>
        <source>The map is not sure of this address. Compare what was entered with the pin before anybody drives there.</source>
        <translation>El mapa no está seguro de esta dirección. Compare lo que se escribió con el punto antes de que alguien vaya.</translation>
    </message>
    <message>
        <source>The address is right</source>
        <translation>La dirección es correcta</translation>
    </message>
    <message>
        <source>Corrected the address</source>
        <translation>Se corrigió la dirección</translation>
    </message>
    <message>
        <source>The driver knows the place</source>
        <translation>El conductor conoce el lugar</translation>
    </message>
    <message>
        <source>So far from its depot that it is probably in another town.</source>
        <translation>Está tan lejos de su depósito que probablemente es de otra ciudad.</translation>
    </message>
    <message>
        <source>Goes back to the shop</source>
        <translation>Vuelve a la tienda</translation>
    </message>
    <message>
        <source>The phone was not at the door when it was marked delivered. Ask where the parcel is before the customer does.</source>
        <translation>El teléfono no estaba en la puerta cuando se marcó como entregado. Pregunte dónde está el paquete antes de que lo haga el cliente.</translation>
    </message>
    <message>
        <source>The customer has it</source>
        <translation>Lo tiene el cliente</translation>
    </message>
    <message>
        <source>The driver went back</source>
        <translation>El conductor volvió</translation>
    </message>
    <message>
        <source>The pin was wrong</source>
        <translation>El punto del mapa estaba mal</translation>
    </message>
    <message>
        <source>Every minute that it leaves later is a minute of all of its windows.</source>
        <translation>Cada minuto que sale más tarde se pierde en todas sus ventanas.</translation>
    </message>
    <message>
        <source>The driver is about to leave</source>
        <translation>El conductor está por salir</translation>
    </message>
    <message>
        <source>Somebody else drives it</source>
        <translation>La conduce otra persona</translation>
    </message>
    <message>
        <source>Leaves later as agreed</source>
        <translation>Sale más tarde, como se acordó</translation>
    </message>
    <message>
        <source>No delivery takes that long. Call before the next window is missed.</source>
        <translation>Ninguna entrega tarda tanto. Llame antes de que se pierda la próxima ventana.</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>Un descanso</translation>
    </message>
    <message>
        <source>In a traffic jam</source>
        <translation>En un embotellamiento</translation>
    </message>
    <message>
        <source>The vehicle broke down</source>
        <translation>Se averió el vehículo</translation>
    </message>
    <message>
        <source>Far from every road of the route: a closed road, or another plan than ours.</source>
        <translation>Lejos de todas las calles de la ruta: una calle cortada, o un plan distinto del nuestro.</translation>
    </message>
    <message>
        <source>A detour around a closed road</source>
        <translation>Un desvío por una calle cortada</translation>
    </message>
    <message>
        <source>The driver knows a better way</source>
        <translation>El conductor conoce un camino mejor</translation>
    </message>
    <message>
        <source>Took the wrong way</source>
        <translation>Tomó el camino equivocado</translation>
    </message>
    <message>
        <source>When the phone is off, nobody sees where the driver is, and no proof is made.</source>
        <translation>Con el teléfono apagado nadie ve dónde está el conductor, y no se hace ninguna prueba.</translation>
    </message>
    <message>
        <source>It is charging now</source>
        <translation>Ya se está cargando</translation>
    </message>
    <message>
        <source>Takes another phone</source>
        <translation>Usa otro teléfono</translation>
    </message>
    <message>
        <source>The app is switched off</source>
        <translation>La aplicación está apagada</translation>
    </message>
    <message>
        <source>A test of ours</source>
        <translation>Una prueba nuestra</translation>
    </message>
    <message>
        <source>Needs a look (%1)</source>
        <comment>%1 is a word that this program does not know</comment>
        <translation>Hay que mirarlo (%1)</translation>
    </message>
    <message>
        <source>Unsure addresses</source>
        <translation>Direcciones dudosas</translation>
    </message>
    <message>
        <source>Addresses far away</source>
        <translation>Direcciones lejanas</translation>
    </message>
    <message>
        <source>Deliveries far from the door</source>
        <translation>Entregas lejos de la puerta</translation>
    </message>
    <message>
        <source>Routes not started</source>
        <translation>Rutas sin empezar</translation>
    </message>
    <message>
        <source>Drivers standing still</source>
        <translation>Conductores detenidos</translation>
    </message>
    <message>
        <source>Drivers off their route</source>
        <translation>Conductores fuera de su ruta</translation>
    </message>
    <message>
        <source>Low batteries</source>
        <translation>Baterías bajas</translation>
    </message>
    <message>
        <source>Made-up positions</source>
        <translation>Posiciones inventadas</translation>
    </message>
    <message>
        <source>Late routes</source>
        <translation>Rutas atrasadas</translation>
    </message>
    <message>
        <source>Route runs late: %1 windows will be missed</source>
        <translation>Ruta atrasada: se perderán %1 ventanas</translation>
    </message>
    <message>
        <source>One cause, many promises. Give stops to a driver who is near, or tell the customers before they ask. What you decide here counts for all of them.</source>
        <translation>Una causa, muchas promesas. Dé paradas a un conductor cercano o avise a los clientes antes de que pregunten. Lo que decida aquí vale para todas.</translation>
    </message>
    <message>
        <source>The customers know</source>
        <translation>Los clientes lo saben</translation>
    </message>
    <message>
        <source>Gave stops to another driver</source>
        <translation>Se dieron paradas a otro conductor</translation>
    </message>
    <message>
        <source>The driver catches up</source>
        <translation>El conductor recupera el tiempo</translation>
    </message>
    <message>
        <source>Positions cannot be right</source>
        <translation>Las posiciones no pueden ser ciertas</translation>
    </message>
    <message>
        <source>The phone&apos;s positions jump, or an app makes them up: what the map shows of this driver is not where they are.</source>
        <translation>Las posiciones del teléfono saltan, o una aplicación las inventa: el conductor no está donde lo muestra el mapa.</translation>
    </message>
    <message>
        <source>Address may be wrong (%1 %)</source>
        <translation>Dirección dudosa (%1 %)</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>Cierres</translation>
    </message>
    <message>
        <source>Closure touches %1</source>
        <translation>Un cierre afecta a %1</translation>
    </message>
    <message>
        <source>The drivers know</source>
        <translation>Los conductores lo saben</translation>
    </message>
    <message>
        <source>Held the stops</source>
        <translation>Se retuvieron las paradas</translation>
    </message>
    <message>
        <source>Unanswered check-ins</source>
        <translation>Consultas sin respuesta</translation>
    </message>
    <message>
        <source>Customer has not answered</source>
        <translation>El cliente no ha respondido</translation>
    </message>
    <message>
        <source>We asked whether they will be there, and the driver comes within half an hour. Call before the way is made for nothing.</source>
        <translation>Preguntamos si estará, y el conductor llega en menos de media hora. Llame antes de que el viaje sea en vano.</translation>
    </message>
    <message>
        <source>They will be there</source>
        <translation>Estará</translation>
    </message>
    <message>
        <source>It goes to a neighbour or a safe place</source>
        <translation>Va a un vecino o a un lugar seguro</translation>
    </message>
    <message>
        <source>Nobody picks up: the driver tries</source>
        <translation>Nadie contesta: el conductor lo intenta</translation>
    </message>
    <message>
        <source>Customers who are away</source>
        <translation>Clientes ausentes</translation>
    </message>
    <message>
        <source>Customer will not be there</source>
        <translation>El cliente no estará</translation>
    </message>
    <message>
        <source>They said so themselves. Agree on another window, or on where it may be left.</source>
        <translation>Lo dijo el propio cliente. Acuerde otra franja o dónde se puede dejar.</translation>
    </message>
    <message>
        <source>Agreed on another day</source>
        <translation>Se acordó otro día</translation>
    </message>
    <message>
        <source>They will be there after all</source>
        <translation>Al final estará</translation>
    </message>
    <message>
        <source>Missing instructions</source>
        <translation>Instrucciones que faltan</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>The driver will stand there and not know. Ask the customer, and write it down: the next driver needs it, too.</source>
        <translation>El conductor estará allí sin saberlo. Pregunte al cliente y anótelo: el próximo conductor también lo necesita.</translation>
    </message>
    <message>
        <source>The customer comes to the street</source>
        <translation>El cliente sale a la calle</translation>
    </message>
    <message>
        <source>Risky drop-offs</source>
        <translation>Entregas arriesgadas</translation>
    </message>
    <message>
        <source>Risky to leave it there (%1 %)</source>
        <translation>Arriesgado dejarlo allí (%1 %)</translation>
    </message>
    <message>
        <source>It is to be left alone where visits went wrong before. Hand it to somebody instead.</source>
        <translation>Se va a dejar sin nadie donde ya hubo problemas. Mejor entréguelo a una persona.</translation>
    </message>
    <message>
        <source>It goes to a person</source>
        <translation>Se entrega a una persona</translation>
    </message>
    <message>
        <source>The customer accepts the risk</source>
        <translation>El cliente acepta el riesgo</translation>
    </message>
    <message>
        <source>Gate code</source>
        <translation>Código del portón</translation>
    </message>
    <message>
        <source>Safe place</source>
        <translation>Lugar seguro</translation>
    </message>
    <message>
        <source>Which neighbour</source>
        <translation>Qué vecino</translation>
    </message>
    <message>
        <source>Which locker</source>
        <translation>Qué casillero</translation>
    </message>
    <message>
        <source>How the garage opens</source>
        <translation>Cómo se abre el garaje</translation>
    </message>
    <message>
        <source>Which room</source>
        <translation>Qué habitación</translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n conductor</numerusform>
            <numerusform>%n conductores</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>stops, drivers</comment>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Routes go around it already, and arrivals count the way around. Let others take what it delays, hold the stops inside, or tell those who wait there.</source>
        <translation>Las rutas ya dan la vuelta, y las llegadas cuentan el rodeo. Dé a otros lo que se demora, retenga las paradas de adentro o avise a quienes esperan allí.</translation>
    </message>
</context>
<context>
    <name>Doorstep::CasesPane</name>
    <message>
        <source>Kinds of cases, last 7 days</source>
        <translation>Tipos de casos, últimos 7 días</translation>
    </message>
    <message>
        <source>Export the kinds of cases as CSV</source>
        <translation>Exportar los tipos de casos como CSV</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n kind(s) to %1.</source>
        <translation>
            <numerusform>%n tipo exportado a %1.</numerusform>
            <numerusform>%n tipos exportados a %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>Umbrales…</translation>
    </message>
    <message>
        <source>Change from when on something is a case</source>
        <translation>Cambiar desde cuándo algo es un caso</translation>
    </message>
</context>
<context>
    <name>Doorstep::Casework</name>
    <message>
        <source>Ta&amp;ke the case</source>
        <translation>To&amp;mar el caso</translation>
    </message>
    <message>
        <source>&amp;Give the case to…</source>
        <translation>&amp;Dar el caso a…</translation>
    </message>
    <message>
        <source>&amp;Snooze the case…</source>
        <translation>&amp;Posponer el caso…</translation>
    </message>
    <message>
        <source>&amp;Reopen the case</source>
        <translation>&amp;Reabrir el caso</translation>
    </message>
    <message>
        <source>Decisions that were &amp;not taken</source>
        <translation>Decisiones &amp;no aplicadas</translation>
    </message>
    <message>
        <source>&amp;Let the case go</source>
        <translation>&amp;Soltar el caso</translation>
    </message>
    <message>
        <source>Let the case go</source>
        <translation>Caso soltado</translation>
    </message>
    <message>
        <source>Took the case</source>
        <translation>Caso tomado</translation>
    </message>
    <message>
        <source>Gave the case to %1</source>
        <translation>Caso dado a %1</translation>
    </message>
    <message>
        <source>Nobody else is known here</source>
        <translation>Aquí no se conoce a nadie más</translation>
    </message>
    <message>
        <source>%1 — until %2</source>
        <comment>how long, time</comment>
        <translation>%1: hasta las %2</translation>
    </message>
    <message>
        <source>Snoozed the case until %1</source>
        <translation>Caso pospuesto hasta las %1</translation>
    </message>
    <message>
        <source>&amp;10 minutes</source>
        <translation>&amp;10 minutos</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>&amp;30 minutos</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 &amp;hora</translation>
    </message>
    <message>
        <source>10 minutes before it is &amp;due</source>
        <translation>10 minutos antes de que &amp;venza</translation>
    </message>
    <message>
        <source>&amp;Wake it now</source>
        <translation>Retomar&amp;lo ahora</translation>
    </message>
    <message>
        <source>Woke the case</source>
        <translation>Caso retomado</translation>
    </message>
    <message>
        <source>Reopened the case</source>
        <translation>Caso reabierto</translation>
    </message>
    <message>
        <source>Added a note</source>
        <translation>Nota agregada</translation>
    </message>
    <message>
        <source>Removed a note</source>
        <translation>Nota quitada</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation>%1: datos corregidos</translation>
    </message>
    <message>
        <source>Cl&amp;ose the case…</source>
        <translation>Ce&amp;rrar el caso…</translation>
    </message>
    <message>
        <source>Closed the case: %1</source>
        <comment>how it was resolved</comment>
        <translation>Caso cerrado: %1</translation>
    </message>
    <message>
        <source>Take all of its kind</source>
        <translation>Tomar todos los de su tipo</translation>
    </message>
    <message>
        <source>Snooze all of its kind…</source>
        <translation>Posponer todos los de su tipo…</translation>
    </message>
    <message>
        <source>Close all of its kind…</source>
        <translation>Cerrar todos los de su tipo…</translation>
    </message>
    <message numerus="yes">
        <source>Took %n case(s)</source>
        <translation>
            <numerusform>%n caso tomado</numerusform>
            <numerusform>%n casos tomados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snoozed %n case(s) until %1</source>
        <translation>
            <numerusform>%n caso pospuesto hasta las %1</numerusform>
            <numerusform>%n casos pospuestos hasta las %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all %2</source>
        <comment>a kind of case, how many</comment>
        <translation>%1 (%2 en total)</translation>
    </message>
    <message numerus="yes">
        <source>Closed %n case(s): %1</source>
        <translation>
            <numerusform>%n caso cerrado: %1</numerusform>
            <numerusform>%n casos cerrados: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All of its kind</source>
        <translation>Todos los de su tipo</translation>
    </message>
    <message>
        <source>&amp;Escalate the case…</source>
        <translation>&amp;Escalar el caso…</translation>
    </message>
    <message>
        <source>Take the escalation back</source>
        <translation>Quitar la escalada</translation>
    </message>
    <message>
        <source>&amp;Merge with another case…</source>
        <translation>&amp;Unir a otro caso…</translation>
    </message>
    <message>
        <source>Follo&amp;w the case</source>
        <translation>Se&amp;guir el caso</translation>
    </message>
    <message>
        <source>Follo&amp;w the case no longer</source>
        <translation>Dejar de se&amp;guir el caso</translation>
    </message>
    <message>
        <source>Escalate to the supervisors</source>
        <translation>Escalar a los supervisores</translation>
    </message>
    <message>
        <source>&amp;Without a reason</source>
        <translation>&amp;Sin motivo</translation>
    </message>
    <message>
        <source>The customer is waiting for an answer</source>
        <translation>El cliente espera una respuesta</translation>
    </message>
    <message>
        <source>It costs more than I may decide</source>
        <translation>Cuesta más de lo que puedo decidir</translation>
    </message>
    <message>
        <source>The driver does not answer</source>
        <translation>El conductor no responde</translation>
    </message>
    <message>
        <source>It has happened here before</source>
        <translation>Ya ocurrió antes aquí</translation>
    </message>
    <message>
        <source>Escalated the case</source>
        <translation>Caso escalado</translation>
    </message>
    <message>
        <source>Took the escalation back</source>
        <translation>Escalada quitada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of case, where</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Make it a part of</source>
        <translation>Unirlo a</translation>
    </message>
    <message>
        <source>There is no other case here</source>
        <translation>Aquí no hay otro caso</translation>
    </message>
    <message>
        <source>Made it a case of its own again</source>
        <translation>Vuelve a ser un caso aparte</translation>
    </message>
    <message>
        <source>Make it a case of its own again</source>
        <translation>Volver a hacerlo un caso aparte</translation>
    </message>
    <message>
        <source>Take out again</source>
        <translation>Volver a separar</translation>
    </message>
    <message>
        <source>Merged the case with %1</source>
        <translation>Caso unido a %1</translation>
    </message>
    <message>
        <source>No longer follows the case</source>
        <translation>Ya no sigue el caso</translation>
    </message>
    <message>
        <source>Follows the case</source>
        <translation>Sigue el caso</translation>
    </message>
    <message>
        <source>A&amp;lerts…</source>
        <translation>A&amp;visos…</translation>
    </message>
</context>
<context>
    <name>Doorstep::ChangesList</name>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Space leaves a stop where it is, or moves it after all</source>
        <translation>Espacio deja la parada donde está, o la mueve al final</translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicFields</name>
    <message>
        <source>Keep street and number as written</source>
        <translation>Conservar calle y número como están</translation>
    </message>
    <message>
        <source>Remember it for later orders</source>
        <translation>Recordarlo para otros pedidos</translation>
    </message>
    <message>
        <source>Leave a note for the driver</source>
        <translation>Dejar una nota al conductor</translation>
    </message>
    <message>
        <source>Gate code</source>
        <translation>Código del portón</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Indicaciones</translation>
    </message>
    <message>
        <source>The next order that is written with this address gets this place at once, with its gate code and instructions.</source>
        <translation>El próximo pedido escrito con esta dirección tendrá enseguida este lugar, con su código del portón y sus indicaciones.</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>La nota</translation>
    </message>
    <message>
        <source>Open stops whose address is written in the same way. Each keeps its own flat.</source>
        <translation>Paradas abiertas cuya dirección está escrita igual. Cada una conserva su apartamento.</translation>
    </message>
    <message numerus="yes">
        <source>Also for %n other stop(s) here</source>
        <translation>
            <numerusform>También para %n otra parada aquí</numerusform>
            <numerusform>También para otras %n paradas aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The instructions are %n character(s) too long.</source>
        <translation>
            <numerusform>Las indicaciones tienen %n carácter de más.</numerusform>
            <numerusform>Las indicaciones tienen %n caracteres de más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicPane</name>
    <message>
        <source>Use it</source>
        <comment>a place</comment>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>Address clinic</source>
        <translation>Clínica de direcciones</translation>
    </message>
    <message>
        <source>Still searching. You need not wait: pin the place by hand.</source>
        <translation>Se sigue buscando. No hace falta esperar: marque el lugar a mano.</translation>
    </message>
    <message>
        <source>Search for the address</source>
        <translation>Buscar la dirección</translation>
    </message>
    <message>
        <source>Street and number, corner, or name</source>
        <translation>Calle y número, esquina o nombre</translation>
    </message>
    <message>
        <source>Places and what else is known of the address</source>
        <translation>Lugares y lo demás que se sabe de la dirección</translation>
    </message>
    <message>
        <source>Pin by hand</source>
        <translation>Marcar a mano</translation>
    </message>
    <message>
        <source>Choose the place by a click on the map</source>
        <translation>Elegir el lugar con un clic en el mapa</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Close without changing anything</source>
        <translation>Cerrar sin cambiar nada</translation>
    </message>
    <message>
        <source>Use this place</source>
        <translation>Usar este lugar</translation>
    </message>
    <message>
        <source>Click on the map…</source>
        <translation>Haga clic en el mapa…</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <comment>an address</comment>
        <translation>¿Dónde es %1?</translation>
    </message>
    <message>
        <source>Somebody else has just changed where it is. What you decide now counts after theirs.</source>
        <translation>Otra persona acaba de cambiar dónde es. Lo que decida ahora vale después de lo suyo.</translation>
    </message>
    <message>
        <source>Write a street and a number, or pin the place by hand.</source>
        <translation>Escriba una calle y un número, o marque el lugar a mano.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nothing like this is on the map. Write it in another way, or pin the place by hand.</source>
        <translation>No hay nada así en el mapa. Escríbalo de otra manera o marque el lugar a mano.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s): 1 to 9 choose, Enter takes</source>
        <translation>
            <numerusform>%n lugar: 1 a 9 eligen, Intro lo toma</numerusform>
            <numerusform>%n lugares: 1 a 9 eligen, Intro lo toma</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No address is known near the pin. The place itself is kept.</source>
        <translation>No se conoce ninguna dirección cerca de la marca. El lugar se conserva.</translation>
    </message>
    <message>
        <source>What is near the pin could not be asked for. The place itself is kept.</source>
        <translation>No se pudo consultar qué hay cerca de la marca. El lugar se conserva.</translation>
    </message>
    <message>
        <source>Address corrected: %1. The pin is right.</source>
        <comment>an address</comment>
        <translation>Dirección corregida: %1. La marca es correcta.</translation>
    </message>
    <message>
        <source>The pin was corrected; the address stays as written. %1</source>
        <comment>where it is</comment>
        <translation>Se corrigió la marca; la dirección queda como se escribió. %1</translation>
    </message>
    <message>
        <source>Earlier days could not be asked for: this is only what this computer knows.</source>
        <translation>No se pudo preguntar por los días anteriores: esto es solo lo que sabe este equipo.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicWords</name>
    <message>
        <source>Where it was before: remembered for this address</source>
        <translation>Donde fue antes: recordado para esta dirección</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) were made here</source>
        <translation>
            <numerusform>Aquí se hizo %n entrega</numerusform>
            <numerusform>Aquí se hicieron %n entregas</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned by hand</source>
        <translation>Marcado a mano</translation>
    </message>
    <message>
        <source>Pinned by hand, near %1</source>
        <comment>an address</comment>
        <translation>Marcado a mano, cerca de %1</translation>
    </message>
    <message>
        <source>said by a person</source>
        <translation>lo dijo una persona</translation>
    </message>
    <message>
        <source>past drivers</source>
        <translation>conductores anteriores</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>no score</source>
        <comment>the search does not say how likely it is</comment>
        <translation>sin puntaje</translation>
    </message>
    <message>
        <source>very likely, %1 %</source>
        <translation>muy probable, %1 %</translation>
    </message>
    <message>
        <source>likely, %1 %</source>
        <translation>probable, %1 %</translation>
    </message>
    <message>
        <source>possible, %1 %</source>
        <translation>posible, %1 %</translation>
    </message>
    <message>
        <source>unlikely, %1 %</source>
        <translation>improbable, %1 %</translation>
    </message>
    <message>
        <source>number between two known ones, ± %1</source>
        <translation>número entre dos conocidos, ± %1</translation>
    </message>
    <message>
        <source>street only, no door</source>
        <translation>solo la calle, sin puerta</translation>
    </message>
    <message>
        <source>area only, no door</source>
        <translation>solo la zona, sin puerta</translation>
    </message>
    <message>
        <source>corner</source>
        <translation>esquina</translation>
    </message>
    <message>
        <source>%1 from the house found first</source>
        <translation>a %1 de la primera casa encontrada</translation>
    </message>
    <message numerus="yes">
        <source>%n elsewhere</source>
        <comment>deliveries</comment>
        <translation>
            <numerusform>%n en otro lado</numerusform>
            <numerusform>%n en otro lado</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from the stop before</source>
        <translation>a %1 de la parada anterior</translation>
    </message>
    <message>
        <source>%1 to the stop after</source>
        <translation>a %1 de la parada siguiente</translation>
    </message>
    <message>
        <source>%1 from the depot</source>
        <translation>a %1 del depósito</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>The search does not answer. Pin the place by hand, or try again.</source>
        <translation>La búsqueda no responde. Marque el lugar a mano o reintente.</translation>
    </message>
    <message>
        <source>The search answered nonsense. Pin the place by hand, and tell who runs the server.</source>
        <translation>La búsqueda respondió algo sin sentido. Marque el lugar a mano y avise a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server wants you to sign in again before it searches.</source>
        <translation>El servidor pide que vuelva a iniciar sesión antes de buscar.</translation>
    </message>
    <message>
        <source>This server cannot search for addresses. Pin the place by hand.</source>
        <translation>Este servidor no puede buscar direcciones. Marque el lugar a mano.</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to the same phone here, last on %1</source>
        <translation>
            <numerusform>%n entrega al mismo teléfono aquí, la última el %1</numerusform>
            <numerusform>%n entregas al mismo teléfono aquí, la última el %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to %1 here, last on %2</source>
        <translation>
            <numerusform>%n entrega a %1 aquí, la última el %2</numerusform>
            <numerusform>%n entregas a %1 aquí, la última el %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) to others here, last on %1</source>
        <translation>
            <numerusform>%n entrega a otras personas aquí, la última el %1</numerusform>
            <numerusform>%n entregas a otras personas aquí, la última el %1</numerusform>
        </translation>
    </message>
    <message>
        <source>two digits exchanged</source>
        <translation>dos dígitos intercambiados</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two reasons</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Doorstep::ClinicWork</name>
    <message>
        <source>&amp;Find the address…</source>
        <translation>&amp;Encontrar la dirección…</translation>
    </message>
    <message>
        <source>Select a stop first.</source>
        <translation>Seleccione primero una parada.</translation>
    </message>
    <message>
        <source>Placed %1</source>
        <comment>an address</comment>
        <translation>Ubicado %1</translation>
    </message>
    <message numerus="yes">
        <source>Placed %1 for %n stop(s)</source>
        <comment>an address</comment>
        <translation>
            <numerusform>Ubicado %1 para %n parada</numerusform>
            <numerusform>Ubicado %1 para %n paradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CloseCaseSheet</name>
    <message>
        <source>Close the case</source>
        <translation>Cerrar el caso</translation>
    </message>
    <message>
        <source>Close it</source>
        <comment>the case</comment>
        <translation>Cerrarlo</translation>
    </message>
    <message>
        <source>How was it resolved? Your colleagues read it</source>
        <translation>¿Cómo se resolvió? Lo leen sus colegas</translation>
    </message>
    <message>
        <source>Resolution</source>
        <comment>of a case</comment>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>It is kept in the history of the case. The case comes back when the same happens again.</source>
        <translation>Queda en el historial del caso. El caso vuelve cuando pasa lo mismo otra vez.</translation>
    </message>
    <message>
        <source>The customer knows</source>
        <translation>El cliente ya lo sabe</translation>
    </message>
    <message>
        <source>Agreed on another day</source>
        <translation>Se acordó otro día</translation>
    </message>
    <message>
        <source>Goes back to the shop</source>
        <translation>Vuelve a la tienda</translation>
    </message>
    <message>
        <source>The customer fetches it</source>
        <translation>El cliente lo retira</translation>
    </message>
    <message>
        <source>The driver knows the place</source>
        <translation>El conductor conoce el lugar</translation>
    </message>
    <message>
        <source>The customer gave the address</source>
        <translation>El cliente dio la dirección</translation>
    </message>
    <message>
        <source>The customer agreed to wait</source>
        <translation>El cliente aceptó esperar</translation>
    </message>
    <message>
        <source>The driver will make it</source>
        <translation>El conductor llegará a tiempo</translation>
    </message>
    <message>
        <source>The driver answered the phone</source>
        <translation>El conductor atendió el teléfono</translation>
    </message>
    <message>
        <source>Their phone is broken</source>
        <translation>Su teléfono está roto</translation>
    </message>
    <message>
        <source>A colleague saw the driver</source>
        <translation>Un colega vio al conductor</translation>
    </message>
    <message>
        <source>Say how, in a word.</source>
        <translation>Diga cómo, en una palabra.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ClosureFacts</name>
    <message>
        <source>a route without a driver</source>
        <translation>una ruta sin conductor</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>an area</comment>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>slow, × %1</source>
        <translation>lento, × %1</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Stops inside</source>
        <translation>Paradas dentro</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Conductores</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>Doorstep::ClosureSheet</name>
    <message>
        <source>Closure</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Close it</source>
        <comment>an area</comment>
        <translation>Cerrarla</translation>
    </message>
    <message>
        <source>at</source>
        <translation>a las</translation>
    </message>
    <message>
        <source>What people call it: a street, a market, a flood</source>
        <translation>Cómo se la conoce: una calle, una feria, una inundación</translation>
    </message>
    <message>
        <source>Nobody drives through</source>
        <translation>Nadie pasa</translation>
    </message>
    <message>
        <source>Driving is slow</source>
        <translation>Se circula despacio</translation>
    </message>
    <message>
        <source>takes × </source>
        <comment>so many times as long</comment>
        <translation>tarda × </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>How slow</source>
        <translation>Cuánto más lento</translation>
    </message>
    <message>
        <source>Begins at a time; else it is so already</source>
        <translation>Empieza a una hora; si no, ya es así</translation>
    </message>
    <message>
        <source>Ends at a time; else when it is lifted</source>
        <translation>Termina a una hora; si no, cuando se levante</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s)</source>
        <translation>
            <numerusform>%n esquina</numerusform>
            <numerusform>%n esquinas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more of the file, with the same hours</source>
        <translation>
            <numerusform>y %n más del archivo, con el mismo horario</numerusform>
            <numerusform>y %n más del archivo, con el mismo horario</numerusform>
        </translation>
    </message>
    <message>
        <source>Routes go around it at once, and arrivals count the way around.</source>
        <translation>Las rutas lo rodean enseguida y las llegadas cuentan el rodeo.</translation>
    </message>
    <message>
        <source>Times of %1.</source>
        <translation>Horas de %1.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Póngale un nombre.</translation>
    </message>
    <message>
        <source>It is over already. Choose a later end.</source>
        <translation>Ya terminó. Elija un final posterior.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Termina antes de empezar.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ClosureWork</name>
    <message>
        <source>The file is larger than 4 MB. Export only the areas that are closed.</source>
        <translation>El archivo pesa más de 4 MB. Exporte solo las zonas cerradas.</translation>
    </message>
    <message>
        <source>The file is not JSON. Export it as GeoJSON.</source>
        <translation>El archivo no es JSON. Expórtelo como GeoJSON.</translation>
    </message>
    <message>
        <source>The file is JSON, but not GeoJSON. Export it as GeoJSON.</source>
        <translation>El archivo es JSON, pero no GeoJSON. Expórtelo como GeoJSON.</translation>
    </message>
    <message>
        <source>There is no area in the file: only polygons can be closed.</source>
        <translation>No hay zonas en el archivo: solo se pueden cerrar polígonos.</translation>
    </message>
    <message numerus="yes">
        <source>There are more than %n area(s) in the file. Export only those that are closed.</source>
        <translation>
            <numerusform>Hay más de %n zona en el archivo. Exporte solo las cerradas.</numerusform>
            <numerusform>Hay más de %n zonas en el archivo. Exporte solo las cerradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Feature %1 has no readable coordinates. Correct it, and import the file again.</source>
        <translation>El elemento %1 no tiene coordenadas legibles. Corríjalo y vuelva a importar el archivo.</translation>
    </message>
    <message>
        <source>Feature %1: %2</source>
        <comment>number, what is wrong with it</comment>
        <translation>Elemento %1: %2</translation>
    </message>
    <message>
        <source>&amp;Draw a closure on the map</source>
        <translation>&amp;Dibujar un cierre en el mapa</translation>
    </message>
    <message>
        <source>&amp;Import closures (GeoJSON)…</source>
        <translation>&amp;Importar cierres (GeoJSON)…</translation>
    </message>
    <message>
        <source>Change a c&amp;losure…</source>
        <translation>Cambiar un c&amp;ierre…</translation>
    </message>
    <message>
        <source>Select what a closure &amp;touches</source>
        <translation>Seleccionar lo que &amp;afecta un cierre</translation>
    </message>
    <message>
        <source>&amp;Hold the stops in a closure</source>
        <translation>&amp;Retener las paradas de un cierre</translation>
    </message>
    <message>
        <source>Li&amp;ft a closure</source>
        <translation>Le&amp;vantar un cierre</translation>
    </message>
    <message>
        <source>Nothing is closed now.</source>
        <translation>No hay nada cerrado ahora.</translation>
    </message>
    <message>
        <source>Import closures</source>
        <translation>Importar cierres</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson *.json)</source>
        <translation>GeoJSON (*.geojson *.json)</translation>
    </message>
    <message>
        <source>The file could not be opened: %1</source>
        <translation>No se pudo abrir el archivo: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Closed %n area(s)</source>
        <translation>
            <numerusform>Se cerró %n zona</numerusform>
            <numerusform>Se cerraron %n zonas</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Se cerró %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Se cambió %1</translation>
    </message>
    <message>
        <source>Lifted %1</source>
        <translation>Se levantó %1</translation>
    </message>
    <message>
        <source>%1 touches nobody now.</source>
        <translation>%1 no afecta a nadie ahora.</translation>
    </message>
    <message>
        <source>No open stop lies in %1.</source>
        <translation>No hay paradas abiertas en %1.</translation>
    </message>
    <message numerus="yes">
        <source>Held %n stop(s) in %1</source>
        <translation>
            <numerusform>Se retuvo %n parada en %1</numerusform>
            <numerusform>Se retuvieron %n paradas en %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::CommandPalette</name>
    <message>
        <source>Search drivers, stops, addresses, tracking numbers, or type a command</source>
        <translation>Busque conductores, paradas, direcciones, números de seguimiento o escriba una orden</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Búsqueda y órdenes</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Nothing here is called “%1”.
A part of a name, a street with its number or a tracking number is enough.</source>
        <translation>Aquí nada se llama «%1».
Basta una parte de un nombre, una calle con su número o un número de seguimiento.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ConcernWords</name>
    <message>
        <source>Missed delivery</source>
        <translation>Entrega fallida</translation>
    </message>
    <message>
        <source>Missed delivery — %1</source>
        <translation>Entrega fallida — %1</translation>
    </message>
    <message>
        <source>Address not found</source>
        <translation>Dirección no encontrada</translation>
    </message>
    <message>
        <source>Will miss window by %1</source>
        <translation>Llegará %1 después de la ventana</translation>
    </message>
    <message>
        <source>Driver was never heard</source>
        <translation>Sin noticias del conductor</translation>
    </message>
    <message>
        <source>Driver silent for %1</source>
        <translation>Conductor sin señal hace %1</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) left</source>
        <translation>
            <numerusform>queda %n parada</numerusform>
            <numerusform>quedan %n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>stop %1</source>
        <translation>parada %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>intento %1</translation>
    </message>
    <message>
        <source>no driver yet</source>
        <translation>aún sin conductor</translation>
    </message>
    <message>
        <source>next %1</source>
        <comment>%1 is an address</comment>
        <translation>sigue %1</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and two digits of minutes</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>past due for %1</source>
        <translation>vencido hace %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>vence en %1</translation>
    </message>
    <message>
        <source>Missed — %1</source>
        <comment>a delivery, in few words</comment>
        <translation>Fallida — %1</translation>
    </message>
    <message>
        <source>%1 takes care of it</source>
        <comment>name</comment>
        <translation>%1 se ocupa</translation>
    </message>
    <message>
        <source>%1 looks at it too</source>
        <comment>name</comment>
        <translation>%1 también lo mira</translation>
    </message>
    <message>
        <source>Will miss window by %1, %2 % likely</source>
        <translation>Llegará %1 después de la ventana, %2 % probable</translation>
    </message>
    <message>
        <source>Missed deliveries</source>
        <translation>Entregas fallidas</translation>
    </message>
    <message>
        <source>Addresses not found</source>
        <translation>Direcciones no encontradas</translation>
    </message>
    <message>
        <source>Missed windows</source>
        <translation>Ventanas perdidas</translation>
    </message>
    <message>
        <source>Silent drivers</source>
        <translation>Conductores en silencio</translation>
    </message>
    <message numerus="yes">
        <source>with %n more</source>
        <comment>other cases that were merged into it</comment>
        <translation>
            <numerusform>con %n más</numerusform>
            <numerusform>con %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>New</source>
        <comment>a case that was not looked at yet</comment>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>Doorstep::ConflictTray</name>
    <message>
        <source>Decisions that were not taken</source>
        <translation>Decisiones no aplicadas</translation>
    </message>
    <message>
        <source>Everything you decided was taken.</source>
        <translation>Todo lo que decidiste se aplicó.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the tray</source>
        <translation>Cerrar la bandeja</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar lo mío</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Aceptar lo suyo</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It was %1, %2.</source>
        <comment>name, time</comment>
        <translation>Fue %1, %2.</translation>
    </message>
    <message>
        <source>Nothing is waiting for you</source>
        <translation>Nada te espera</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of yours were not taken</source>
        <translation>
            <numerusform>Una decisión tuya no se aplicó</numerusform>
            <numerusform>%n decisiones tuyas no se aplicaron</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ConnectionPill</name>
    <message>
        <source>Click to connect again now</source>
        <translation>Clic para volver a conectar ahora</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Live · %1 ms</source>
        <translation>En vivo · %1 ms</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>%1 is a time</comment>
        <translation>Sin conexión desde %1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n necesita atención</numerusform>
            <numerusform>%n necesitan atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::Console</name>
    <message>
        <source>The demo could not start: %1</source>
        <translation>La demostración no pudo empezar: %1</translation>
    </message>
    <message>
        <source>What you see is the last known state. Sign in to see it live.</source>
        <translation>Lo que ve es el último estado conocido. Inicie sesión para verlo en vivo.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>The demo has stopped: %1. What you see is its last state.</source>
        <translation>La demostración se detuvo: %1. Lo que ve es su último estado.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message numerus="yes">
        <source>The demo&apos;s programs have been silent for %n second(s). They may still answer; a new start may be faster.</source>
        <translation>
            <numerusform>Los programas de la demostración llevan %n segundo en silencio. Quizá respondan todavía; empezar de nuevo puede ser más rápido.</numerusform>
            <numerusform>Los programas de la demostración llevan %n segundos en silencio. Quizá respondan todavía; empezar de nuevo puede ser más rápido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be decided here: another or a newer Doorstep is using this person&apos;s outbox. Close it, and start this one again.</source>
        <translation>Aquí no se puede decidir nada: otro Doorstep, o uno más nuevo, usa la bandeja de salida de esta persona. Ciérrelo e inicie este de nuevo.</translation>
    </message>
    <message>
        <source>Nothing can be decided here: the outbox cannot be written. Make room on the disk, and start Doorstep again.</source>
        <translation>Aquí no se puede decidir nada: no se puede escribir la bandeja de salida. Libere espacio en el disco e inicie Doorstep de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>The outbox was damaged. %n decision(s) were saved from it; the damaged file is %1.</source>
        <translation>
            <numerusform>La bandeja de salida estaba dañada. Se salvó %n decisión; el archivo dañado es %1.</numerusform>
            <numerusform>La bandeja de salida estaba dañada. Se salvaron %n decisiones; el archivo dañado es %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of yours could not be sent yet. They are kept on this machine, and are sent when you sign in again.</source>
        <translation>
            <numerusform>%n decisión suya aún no se pudo enviar. Queda guardada en esta máquina y se envía cuando vuelva a entrar.</numerusform>
            <numerusform>%n decisiones suyas aún no se pudieron enviar. Quedan guardadas en esta máquina y se envían cuando vuelva a entrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of %1 could not be sent yet. They are kept on this machine, and are sent when their author signs in here again.</source>
        <translation>
            <numerusform>%n decisión de %1 no se pudo enviar todavía. Queda guardada en esta máquina y se enviará cuando su autor vuelva a iniciar sesión aquí.</numerusform>
            <numerusform>%n decisiones de %1 no se pudieron enviar todavía. Quedan guardadas en esta máquina y se enviarán cuando su autor vuelva a iniciar sesión aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keychain of this machine cannot be used, so Doorstep forgets you when it is closed.</source>
        <translation>El llavero de esta máquina no se puede usar, así que Doorstep lo olvida al cerrarse.</translation>
    </message>
</context>
<context>
    <name>Doorstep::CustomerWords</name>
    <message>
        <source>safe place: %1</source>
        <translation>lugar seguro: %1</translation>
    </message>
    <message>
        <source>neighbour: %1</source>
        <translation>vecino: %1</translation>
    </message>
    <message>
        <source>front desk: %1</source>
        <translation>recepción: %1</translation>
    </message>
    <message>
        <source>locker: %1</source>
        <translation>casillero: %1</translation>
    </message>
    <message>
        <source>garage: %1</source>
        <translation>garaje: %1</translation>
    </message>
    <message>
        <source>room: %1</source>
        <translation>habitación: %1</translation>
    </message>
    <message>
        <source>white glove</source>
        <translation>guante blanco</translation>
    </message>
    <message>
        <source>may be left at the door</source>
        <translation>se puede dejar en la puerta</translation>
    </message>
    <message>
        <source>behind a gate</source>
        <translation>detrás de un portón</translation>
    </message>
    <message>
        <source>asked, no answer yet</source>
        <translation>preguntado, sin respuesta</translation>
    </message>
    <message>
        <source>will be there</source>
        <translation>estará</translation>
    </message>
    <message>
        <source>will not be there</source>
        <translation>no estará</translation>
    </message>
    <message>
        <source>answered something else</source>
        <translation>respondió otra cosa</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>por SMS</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>por teléfono</translation>
    </message>
    <message>
        <source>in the app</source>
        <translation>en la aplicación</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>en el mostrador</translation>
    </message>
    <message>
        <source>with the order</source>
        <translation>con el pedido</translation>
    </message>
    <message>
        <source>when it was put off</source>
        <translation>al aplazarlo</translation>
    </message>
    <message>
        <source>on the tracking page</source>
        <translation>en la página de seguimiento</translation>
    </message>
    <message>
        <source>Closed road</source>
        <translation>Calle cortada</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Clima</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>firma</translation>
    </message>
    <message>
        <source>who took it</source>
        <translation>quién lo recibió</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>cumplida</translation>
    </message>
    <message numerus="yes">
        <source>missed by %n minute(s)</source>
        <translation>
            <numerusform>incumplida por %n minuto</numerusform>
            <numerusform>incumplida por %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) too early</source>
        <translation>
            <numerusform>%n minuto antes</numerusform>
            <numerusform>%n minutos antes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>from %1 until it is lifted</source>
        <translation>desde %1 hasta que se levante</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>until it is lifted</source>
        <translation>hasta que se levante</translation>
    </message>
</context>
<context>
    <name>Doorstep::CustomerWork</name>
    <message>
        <source>Customer will be there</source>
        <translation>El cliente estará</translation>
    </message>
    <message>
        <source>Customer will not be there</source>
        <translation>El cliente no estará</translation>
    </message>
    <message>
        <source>Asked the customer, no answer yet</source>
        <translation>Se preguntó al cliente, sin respuesta</translation>
    </message>
    <message>
        <source>Told the customer the arrival by phone</source>
        <translation>Se le dijo la llegada al cliente por teléfono</translation>
    </message>
    <message>
        <source>The customer…</source>
        <translation>El cliente…</translation>
    </message>
    <message>
        <source>%1 will be there</source>
        <comment>a customer</comment>
        <translation>%1 estará</translation>
    </message>
    <message>
        <source>%1 will not be there</source>
        <comment>a customer</comment>
        <translation>%1 no estará</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <comment>a customer</comment>
        <translation>Se preguntó a %1</translation>
    </message>
    <message>
        <source>Told %1 the arrival</source>
        <comment>a customer</comment>
        <translation>Se le dijo la llegada a %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::DayChart</name>
    <message>
        <source>Stops over the day</source>
        <translation>Paradas del día</translation>
    </message>
    <message>
        <source>%1 delivered and %2 failed of %3 planned</source>
        <translation>%1 entregadas y %2 fallidas de %3 previstas</translation>
    </message>
    <message>
        <source>%1:00 — %2 delivered, %3 failed, %4 planned</source>
        <translation>%1:00 — %2 entregadas, %3 fallidas, %4 previstas</translation>
    </message>
</context>
<context>
    <name>Doorstep::DayPane</name>
    <message>
        <source>Stops over the day</source>
        <translation>Paradas del día</translation>
    </message>
    <message>
        <source>&lt;p&gt;The window or the arrival that a customer was told last before the driver came.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Kept&lt;/b&gt;: the driver was there by its end, and did not hand over before its beginning; also where nobody opened.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Broken&lt;/b&gt;: later, too early, or its end has passed and nobody has been there.&lt;/p&gt;&lt;p&gt;Stops that were called off, and customers who were told nothing, are not counted.&lt;/p&gt;</source>
        <translation>&lt;p&gt;La ventana o la llegada que se le dijo por última vez a un cliente antes de que viniera el conductor.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cumplida&lt;/b&gt;: el conductor estuvo allí antes de que terminara y no entregó antes de que empezara; también donde nadie abrió.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Incumplida&lt;/b&gt;: más tarde, demasiado temprano, o terminó y nadie estuvo allí.&lt;/p&gt;&lt;p&gt;No se cuentan las paradas anuladas ni los clientes a los que no se les dijo nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Promises kept: %1 % of %2 that were due</source>
        <comment>made to customers</comment>
        <translation>Promesas cumplidas: %1 % de %2 que vencieron</translation>
    </message>
    <message numerus="yes">
        <source>%n broken</source>
        <comment>promises</comment>
        <translation>
            <numerusform>%n incumplida</numerusform>
            <numerusform>%n incumplidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <comment>promises</comment>
        <translation>
            <numerusform>%n por vencer</numerusform>
            <numerusform>%n por vencer</numerusform>
        </translation>
    </message>
    <message>
        <source>No promise to a customer was due yet</source>
        <translation>Todavía no venció ninguna promesa a un cliente</translation>
    </message>
</context>
<context>
    <name>Doorstep::DayWords</name>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n conductor</numerusform>
            <numerusform>%n conductores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) today</source>
        <translation>
            <numerusform>%n evento hoy</numerusform>
            <numerusform>%n eventos hoy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DemoDay</name>
    <message>
        <source>Preparing the map of Montevideo</source>
        <translation>Preparando el mapa de Montevideo</translation>
    </message>
    <message>
        <source>Only the first start takes this minute.</source>
        <translation>Solo el primer inicio lleva este minuto.</translation>
    </message>
    <message>
        <source>Starting the day</source>
        <translation>Empezando el día</translation>
    </message>
    <message>
        <source>A private backend and forty drivers, only on this machine.</source>
        <translation>Un servidor privado y cuarenta conductores, solo en este equipo.</translation>
    </message>
</context>
<context>
    <name>Doorstep::DepotTime</name>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::DetailsPane</name>
    <message>
        <source>Select a route, a stop or a card to see everything about it.</source>
        <translation>Elija una ruta, una parada o una tarjeta para ver todo sobre ella.</translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation>Detalles de la selección</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenida</translation>
    </message>
    <message>
        <source>not to be delivered until released</source>
        <translation>no se entrega hasta que se libere</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>stays on its route</source>
        <translation>se queda en su ruta</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>saved here, not confirmed yet</source>
        <translation>guardado aquí, aún sin confirmar</translation>
    </message>
    <message>
        <source>%1: show on the map</source>
        <comment>what is shown</comment>
        <translation>%1: mostrar en el mapa</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
</context>
<context>
    <name>Doorstep::DistanceText</name>
    <message>
        <source>%1 m</source>
        <comment>a distance</comment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <comment>a distance</comment>
        <translation>%1 km</translation>
    </message>
</context>
<context>
    <name>Doorstep::Dragging</name>
    <message>
        <source>%1 off the route</source>
        <translation>%1 fuera de la ruta</translation>
    </message>
    <message>
        <source>This driver has no route.</source>
        <translation>Este conductor no tiene ruta.</translation>
    </message>
    <message>
        <source>It stays where it is.</source>
        <translation>Se queda donde está.</translation>
    </message>
</context>
<context>
    <name>Doorstep::DriverTableModel</name>
    <message>
        <source>Driver</source>
        <translation>Conductor</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregadas</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>Primer intento</translation>
    </message>
    <message>
        <source>Stops / h</source>
        <translation>Paradas / h</translation>
    </message>
    <message>
        <source>Failed / 100</source>
        <translation>Fallidas / 100</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Stops by hour</source>
        <translation>Paradas por hora</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>delivered, all</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Doorstep::DriversPane</name>
    <message>
        <source>Drivers</source>
        <translation>Conductores</translation>
    </message>
    <message>
        <source>Export the drivers as CSV</source>
        <translation>Exportar los conductores como CSV</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n driver(s) to %1.</source>
        <translation>
            <numerusform>Se exportó %n conductor a %1.</numerusform>
            <numerusform>Se exportaron %n conductores a %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::DurationText</name>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes, short</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and two digits of minutes</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>recién</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is a length of time</comment>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>no signal %1</source>
        <comment>%1 is a length of time</comment>
        <translation>sin señal %1</translation>
    </message>
    <message>
        <source>slack unknown</source>
        <translation>holgura desconocida</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minuto tarde</numerusform>
            <numerusform>%n minutos tarde</numerusform>
        </translation>
    </message>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ahead</source>
        <translation>
            <numerusform>%n minuto de ventaja</numerusform>
            <numerusform>%n minutos de ventaja</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::EntranceRow</name>
    <message>
        <source>Where past drivers stopped</source>
        <translation>Donde pararon otros conductores</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>an entrance</comment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Entrance: where to park and walk in</source>
        <translation>Entrada: dónde estacionar y entrar a pie</translation>
    </message>
    <message>
        <source>Set on the map</source>
        <translation>Marcar en el mapa</translation>
    </message>
    <message>
        <source>Set the entrance by a click on the map</source>
        <translation>Marcar la entrada con un clic en el mapa</translation>
    </message>
    <message>
        <source>Take where past drivers stopped as the entrance</source>
        <translation>Tomar como entrada donde pararon otros conductores</translation>
    </message>
    <message>
        <source>Remove the entrance: the driver goes to the place itself</source>
        <translation>Quitar la entrada: el conductor va al lugar mismo</translation>
    </message>
    <message>
        <source>Click on the map…</source>
        <translation>Haga clic en el mapa…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The entrance is %1 from the place, and may be at most %2. Set it nearer, or remove it.</source>
        <translation>La entrada está a %1 del lugar, y puede estar a lo sumo a %2. Márquela más cerca, o quítela.</translation>
    </message>
    <message>
        <source>At the place: the entrance that was is too far from it.</source>
        <translation>En el lugar mismo: la entrada que había está demasiado lejos.</translation>
    </message>
    <message>
        <source>At the place</source>
        <translation>En el lugar mismo</translation>
    </message>
    <message>
        <source>Set; choose the place, too</source>
        <translation>Marcada; elija también el lugar</translation>
    </message>
    <message>
        <source>%1 from the place</source>
        <comment>a distance</comment>
        <translation>a %1 del lugar</translation>
    </message>
</context>
<context>
    <name>Doorstep::ExportCard</name>
    <message>
        <source>Export CSV</source>
        <translation>Exportar CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Doorstep::Facts</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>any time today</source>
        <translation>a cualquier hora de hoy</translation>
    </message>
    <message>
        <source>%1, by %2 in nine of ten</source>
        <comment>two times of day</comment>
        <translation>%1, antes de %2 en nueve de diez</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Prevista</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>the arrival in the plan</comment>
        <translation>Según el plan</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completada</translation>
    </message>
    <message numerus="yes">
        <source>%n parcel(s)</source>
        <translation>
            <numerusform>%n paquete</numerusform>
            <numerusform>%n paquetes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kg in all</source>
        <translation>%1 kg en total</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última señal</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batería</translation>
    </message>
    <message>
        <source>, charging</source>
        <translation>, cargando</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>± %1 m</source>
        <translation>± %1 m</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>%1 km/h</source>
        <translation>%1 km/h</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>made up by an app on the phone</source>
        <translation>inventada por una app del teléfono</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>the phone&apos;s clock is wrong</source>
        <translation>el reloj del teléfono está mal</translation>
    </message>
    <message>
        <source>%1 · stop %2</source>
        <comment>a driver and a number</comment>
        <translation>%1 · parada %2</translation>
    </message>
    <message>
        <source>on no route yet</source>
        <translation>aún sin ruta</translation>
    </message>
    <message>
        <source>Entered as</source>
        <translation>Ingresada como</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>not found on the map</source>
        <translation>no encontrado en el mapa</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 seguro</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Gate code</source>
        <translation>Código de portón</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Driver&apos;s note</source>
        <translation>Nota del conductor</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>a reference and a shop</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Route without a driver</source>
        <translation>Ruta sin conductor</translation>
    </message>
    <message>
        <source>never today</source>
        <translation>hoy nunca</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Holgura</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechas</translation>
    </message>
    <message>
        <source>%1 of %2, %3 delivered</source>
        <translation>%1 de %2, %3 entregadas</translation>
    </message>
    <message>
        <source>%1, planned %2</source>
        <translation>%1, previsto %2</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>previsto %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Load at start</source>
        <translation>Carga inicial</translation>
    </message>
    <message>
        <source>Next stops</source>
        <translation>Próximas paradas</translation>
    </message>
    <message>
        <source>no route today</source>
        <translation>sin ruta hoy</translation>
    </message>
    <message>
        <source>delivered late</source>
        <translation>entregada tarde</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Comprobante</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Risk of leaving it</source>
        <translation>Riesgo de dejarlo</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>an answer, how, time</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a window, told how, when</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Asked</source>
        <comment>the phone, where it is</comment>
        <translation>Preguntado</translation>
    </message>
    <message>
        <source>%1, not answered yet</source>
        <comment>a time of day</comment>
        <translation>%1, aún sin respuesta</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>an amount</comment>
        <translation>%1 en total</translation>
    </message>
    <message>
        <source>%1 so far, about %2 in all</source>
        <comment>two amounts</comment>
        <translation>%1 hasta ahora, unos %2 en total</translation>
    </message>
    <message>
        <source>about %1 in all</source>
        <comment>an amount</comment>
        <translation>unos %1 en total</translation>
    </message>
    <message numerus="yes">
        <source>%1 a stop, over %n stop(s)</source>
        <translation>
            <numerusform>%1 por parada, con %n parada</numerusform>
            <numerusform>%1 por parada, entre %n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>CO₂</source>
        <translation>CO₂</translation>
    </message>
    <message>
        <source>Share of the cost</source>
        <translation>Parte del costo</translation>
    </message>
    <message numerus="yes">
        <source>about %1: its route over %n stop(s)</source>
        <translation>
            <numerusform>unos %1: su ruta, con %n parada</numerusform>
            <numerusform>unos %1: su ruta entre %n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>%1 from the address</source>
        <translation>a %1 de la dirección</translation>
    </message>
</context>
<context>
    <name>Doorstep::FiguresTable</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Now against proposed</source>
        <translation>Ahora y propuesto</translation>
    </message>
    <message>
        <source>%1, better</source>
        <translation>%1, mejor</translation>
    </message>
    <message>
        <source>%1, worse</source>
        <translation>%1, peor</translation>
    </message>
</context>
<context>
    <name>Doorstep::FormSheet</name>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Close without doing anything</source>
        <translation>Cerrar sin hacer nada</translation>
    </message>
</context>
<context>
    <name>Doorstep::Handling</name>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Nothing to do: it is so already.</source>
        <translation>Nada que hacer: ya es así.</translation>
    </message>
    <message>
        <source>Not done: %1. It could not be saved on this machine; make room on the disk, and try again.</source>
        <translation>No se hizo: %1. No se pudo guardar en esta máquina; libere espacio en el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>Ya es así.</translation>
    </message>
    <message>
        <source>Select a stop first.</source>
        <translation>Primero seleccione una parada.</translation>
    </message>
    <message>
        <source>What is before it is done.</source>
        <translation>Lo anterior ya está hecho.</translation>
    </message>
    <message>
        <source>It stays where it is.</source>
        <translation>Se queda donde está.</translation>
    </message>
    <message>
        <source>Moved %1 within the route of %2</source>
        <translation>Se movió %1 dentro de la ruta de %2</translation>
    </message>
    <message>
        <source>Moved %1 to %2</source>
        <comment>%1 is what, %2 is a driver</comment>
        <translation>Se pasó %1 a %2</translation>
    </message>
    <message>
        <source>Took %1 off the route</source>
        <translation>Se quitó %1 de la ruta</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>a stop</source>
        <translation>una parada</translation>
    </message>
    <message>
        <source>a route</source>
        <translation>una ruta</translation>
    </message>
    <message>
        <source>as stop %1</source>
        <translation>como parada %1</translation>
    </message>
    <message>
        <source>as stops %1 to %2</source>
        <translation>como paradas %1 a %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3, before %4</source>
        <comment>what, to which driver, as stop 7, before which address</comment>
        <translation>%1 a %2, %3, antes de %4</translation>
    </message>
    <message>
        <source>%1 to %2, %3, at the end</source>
        <comment>what, to which driver, as stop 7</comment>
        <translation>%1 a %2, %3, al final</translation>
    </message>
    <message>
        <source>Only %1 of %2: %3</source>
        <comment>how many, of all, what was done</comment>
        <translation>Solo %1 de %2: %3</translation>
    </message>
    <message>
        <source>%1. This cannot be undone.</source>
        <translation>%1. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Not done: %1. %2</source>
        <comment>%1 is what, %2 a sentence that says why</comment>
        <translation>No se hizo: %1. %2</translation>
    </message>
    <message>
        <source>Cannot be undone any more: %1. %2</source>
        <comment>%1 is what, %2 a sentence that says why</comment>
        <translation>Ya no se puede deshacer: %1. %2</translation>
    </message>
    <message>
        <source>Show the stop</source>
        <translation>Mostrar la parada</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>ya era así</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>guardándose</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>guardado aquí, en espera de envío</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>Not done: it could not be saved on this machine.</source>
        <translation>No se hizo: no se pudo guardar en esta máquina.</translation>
    </message>
    <message>
        <source>Another try for %1 by %2</source>
        <comment>%1 is what, %2 is a driver</comment>
        <translation>Otro intento para %1 con %2</translation>
    </message>
</context>
<context>
    <name>Doorstep::HandlingActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Go to the last &amp;message</source>
        <translation>Ir al último &amp;mensaje</translation>
    </message>
    <message>
        <source>&amp;Assign to…</source>
        <translation>&amp;Asignar a…</translation>
    </message>
    <message>
        <source>Take &amp;off the route</source>
        <translation>&amp;Quitar de la ruta</translation>
    </message>
    <message>
        <source>&amp;Pin to its route</source>
        <translation>&amp;Fijar a su ruta</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Retener</translation>
    </message>
    <message>
        <source>Mark &amp;delivered…</source>
        <translation>Marcar &amp;entregada…</translation>
    </message>
    <message>
        <source>Mark &amp;failed…</source>
        <translation>Marcar fa&amp;llida…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Intentar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Reschedule…</source>
        <translation>Repro&amp;gramar…</translation>
    </message>
    <message>
        <source>&amp;Call off…</source>
        <translation>&amp;Cancelar…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>E&amp;ditar…</translation>
    </message>
    <message>
        <source>Add a &amp;note…</source>
        <translation>Agregar &amp;nota…</translation>
    </message>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation>Copiar la di&amp;rección</translation>
    </message>
    <message>
        <source>Drive there ne&amp;xt</source>
        <translation>Ir allí a contin&amp;uación</translation>
    </message>
    <message>
        <source>Ear&amp;lier in the route</source>
        <translation>Antes en la ruta</translation>
    </message>
    <message>
        <source>Later &amp;in the route</source>
        <translation>Después en la ruta</translation>
    </message>
    <message>
        <source>At the end of the ro&amp;ute</source>
        <translation>Al final de la ruta</translation>
    </message>
    <message>
        <source>Driver is &amp;on duty</source>
        <translation>Conductor de &amp;servicio</translation>
    </message>
    <message>
        <source>Driver is on a &amp;break</source>
        <translation>Conductor en &amp;pausa</translation>
    </message>
    <message>
        <source>Driver is o&amp;ff duty</source>
        <translation>Conductor &amp;fuera de servicio</translation>
    </message>
    <message>
        <source>Pinned %1</source>
        <translation>Se fijó %1</translation>
    </message>
    <message>
        <source>Unpinned %1</source>
        <translation>Se soltó %1</translation>
    </message>
    <message>
        <source>Held %1</source>
        <translation>Se retuvo %1</translation>
    </message>
    <message>
        <source>Released %1</source>
        <translation>Se liberó %1</translation>
    </message>
    <message>
        <source>Opened %1 for another try</source>
        <translation>Se abrió %1 para otro intento</translation>
    </message>
    <message>
        <source>Marked %1 failed</source>
        <translation>Se marcó %1 como fallido</translation>
    </message>
    <message>
        <source>%1 is on duty</source>
        <translation>%1 está de servicio</translation>
    </message>
    <message>
        <source>%1 is on a break</source>
        <translation>%1 está en pausa</translation>
    </message>
    <message>
        <source>%1 is off duty</source>
        <translation>%1 está fuera de servicio</translation>
    </message>
    <message>
        <source>Select a stop first.</source>
        <translation>Primero seleccione una parada.</translation>
    </message>
    <message>
        <source>They are on several routes.</source>
        <translation>Están en varias rutas.</translation>
    </message>
    <message>
        <source>It is the next already.</source>
        <translation>Ya es la siguiente.</translation>
    </message>
    <message>
        <source>It is the last already.</source>
        <translation>Ya es la última.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Undo or Redo, and what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is nothing to take back or do again.</source>
        <translation>No hay nada que deshacer ni rehacer.</translation>
    </message>
    <message>
        <source>Select one stop only.</source>
        <translation>Seleccione una sola parada.</translation>
    </message>
    <message>
        <source>Un&amp;pin from its route</source>
        <translation>S&amp;oltar de su ruta</translation>
    </message>
    <message>
        <source>Re&amp;lease</source>
        <translation>Li&amp;berar</translation>
    </message>
    <message>
        <source>Select one stop.</source>
        <translation>Seleccione una parada.</translation>
    </message>
    <message>
        <source>Select one stop, route or driver.</source>
        <translation>Seleccione una parada, una ruta o un conductor.</translation>
    </message>
    <message>
        <source>Select a driver first.</source>
        <translation>Primero seleccione un conductor.</translation>
    </message>
    <message>
        <source>No routes today</source>
        <translation>Hoy no hay rutas</translation>
    </message>
    <message>
        <source>With a note or another time…</source>
        <translation>Con una nota u otra hora…</translation>
    </message>
    <message>
        <source>&amp;Place in the route</source>
        <translation>Lugar en la r&amp;uta</translation>
    </message>
    <message>
        <source>Call the c&amp;ustomer</source>
        <translation>Llamar al c&amp;liente</translation>
    </message>
    <message>
        <source>&amp;Call the driver</source>
        <translation>Llamar al &amp;conductor</translation>
    </message>
    <message>
        <source>No phone number of this customer is known.</source>
        <translation>No se conoce el teléfono de este cliente.</translation>
    </message>
    <message>
        <source>No phone number of this driver is known.</source>
        <translation>No se conoce el teléfono de este conductor.</translation>
    </message>
    <message>
        <source>Calling %1: %2. The number is copied, too.</source>
        <translation>Llamando a %1: %2. El número también se copió.</translation>
    </message>
    <message>
        <source>Call %1: %2. The number is copied.</source>
        <translation>Llame a %1: %2. El número se copió.</translation>
    </message>
    <message>
        <source>Cu&amp;t the stops</source>
        <translation>Cor&amp;tar las paradas</translation>
    </message>
    <message>
        <source>&amp;Paste the stops here</source>
        <translation>&amp;Pegar las paradas aquí</translation>
    </message>
    <message>
        <source>Cut %1. Select the route, or the stop after which it goes, and press %2.</source>
        <comment>%1 is what, %2 a key</comment>
        <translation>Se cortó %1. Elija la ruta, o la parada después de la cual va, y pulse %2.</translation>
    </message>
    <message>
        <source>Cut stops first.</source>
        <translation>Primero corte paradas.</translation>
    </message>
    <message>
        <source>Select the route, or the stop after which they go.</source>
        <translation>Elija la ruta, o la parada después de la cual van.</translation>
    </message>
    <message>
        <source>&amp;Ask the phone where it is</source>
        <translation>&amp;Preguntar al teléfono dónde está</translation>
    </message>
    <message>
        <source>Asked the phone of %1 where it is: it answers at its next contact</source>
        <translation>Se preguntó al teléfono de %1 dónde está: responde en su próximo contacto</translation>
    </message>
</context>
<context>
    <name>Doorstep::HistoryPage</name>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Whose decisions</source>
        <translation>Decisiones de quién</translation>
    </message>
    <message>
        <source>Show earlier decisions</source>
        <translation>Mostrar decisiones anteriores</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What is selected, by everybody</source>
        <translation>Lo seleccionado, de todos</translation>
    </message>
    <message>
        <source>All that %1 did</source>
        <comment>name</comment>
        <translation>Todo lo que hizo %1</translation>
    </message>
    <message>
        <source>Offline. The history is on the server and comes back with the connection.</source>
        <translation>Sin conexión. El historial está en el servidor y vuelve con la conexión.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>No hay nada seleccionado.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Nobody has decided anything about it.</source>
        <translation>Nadie decidió nada al respecto.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who, when</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Doorstep::HistoryWords</name>
    <message>
        <source>%1: “%2”</source>
        <comment>what was done, why</comment>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, before, after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Gave %n stop(s) to %1</source>
        <translation>
            <numerusform>Dio una parada a %1</numerusform>
            <numerusform>Dio %n paradas a %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %n stop(s) off %1</source>
        <translation>
            <numerusform>Sacó una parada de %1</numerusform>
            <numerusform>Sacó %n paradas de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Put %1 in another order</source>
        <translation>Cambió el orden de %1</translation>
    </message>
    <message>
        <source>Called the delivery off</source>
        <translation>Anuló la entrega</translation>
    </message>
    <message>
        <source>Opened it for another try</source>
        <translation>La abrió para otro intento</translation>
    </message>
    <message>
        <source>Recorded a failed visit, %1</source>
        <translation>Registró una visita fallida, %1</translation>
    </message>
    <message>
        <source>Recorded the delivery</source>
        <translation>Registró la entrega</translation>
    </message>
    <message>
        <source>Pinned it to its route</source>
        <translation>La fijó a su ruta</translation>
    </message>
    <message>
        <source>Unpinned it</source>
        <translation>La soltó de su ruta</translation>
    </message>
    <message>
        <source>Held it</source>
        <translation>La retuvo</translation>
    </message>
    <message>
        <source>Released it</source>
        <translation>La liberó</translation>
    </message>
    <message>
        <source>Noted that the driver is %1</source>
        <translation>Anotó que el conductor está %1</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotó</translation>
    </message>
    <message>
        <source>Removed a note</source>
        <translation>Quitó una nota</translation>
    </message>
    <message>
        <source>Let the case go</source>
        <translation>Soltó el caso</translation>
    </message>
    <message>
        <source>Took the case</source>
        <translation>Tomó el caso</translation>
    </message>
    <message>
        <source>Gave the case to %1</source>
        <translation>Dio el caso a %1</translation>
    </message>
    <message>
        <source>Put the case off until %1</source>
        <translation>Pospuso el caso hasta %1</translation>
    </message>
    <message>
        <source>Woke the case</source>
        <translation>Retomó el caso</translation>
    </message>
    <message>
        <source>Closed the case</source>
        <translation>Cerró el caso</translation>
    </message>
    <message>
        <source>Opened the case again</source>
        <translation>Reabrió el caso</translation>
    </message>
    <message>
        <source>The driver ended the visit</source>
        <translation>El conductor terminó la visita</translation>
    </message>
    <message>
        <source>Put the plan of the day</source>
        <translation>Puso el plan del día</translation>
    </message>
    <message>
        <source>Sent orders</source>
        <translation>Envió pedidos</translation>
    </message>
    <message>
        <source>Made or changed a person</source>
        <translation>Creó o cambió una persona</translation>
    </message>
    <message>
        <source>Shut a person out</source>
        <translation>Dio de baja a una persona</translation>
    </message>
    <message>
        <source>Took back what was done</source>
        <translation>Deshizo lo hecho</translation>
    </message>
    <message>
        <source>Did something this console has no words for (%1)</source>
        <translation>Hizo algo que esta consola no sabe decir (%1)</translation>
    </message>
    <message>
        <source>Escalated the case</source>
        <translation>Caso escalado</translation>
    </message>
    <message>
        <source>Took the escalation back</source>
        <translation>Escalada quitada</translation>
    </message>
    <message>
        <source>Made it a part of the case about %1</source>
        <translation>Lo unió al caso de %1</translation>
    </message>
    <message>
        <source>Made it a case of its own again</source>
        <translation>Vuelve a ser un caso aparte</translation>
    </message>
    <message>
        <source>Follows the case</source>
        <translation>Sigue el caso</translation>
    </message>
    <message>
        <source>Follows the case no longer</source>
        <translation>Ya no sigue el caso</translation>
    </message>
    <message>
        <source>Changed what is remembered of an address</source>
        <translation>Cambió lo que se recuerda de una dirección</translation>
    </message>
    <message>
        <source>Changed from when on something is a case</source>
        <translation>Cambió desde cuándo algo es un caso</translation>
    </message>
    <message>
        <source>Asked the phone where it is</source>
        <translation>Preguntó al teléfono dónde está</translation>
    </message>
    <message>
        <source>Asks the phone no more</source>
        <translation>Ya no pregunta al teléfono</translation>
    </message>
    <message>
        <source>Changed what delivering costs</source>
        <translation>Cambió lo que cuesta entregar</translation>
    </message>
</context>
<context>
    <name>Doorstep::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the keys sheet</source>
        <translation>Cerrar la hoja de teclas</translation>
    </message>
    <message>
        <source>In a list: J and K for next and previous, Home and End for its ends</source>
        <translation>En una lista: J y K para siguiente y anterior, Inicio y Fin para los extremos</translation>
    </message>
    <message>
        <source>In the timeline: arrow keys move, Ctrl with + and − zooms</source>
        <translation>En la línea de tiempo: las flechas mueven, Ctrl con + y − acerca y aleja</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
</context>
<context>
    <name>Doorstep::LockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>Locked, because nobody was here for a while. Everything goes on behind it.</source>
        <translation>Bloqueado, porque no hubo nadie por un rato. Detrás todo sigue.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
</context>
<context>
    <name>Doorstep::MainWindow</name>
    <message>
        <source>Show %1</source>
        <comment>%1 is the name of a pane</comment>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Float %1</source>
        <comment>%1 is the name of a pane</comment>
        <translation>Separar %1</translation>
    </message>
    <message>
        <source>&amp;Search and commands…</source>
        <translation>&amp;Búsqueda y órdenes…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>C&amp;errar sesión</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Show the &amp;menu bar</source>
        <translation>Mostrar la barra de &amp;menús</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Reset this arrangement</source>
        <translation>&amp;Restablecer esta disposición</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;About Doorstep</source>
        <translation>&amp;Acerca de Doorstep</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>B&amp;loquear</translation>
    </message>
    <message>
        <source>Ne&amp;ver lock when idle</source>
        <translation>No bloquear por &amp;inactividad</translation>
    </message>
    <message numerus="yes">
        <source>Lock after %n minute(s) idle</source>
        <translation>
            <numerusform>Bloquear tras %n minuto inactivo</numerusform>
            <numerusform>Bloquear tras %n minutos inactivo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::MapButtons</name>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Fit selection</source>
        <translation>Encuadrar la selección</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
</context>
<context>
    <name>Doorstep::MapCards</name>
    <message>
        <source>Next</source>
        <translation>Sigue</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>%1 km/h</source>
        <translation>%1 km/h</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batería</translation>
    </message>
    <message>
        <source>Made-up position: the phone says an app set it</source>
        <translation>Posición inventada: el teléfono dice que la puso una app</translation>
    </message>
    <message>
        <source>The phone&apos;s clock is wrong</source>
        <translation>El reloj del teléfono está mal</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a stop, address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechas</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Conductor</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>an area</comment>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Slow, × %1</source>
        <translation>Lento, × %1</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Afecta a</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>stops, drivers</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s)</source>
        <translation>
            <numerusform>%n conductor</numerusform>
            <numerusform>%n conductores</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>Doorstep::MapLegend</name>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>en riesgo</translation>
    </message>
    <message>
        <source>late or failed</source>
        <translation>tarde o fallida</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>sin señal</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation>Leyenda: %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::MapPin</name>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
</context>
<context>
    <name>Doorstep::MapPins</name>
    <message>
        <source>Pin %1: %2</source>
        <comment>a number, a place</comment>
        <translation>Marca %1: %2</translation>
    </message>
    <message>
        <source>The entrance: drag it to where the driver walks in</source>
        <translation>La entrada: arrástrela adonde entra el conductor</translation>
    </message>
</context>
<context>
    <name>Doorstep::MapView</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Drivers, stops and routes. The lists beside it hold the same.</source>
        <translation>Conductores, paradas y rutas. Las listas de al lado tienen lo mismo.</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Conductores</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Open stops</source>
        <translation>Paradas abiertas</translation>
    </message>
    <message>
        <source>Done stops</source>
        <translation>Paradas hechas</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>Cortes</translation>
    </message>
    <message>
        <source>Trail of the selected driver</source>
        <translation>Rastro del conductor elegido</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n driver(s) selected</source>
        <translation>
            <numerusform>%n conductor elegido</numerusform>
            <numerusform>%n conductores elegidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) selected</source>
        <translation>
            <numerusform>%n parada elegida</numerusform>
            <numerusform>%n paradas elegidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the corners. Enter ends, Backspace takes the last one back, Escape gives it up.</source>
        <translation>Haga clic en las esquinas. Intro termina, Retroceso quita la última, Escape lo abandona.</translation>
    </message>
</context>
<context>
    <name>Doorstep::Marks</name>
    <message>
        <source>waiting to be confirmed</source>
        <translation>en espera de confirmación</translation>
    </message>
    <message>
        <source>pinned to its route</source>
        <translation>fijada a su ruta</translation>
    </message>
    <message>
        <source>held</source>
        <translation>retenida</translation>
    </message>
</context>
<context>
    <name>Doorstep::NameViewSheet</name>
    <message>
        <source>Name this view</source>
        <translation>Poner nombre a esta vista</translation>
    </message>
    <message>
        <source>Keep it</source>
        <comment>a view of the queue</comment>
        <translation>Guardarla</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a view of the queue</comment>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Mine late in the north</source>
        <comment>an example of a name of a view</comment>
        <translation>Los míos con retraso en el norte</translation>
    </message>
    <message>
        <source>Another view has this name. It will be replaced.</source>
        <translation>Otra vista tiene este nombre. Será reemplazada.</translation>
    </message>
    <message>
        <source>It is in the queue&apos;s menu and in the command palette, and has a key.</source>
        <translation>Está en el menú de la lista y en la paleta de órdenes, y tiene una tecla.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <comment>a view of the queue</comment>
        <translation>Póngale un nombre.</translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n view(s). Remove one, or use its name.</source>
        <translation>
            <numerusform>Hay lugar para %n vista. Quítela o use su nombre.</numerusform>
            <numerusform>Hay lugar para %n vistas. Quite una o use su nombre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::NativeAnnouncer</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
</context>
<context>
    <name>Doorstep::NextSteps</name>
    <message>
        <source>More ▾</source>
        <comment>all that can be done</comment>
        <translation>Más ▾</translation>
    </message>
    <message>
        <source>Everything else that can be done</source>
        <translation>Todo lo demás que se puede hacer</translation>
    </message>
</context>
<context>
    <name>Doorstep::NotesPage</name>
    <message>
        <source>No notes. What you write here your colleagues see, too.</source>
        <translation>No hay notas. Lo que escribas aquí lo ven también tus colegas.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Agregar nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>A new note</source>
        <translation>Una nota nueva</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Escribe una nota…</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>Sobra un carácter</numerusform>
            <numerusform>Sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Quitar la nota</translation>
    </message>
</context>
<context>
    <name>Doorstep::OrderTable</name>
    <message>
        <source>Both orders of the route</source>
        <translation>Los dos órdenes de la ruta</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Lo mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>%1, moved</source>
        <translation>%1, cambiada de lugar</translation>
    </message>
    <message>
        <source>%1, only here</source>
        <translation>%1, solo aquí</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Cambiada de lugar</translation>
    </message>
    <message>
        <source>Not in the other list</source>
        <translation>No está en la otra lista</translation>
    </message>
</context>
<context>
    <name>Doorstep::PeopleMarks</name>
    <message>
        <source>%1 is editing this</source>
        <comment>name</comment>
        <translation>%1 lo está editando</translation>
    </message>
    <message>
        <source>%1 is looking at this</source>
        <comment>name</comment>
        <translation>%1 lo está mirando</translation>
    </message>
</context>
<context>
    <name>Doorstep::ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
</context>
<context>
    <name>Doorstep::QueueButton</name>
    <message>
        <source>Which cards</source>
        <translation>Qué tarjetas</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <comment>of a case</comment>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>&amp;Conductor</translation>
    </message>
    <message>
        <source>De&amp;pot</source>
        <translation>De&amp;pósito</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>which cases, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a kind of case, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Every driver</source>
        <translation>Todos los conductores</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a driver, how many cases</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A driver who is not here</source>
        <translation>Un conductor que no está aquí</translation>
    </message>
    <message>
        <source>Every depot</source>
        <translation>Todos los depósitos</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a depot, how many cases</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Doorstep::QueueViews</name>
    <message>
        <source>Only this d&amp;river&apos;s cases</source>
        <translation>Solo los casos de este &amp;conductor</translation>
    </message>
    <message>
        <source>Show a&amp;ll cases</source>
        <translation>Mostrar &amp;todos los casos</translation>
    </message>
    <message>
        <source>Na&amp;me this view of the cases…</source>
        <translation>Poner no&amp;mbre a esta vista de los casos…</translation>
    </message>
    <message>
        <source>Remove this view of the cases</source>
        <translation>Quitar esta vista de los casos</translation>
    </message>
    <message>
        <source>Rena&amp;me this view of the cases…</source>
        <translation>Ca&amp;mbiar el nombre de esta vista de los casos…</translation>
    </message>
    <message>
        <source>All open cases are shown. Choose a filter, a kind, a driver or a depot first.</source>
        <translation>Se muestran todos los casos abiertos. Elija primero un filtro, un tipo, un conductor o un depósito.</translation>
    </message>
    <message>
        <source>Cases: %1</source>
        <comment>a view of the queue by its name</comment>
        <translation>Casos: %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::QueueWords</name>
    <message>
        <source>Open</source>
        <comment>cases that are</comment>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>cases that are</comment>
        <translation>Míos</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <comment>cases that nobody has taken</comment>
        <translation>De nadie</translation>
    </message>
    <message>
        <source>Followed</source>
        <comment>cases that one follows</comment>
        <translation>Seguidos</translation>
    </message>
    <message>
        <source>Escalated</source>
        <comment>cases that were</comment>
        <translation>Escalados</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <comment>cases that are</comment>
        <translation>Pospuestos</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>cases that are</comment>
        <translation>Cerrados</translation>
    </message>
    <message>
        <source>A driver who is not here</source>
        <translation>Un conductor que no está aquí</translation>
    </message>
    <message>
        <source>A depot that is not here</source>
        <translation>Un depósito que no está aquí</translation>
    </message>
</context>
<context>
    <name>Doorstep::Rail</name>
    <message>
        <source>Arrangements</source>
        <translation>Disposiciones</translation>
    </message>
</context>
<context>
    <name>Doorstep::RateSheet</name>
    <message>
        <source>Costs of the depot</source>
        <translation>Costos del depósito</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>these rates</comment>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>What a delivery costs here, in the currency you count in. Proposals weigh it, and routes show it.</source>
        <translation>Lo que cuesta una entrega acá, en la moneda con que se cuenta. Las propuestas lo tienen en cuenta y las rutas lo muestran.</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>Depósito</translation>
    </message>
    <message>
        <source>From 0 to %1</source>
        <translation>De 0 a %1</translation>
    </message>
    <message>
        <source>An hour counts from leaving the depot until being back, waiting included. Bicycles give off nothing.</source>
        <translation>La hora cuenta desde la salida del depósito hasta la vuelta, con las esperas. Las bicicletas no emiten nada.</translation>
    </message>
</context>
<context>
    <name>Doorstep::RateWords</name>
    <message>
        <source>An hour of work</source>
        <translation>Una hora de trabajo</translation>
    </message>
    <message>
        <source>A kilometre by van</source>
        <translation>Un kilómetro en furgón</translation>
    </message>
    <message>
        <source>A kilometre by bicycle</source>
        <translation>Un kilómetro en bicicleta</translation>
    </message>
    <message>
        <source>A route, whatever it does</source>
        <translation>Una ruta, haga lo que haga</translation>
    </message>
    <message>
        <source>CO₂ of a kilometre by van</source>
        <translation>CO₂ de un kilómetro en furgón</translation>
    </message>
    <message>
        <source> g</source>
        <comment>after a number of grams</comment>
        <translation> g</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <comment>a weight</comment>
        <translation>%1 kg</translation>
    </message>
</context>
<context>
    <name>Doorstep::RateWork</name>
    <message>
        <source>Changed the costs of %1</source>
        <comment>a depot</comment>
        <translation>Cambió los costos de %1</translation>
    </message>
    <message>
        <source>&amp;Costs and rates of the depot…</source>
        <translation>&amp;Costos y tarifas del depósito…</translation>
    </message>
</context>
<context>
    <name>Doorstep::RefusalWords</name>
    <message>
        <source>The visit has already ended.</source>
        <translation>La visita ya terminó.</translation>
    </message>
    <message>
        <source>The stop belongs to another depot than the route.</source>
        <translation>La parada es de otro depósito que la ruta.</translation>
    </message>
    <message>
        <source>This console was somebody else&apos;s. Sign in again.</source>
        <translation>Esta consola era de otra persona. Entre de nuevo.</translation>
    </message>
    <message>
        <source>The driver has acted on it since, and their word counts.</source>
        <translation>El conductor ya actuó, y su palabra vale.</translation>
    </message>
    <message>
        <source>The driver is at the stop. Call them instead.</source>
        <translation>El conductor está en la parada. Mejor llámelo.</translation>
    </message>
    <message>
        <source>The case is closed. Open it again.</source>
        <translation>El caso está cerrado. Vuelva a abrirlo.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Su función no permite esto.</translation>
    </message>
    <message>
        <source>The server did not understand it. This is a mistake of ours.</source>
        <translation>El servidor no lo entendió. Es un error nuestro.</translation>
    </message>
    <message>
        <source>The stop is on no route.</source>
        <translation>La parada no está en ninguna ruta.</translation>
    </message>
    <message>
        <source>Doorstep cannot keep decisions yet. Try again in a moment.</source>
        <translation>Doorstep aún no puede guardar decisiones. Intente de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nadie ha entrado.</translation>
    </message>
    <message>
        <source>Somebody else wrote it.</source>
        <translation>Lo escribió otra persona.</translation>
    </message>
    <message>
        <source>The note is there already.</source>
        <translation>La nota ya está.</translation>
    </message>
    <message>
        <source>Somebody changed the route first.</source>
        <translation>Alguien cambió la ruta antes.</translation>
    </message>
    <message>
        <source>The route is finished.</source>
        <translation>La ruta terminó.</translation>
    </message>
    <message>
        <source>The route was named twice.</source>
        <translation>La ruta se nombró dos veces.</translation>
    </message>
    <message>
        <source>The stop is done and stays where it was.</source>
        <translation>La parada está hecha y se queda donde estaba.</translation>
    </message>
    <message>
        <source>The stop is pinned to its route. Unpin it first.</source>
        <translation>La parada está fijada a su ruta. Suéltela primero.</translation>
    </message>
    <message>
        <source>Somebody gave the stop to another route first.</source>
        <translation>Alguien dio la parada a otra ruta antes.</translation>
    </message>
    <message>
        <source>The stop was given to two places.</source>
        <translation>La parada se dio a dos lugares.</translation>
    </message>
    <message>
        <source>It is too much to be sent at once.</source>
        <translation>Es demasiado para enviarlo de una vez.</translation>
    </message>
    <message>
        <source>The driver is no longer there.</source>
        <translation>El conductor ya no está.</translation>
    </message>
    <message>
        <source>The route is no longer there.</source>
        <translation>La ruta ya no está.</translation>
    </message>
    <message>
        <source>The stop is no longer there.</source>
        <translation>La parada ya no está.</translation>
    </message>
    <message>
        <source>The server is older than this console and cannot do it yet.</source>
        <translation>El servidor es más viejo que esta consola y aún no puede hacerlo.</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>la dirección</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>el cliente</translation>
    </message>
    <message>
        <source>whether the driver is on duty</source>
        <translation>si el conductor está de servicio</translation>
    </message>
    <message>
        <source>the gate code</source>
        <translation>el código del portón</translation>
    </message>
    <message>
        <source>the instructions</source>
        <translation>las instrucciones</translation>
    </message>
    <message>
        <source>how it is handed over</source>
        <translation>cómo se entrega</translation>
    </message>
    <message>
        <source>who takes care of it</source>
        <translation>quién se ocupa</translation>
    </message>
    <message>
        <source>the phone number</source>
        <translation>el teléfono</translation>
    </message>
    <message>
        <source>how it was resolved</source>
        <translation>cómo se resolvió</translation>
    </message>
    <message>
        <source>the route</source>
        <translation>la ruta</translation>
    </message>
    <message>
        <source>how long the visit takes</source>
        <translation>cuánto dura la visita</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>el estado</translation>
    </message>
    <message>
        <source>the order of the stops</source>
        <translation>el orden de las paradas</translation>
    </message>
    <message>
        <source>the place on the map</source>
        <translation>el lugar en el mapa</translation>
    </message>
    <message>
        <source>the time window</source>
        <translation>la franja horaria</translation>
    </message>
    <message>
        <source>Somebody changed it first.</source>
        <translation>Alguien lo cambió antes.</translation>
    </message>
    <message>
        <source>Somebody changed %1 first.</source>
        <comment>%1 is “the address” or the like</comment>
        <translation>Alguien cambió %1 antes.</translation>
    </message>
    <message>
        <source>It could not be done (%1).</source>
        <comment>%1 is a word for programs</comment>
        <translation>No se pudo hacer (%1).</translation>
    </message>
    <message>
        <source>a driver</source>
        <translation>un conductor</translation>
    </message>
    <message>
        <source>a dispatcher</source>
        <translation>un despachador</translation>
    </message>
    <message>
        <source>a supervisor</source>
        <translation>un supervisor</translation>
    </message>
    <message>
        <source>somebody of support</source>
        <translation>alguien de soporte</translation>
    </message>
    <message>
        <source>an admin</source>
        <translation>un administrador</translation>
    </message>
    <message>
        <source>Only %1 may do this.</source>
        <translation>Solo %1 puede hacer esto.</translation>
    </message>
    <message>
        <source>Only %1 or %2 may do this.</source>
        <translation>Solo %1 o %2 puede hacer esto.</translation>
    </message>
    <message>
        <source>The other case is a part of a third one. Choose that one.</source>
        <translation>El otro caso es parte de un tercero. Elija ese.</translation>
    </message>
    <message>
        <source>A case cannot be a part of itself.</source>
        <translation>Un caso no puede ser parte de sí mismo.</translation>
    </message>
    <message>
        <source>As many people as can be follow it already.</source>
        <translation>Ya lo sigue el máximo de personas.</translation>
    </message>
    <message>
        <source>what it is a part of</source>
        <translation>de qué forma parte</translation>
    </message>
    <message>
        <source>The closure is there already.</source>
        <translation>El cierre ya está.</translation>
    </message>
    <message>
        <source>Somebody lifted the closure first.</source>
        <translation>Alguien levantó el cierre antes.</translation>
    </message>
    <message>
        <source>the area</source>
        <translation>la zona</translation>
    </message>
    <message>
        <source>what the customer answered</source>
        <translation>lo que respondió el cliente</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>el nombre</translation>
    </message>
    <message>
        <source>what the customer prefers</source>
        <translation>lo que prefiere el cliente</translation>
    </message>
    <message>
        <source>The entrance is more than 1 km from the place. Set it nearer, or remove it first.</source>
        <translation>La entrada está a más de 1 km del lugar. Márquela más cerca, o quítela primero.</translation>
    </message>
    <message>
        <source>the entrance</source>
        <translation>la entrada</translation>
    </message>
</context>
<context>
    <name>Doorstep::ReroutePane</name>
    <message>
        <source>Reroute</source>
        <translation>Rutear</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Proposed on the map</source>
        <translation>Propuesto en el mapa</translation>
    </message>
    <message>
        <source>Whose list is shown</source>
        <translation>De quién es la lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Stop searching and keep the best so far</source>
        <translation>Dejar de buscar y quedarse con lo mejor hasta ahora</translation>
    </message>
    <message>
        <source>Select a route, stops, a driver or a case and press R. Doorstep looks for a better plan, shows what it changes and for whom, and sends nothing before you say so.</source>
        <translation>Elegí una ruta, paradas, un conductor o un caso y apretá R. Doorstep busca un plan mejor, muestra qué cambia y para quién, y no envía nada hasta que lo digas.</translation>
    </message>
    <message>
        <source>Rescue the latest route</source>
        <translation>Rescatar la ruta más atrasada</translation>
    </message>
    <message>
        <source>Rescue the latest route, together with those that are near</source>
        <translation>Rescatar la ruta más atrasada, junto con las cercanas</translation>
    </message>
    <message>
        <source>Now and proposed on the map</source>
        <translation>Ahora y propuesto en el mapa</translation>
    </message>
    <message>
        <source>Sequence — drag to change</source>
        <translation>Secuencia — arrastrá para cambiar</translation>
    </message>
    <message>
        <source>The proposal</source>
        <translation>La propuesta</translation>
    </message>
    <message>
        <source>Undo what was sent</source>
        <translation>Deshacer lo enviado</translation>
    </message>
    <message>
        <source>Discard this proposal</source>
        <translation>Descartar esta propuesta</translation>
    </message>
    <message numerus="yes">
        <source>%n route(s)</source>
        <translation>
            <numerusform>%n ruta</numerusform>
            <numerusform>%n rutas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>No cambia nada</translation>
    </message>
    <message>
        <source>%1 · changes</source>
        <comment>a driver</comment>
        <translation>%1 · cambia</translation>
    </message>
    <message>
        <source>&amp;Leave this driver&apos;s list as it is</source>
        <translation>&amp;Dejar la lista de este conductor como está</translation>
    </message>
    <message>
        <source>&amp;Take all that is proposed for this driver</source>
        <translation>&amp;Aceptar todo lo propuesto para este conductor</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Draft, not sent</source>
        <translation>Borrador, sin enviar</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n driver(s)</source>
        <translation>
            <numerusform>Enviada a %n conductor</numerusform>
            <numerusform>Enviada a %n conductores</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has to be told</source>
        <translation>No hay que avisar a nadie</translation>
    </message>
    <message>
        <source>All customers are told</source>
        <translation>Todos los clientes están avisados</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) to tell</source>
        <translation>
            <numerusform>%n cliente por avisar</numerusform>
            <numerusform>%n clientes por avisar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %n driver(s)</source>
        <translation>
            <numerusform>Enviar a %n conductor</numerusform>
            <numerusform>Enviar a %n conductores</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this rerouting</source>
        <translation>Cerrar este ruteo</translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteScope</name>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tránsito</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>%1 (cannot go on)</source>
        <comment>a driver</comment>
        <translation>%1 (no puede seguir)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Live, as the drivers measure it</source>
        <translation>En vivo, como lo miden los conductores</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Next stop of each driver</source>
        <translation>Próxima parada de cada conductor</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned stop(s)</source>
        <translation>
            <numerusform>%n parada fijada</numerusform>
            <numerusform>%n paradas fijadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n stop(s) may change the driver</source>
        <translation>
            <numerusform>solo %n parada puede cambiar de conductor</numerusform>
            <numerusform>solo %n paradas pueden cambiar de conductor</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot go &amp;on</source>
        <translation>No puede &amp;seguir</translation>
    </message>
    <message>
        <source>&amp;Draw a closure on the map</source>
        <translation>&amp;Dibujar un cierre en el mapa</translation>
    </message>
    <message>
        <source>Lift %1</source>
        <comment>a closure</comment>
        <translation>Levantar %1</translation>
    </message>
    <message>
        <source>&amp;Next stop of each driver</source>
        <translation>&amp;Próxima parada de cada conductor</translation>
    </message>
    <message>
        <source>Let &amp;all stops change the driver</source>
        <translation>&amp;Todas las paradas pueden cambiar de conductor</translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteWords</name>
    <message>
        <source>Nothing on these routes can be moved any more. Choose others.</source>
        <translation>En estas rutas ya no se puede mover nada. Elegí otras.</translation>
    </message>
    <message>
        <source>These are too many stops for one rerouting. Choose fewer routes.</source>
        <translation>Son demasiadas paradas para un ruteo. Elegí menos rutas.</translation>
    </message>
    <message>
        <source>One of the routes is no longer there. Choose them again.</source>
        <translation>Una de las rutas ya no está. Elegilas de nuevo.</translation>
    </message>
    <message>
        <source>The server has no road map here, and cannot reckon ways.</source>
        <translation>El servidor no tiene un mapa de calles acá y no puede calcular caminos.</translation>
    </message>
    <message>
        <source>The server is reckoning for others. Try again in a moment.</source>
        <translation>El servidor está calculando para otros. Probá de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server has forgotten this proposal. Ask again.</source>
        <translation>El servidor olvidó esta propuesta. Pedila de nuevo.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage, with its sign</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>Fewest late stops, then least driving</source>
        <translation>Menos paradas tarde, luego menos manejo</translation>
    </message>
    <message>
        <source>Least driving, nobody later</source>
        <translation>Menos manejo, nadie más tarde</translation>
    </message>
    <message>
        <source>Few changes of driver</source>
        <translation>Pocos cambios de conductor</translation>
    </message>
    <message>
        <source>More than the vehicle takes</source>
        <translation>Más de lo que lleva el vehículo</translation>
    </message>
    <message>
        <source>No road leads to a stop</source>
        <translation>Ninguna calle llega a una parada</translation>
    </message>
    <message>
        <source>Ends more than an hour after the shift</source>
        <translation>Termina más de una hora después del turno</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Somebody has changed the route of %1 since.</source>
        <translation>Alguien cambió la ruta de %1 desde entonces.</translation>
    </message>
    <message>
        <source>%1 is done, which this would move.</source>
        <comment>an address</comment>
        <translation>%1 ya está hecha, y esto la movería.</translation>
    </message>
    <message>
        <source>%1 drives to %2 now, which this would move.</source>
        <comment>driver, address</comment>
        <translation>%1 va ahora hacia %2, y esto la movería.</translation>
    </message>
    <message>
        <source>Proposal %1 · %2 late</source>
        <comment>number, difference with its sign</comment>
        <translation>Propuesta %1 · %2 tarde</translation>
    </message>
    <message>
        <source>Late stops</source>
        <translation>Paradas tarde</translation>
    </message>
    <message>
        <source>Minutes late</source>
        <translation>Minutos tarde</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>Manejo</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Overtime</source>
        <translation>Horas extra</translation>
    </message>
    <message>
        <source>CO₂</source>
        <translation>CO₂</translation>
    </message>
    <message>
        <source>Stops moved</source>
        <translation>Paradas movidas</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>±%1 min</source>
        <translation>±%1 min</translation>
    </message>
    <message>
        <source>Promises broken</source>
        <translation>Promesas rotas</translation>
    </message>
    <message>
        <source>Nobody can take</source>
        <translation>Nadie las toma</translation>
    </message>
    <message>
        <source>they stay</source>
        <translation>se quedan</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>an address, a driver</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 is taken from %2</source>
        <comment>an address, a driver</comment>
        <translation>%1 se le saca a %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>an address, two drivers</comment>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 moves up %n place(s)</source>
        <translation>
            <numerusform>%1 de %2 sube %n lugar</numerusform>
            <numerusform>%1 de %2 sube %n lugares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 moves down %n place(s)</source>
        <translation>
            <numerusform>%1 de %2 baja %n lugar</numerusform>
            <numerusform>%1 de %2 baja %n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a stop on a driver&apos;s list</comment>
        <translation>nueva</translation>
    </message>
    <message>
        <source>new, from %1</source>
        <comment>a driver</comment>
        <translation>nueva, de %1</translation>
    </message>
    <message>
        <source>moved</source>
        <comment>a stop on a driver&apos;s list</comment>
        <translation>movida</translation>
    </message>
    <message>
        <source>gone</source>
        <comment>a stop on a driver&apos;s list</comment>
        <translation>ya no está</translation>
    </message>
    <message>
        <source>gone, to %1</source>
        <comment>a driver</comment>
        <translation>pasa a %1</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>se queda</translation>
    </message>
    <message>
        <source>told</source>
        <translation>avisado</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>sin avisar</translation>
    </message>
    <message>
        <source>To tell</source>
        <comment>customers</comment>
        <translation>Por avisar</translation>
    </message>
    <message>
        <source>%1 has finished, whose route this would change.</source>
        <comment>a driver</comment>
        <translation>%1 ya terminó, y esto cambiaría su ruta.</translation>
    </message>
</context>
<context>
    <name>Doorstep::RerouteWork</name>
    <message>
        <source>The world has moved on. %1</source>
        <translation>Mientras tanto cambió algo. %1</translation>
    </message>
    <message>
        <source>Ask again (R)</source>
        <translation>Pedir de nuevo (R)</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>&amp;Reroute what is selected</source>
        <translation>&amp;Rutear lo elegido</translation>
    </message>
    <message>
        <source>Re&amp;scue this route</source>
        <translation>Re&amp;scatar esta ruta</translation>
    </message>
    <message>
        <source>Break&amp;down: give all stops to others</source>
        <translation>A&amp;vería: dar todas las paradas a otros</translation>
    </message>
    <message>
        <source>Driver is sic&amp;k: give all stops to others</source>
        <translation>Conductor en&amp;fermo: dar todas las paradas a otros</translation>
    </message>
    <message>
        <source>S&amp;end the proposal to the drivers</source>
        <translation>&amp;Enviar la propuesta a los conductores</translation>
    </message>
    <message>
        <source>&amp;Proposed instead of now on the map</source>
        <translation>Lo &amp;propuesto en lugar de ahora en el mapa</translation>
    </message>
    <message>
        <source>S&amp;top searching, keep the best so far</source>
        <translation>De&amp;jar de buscar, quedarse con lo mejor hasta ahora</translation>
    </message>
    <message>
        <source>Dis&amp;card the proposal</source>
        <translation>Des&amp;cartar la propuesta</translation>
    </message>
    <message>
        <source>This plan could not be checked. %1</source>
        <translation>No se pudo comprobar este plan. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Drivers have acted on it already, so it cannot be undone as a whole.</source>
        <translation>Los conductores ya actuaron según el plan: no se puede deshacer entero.</translation>
    </message>
    <message>
        <source>Give back the rest</source>
        <translation>Devolver el resto</translation>
    </message>
    <message>
        <source>Nothing can be rerouted there: nobody is on the road with open stops.</source>
        <translation>Ahí no se puede rutear nada: nadie está en la calle con paradas abiertas.</translation>
    </message>
    <message>
        <source>The search has ended early. %1</source>
        <translation>La búsqueda terminó antes de tiempo. %1</translation>
    </message>
    <message numerus="yes">
        <source>Sent proposal %1 to %n driver(s)</source>
        <translation>
            <numerusform>Se envió la propuesta %1 a %n conductor</numerusform>
            <numerusform>Se envió la propuesta %1 a %n conductores</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be given back: the drivers have been everywhere, or drive there.</source>
        <translation>No se puede devolver nada: los conductores ya pasaron por todas, o van hacia allí.</translation>
    </message>
    <message>
        <source>Gave back what nobody has driven to of proposal %1</source>
        <translation>Se devolvió lo que nadie recorrió de la propuesta %1</translation>
    </message>
    <message>
        <source>Told %1 the arrival</source>
        <comment>a customer</comment>
        <translation>Se le dijo la llegada a %1</translation>
    </message>
    <message>
        <source>Lifted %1</source>
        <translation>Se levantó %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::RescheduleSheet</name>
    <message>
        <source>Agree on another window</source>
        <translation>Acordar otra ventana</translation>
    </message>
    <message>
        <source>Reschedule</source>
        <translation>Reprogramar</translation>
    </message>
    <message>
        <source>&amp;Later today</source>
        <translation>&amp;Hoy más tarde</translation>
    </message>
    <message>
        <source>&amp;Tomorrow, same time</source>
        <translation>&amp;Mañana, misma hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>a cualquier hora</translation>
    </message>
    <message>
        <source>%1 · now %2</source>
        <comment>address, window</comment>
        <translation>%1 · ahora %2</translation>
    </message>
    <message>
        <source>Times of the depot.</source>
        <translation>Horas del depósito.</translation>
    </message>
    <message>
        <source>Times of the depot (%1), not of this desk.</source>
        <translation>Horas del depósito (%1), no de este escritorio.</translation>
    </message>
    <message>
        <source>The clock skips this hour that day: summer time begins.</source>
        <translation>Ese día el reloj salta esta hora: empieza el horario de verano.</translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation>Debe terminar después de empezar.</translation>
    </message>
    <message>
        <source>This is over already.</source>
        <translation>Ya pasó.</translation>
    </message>
    <message>
        <source>This is the window it has.</source>
        <translation>Es la ventana que tiene.</translation>
    </message>
    <message>
        <source>Can keep</source>
        <translation>Posible</translation>
    </message>
</context>
<context>
    <name>Doorstep::ResultsPanel</name>
    <message>
        <source>What became of each</source>
        <translation>Qué pasó con cada una</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a stop and what became of it</comment>
        <translation>%1 — %2</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n hecha</numerusform>
            <numerusform>%n hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not done</source>
        <translation>
            <numerusform>%n no hecha</numerusform>
            <numerusform>%n no hechas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::RouteCardDelegate</name>
    <message numerus="yes">
        <source>%1 of %n stop(s)</source>
        <translation>
            <numerusform>%1 de %n parada</numerusform>
            <numerusform>%1 de %n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 % full</source>
        <comment>%1 is a vehicle</comment>
        <translation>%1 · %2 % de carga</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>sin noticias</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>All stops done</source>
        <translation>Todas las paradas hechas</translation>
    </message>
</context>
<context>
    <name>Doorstep::RoutesPane</name>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Sort routes by</source>
        <translation>Ordenar las rutas por</translation>
    </message>
    <message>
        <source>slack</source>
        <translation>holgura</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>next arrival</source>
        <translation>próxima llegada</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>avance</translation>
    </message>
    <message>
        <source>All</source>
        <comment>routes</comment>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>routes</comment>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>At risk</source>
        <comment>routes</comment>
        <translation>En riesgo</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>routes</comment>
        <translation>Sin señal</translation>
    </message>
    <message>
        <source>No routes here.
Choose “All” to see every route of the day.</source>
        <translation>No hay rutas aquí.
Elija «Todas» para ver todas las rutas del día.</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <translation>Orden: %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::ScaleBar</name>
    <message>
        <source>Scale: %1 m</source>
        <translation>Escala: %1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>Doorstep::SearchButton</name>
    <message>
        <source>Tracking no., address, driver…</source>
        <translation>N.º de seguimiento, dirección, conductor…</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Búsqueda y órdenes</translation>
    </message>
</context>
<context>
    <name>Doorstep::SequenceList</name>
    <message>
        <source>The driver&apos;s list as proposed</source>
        <translation>La lista del conductor como se propone</translation>
    </message>
</context>
<context>
    <name>Doorstep::SetbackDelegate</name>
    <message>
        <source>somebody was first</source>
        <translation>alguien llegó antes</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>no aplicada</translation>
    </message>
</context>
<context>
    <name>Doorstep::SetbackView</name>
    <message>
        <source>You, %1</source>
        <translation>Tú, %1</translation>
    </message>
    <message>
        <source>%1 · you, %2</source>
        <translation>%1 · tú, %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Lo mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, lo mío: %2</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, lo suyo: %2</translation>
    </message>
    <message>
        <source>Mine beside theirs</source>
        <translation>Lo mío junto a lo suyo</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n difference(s)</source>
        <translation>
            <numerusform>%1: una diferencia</numerusform>
            <numerusform>%1: %n diferencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to Doorstep</source>
        <translation>Iniciar sesión en Doorstep</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>The server is an address like https://dispatch.example</source>
        <translation>El servidor es una dirección como https://dispatch.example</translation>
    </message>
    <message>
        <source>Enter your name and your password.</source>
        <translation>Ingrese su nombre y su contraseña.</translation>
    </message>
    <message>
        <source>This machine has no keychain, so Doorstep forgets you when it is closed.</source>
        <translation>Esta máquina no tiene llavero, así que Doorstep lo olvida al cerrarse.</translation>
    </message>
</context>
<context>
    <name>Doorstep::SlotList</name>
    <message>
        <source>Windows of today that can be promised</source>
        <translation>Franjas de hoy que se pueden prometer</translation>
    </message>
    <message>
        <source>Asking which windows of today can be kept…</source>
        <translation>Preguntando qué franjas de hoy se pueden cumplir…</translation>
    </message>
    <message>
        <source>No window of today can be promised without missing another: agree on another day.</source>
        <translation>Hoy no se puede prometer ninguna franja sin faltar a otra: acuerde otro día.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a window, a driver</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 % sure · %2 to spare · cost %3</source>
        <comment>a number, a length of time, an amount</comment>
        <translation>%1 % seguro · %2 de margen · costo %3</translation>
    </message>
</context>
<context>
    <name>Doorstep::StatusWords</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando a %1…</translation>
    </message>
    <message>
        <source>Signed out of %1</source>
        <translation>Sesión cerrada en %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached · trying again by itself</source>
        <translation>No se llega a %1 · reintentando solo</translation>
    </message>
    <message>
        <source>Demo at %1×</source>
        <translation>Demostración a %1×</translation>
    </message>
    <message>
        <source>Demo: the morning is being told…</source>
        <translation>Demostración: se cuenta la mañana…</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Conectado a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept here, waiting to be sent</source>
        <translation>
            <numerusform>%n cambio guardado aquí, en espera de envío</numerusform>
            <numerusform>%n cambios guardados aquí, en espera de envío</numerusform>
        </translation>
    </message>
    <message>
        <source>all changes saved</source>
        <translation>todo guardado</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need(s) you</source>
        <translation>
            <numerusform>%n cambio lo necesita</numerusform>
            <numerusform>%n cambios lo necesitan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::StopDrag</name>
    <message>
        <source>Let go on a route, a driver or a stop. Esc puts it back.</source>
        <translation>Suelte sobre una ruta, un conductor o una parada. Esc la devuelve.</translation>
    </message>
</context>
<context>
    <name>Doorstep::StopEditor</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Edit the stop</source>
        <translation>Editar la parada</translation>
    </message>
    <message>
        <source>Fields of the stop</source>
        <translation>Datos de la parada</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>%1: take what it is now</source>
        <comment>a field</comment>
        <translation>%1: aceptar lo que es ahora</translation>
    </message>
    <message>
        <source>%1 is editing this stop, too.</source>
        <comment>names</comment>
        <translation>%1 también edita esta parada.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <comment>what somebody else made of a field</comment>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>A driver needs an address.</source>
        <translation>El conductor necesita una dirección.</translation>
    </message>
    <message>
        <source>Digits, with a + in front for another country.</source>
        <translation>Cifras, con un + delante para otro país.</translation>
    </message>
    <message>
        <source>That is too short.</source>
        <translation>Es demasiado corto.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long</source>
        <translation>
            <numerusform>Sobra un carácter</numerusform>
            <numerusform>Sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin on the map</source>
        <translation>Marcar en el mapa</translation>
    </message>
    <message>
        <source>Choose the place by a click on the map</source>
        <translation>Elegir el lugar con un clic en el mapa</translation>
    </message>
    <message>
        <source>Click on the map…</source>
        <translation>Haz clic en el mapa…</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Day of the window</source>
        <translation>Día de la ventana</translation>
    </message>
    <message>
        <source>Begin of the window</source>
        <translation>Comienzo de la ventana</translation>
    </message>
    <message>
        <source>End of the window</source>
        <translation>Fin de la ventana</translation>
    </message>
    <message>
        <source>The clock skips this hour that day: summer time begins.</source>
        <translation>Ese día el reloj salta esta hora: empieza el horario de verano.</translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation>Debe terminar después de empezar.</translation>
    </message>
    <message>
        <source>Time of the depot: %1</source>
        <translation>Hora del depósito: %1</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Which safe place</source>
        <translation>Qué lugar seguro</translation>
    </message>
    <message>
        <source>Behind the bins</source>
        <translation>Detrás de los contenedores</translation>
    </message>
    <message>
        <source>Which neighbour</source>
        <translation>Qué vecino</translation>
    </message>
    <message>
        <source>Flat 4, Mrs Silva</source>
        <translation>Apartamento 4, señora Silva</translation>
    </message>
    <message>
        <source>Which front desk</source>
        <translation>Qué recepción</translation>
    </message>
    <message>
        <source>Tower B, until 20:00</source>
        <translation>Torre B, hasta las 20:00</translation>
    </message>
    <message>
        <source>Which locker</source>
        <translation>Qué casillero</translation>
    </message>
    <message>
        <source>Station, number 12</source>
        <translation>Estación, número 12</translation>
    </message>
    <message>
        <source>How the garage opens</source>
        <translation>Cómo se abre el garaje</translation>
    </message>
    <message>
        <source>The left door, code 4711</source>
        <translation>La puerta izquierda, código 4711</translation>
    </message>
    <message>
        <source>Which room</source>
        <translation>Qué habitación</translation>
    </message>
    <message>
        <source>Kitchen, first floor</source>
        <translation>Cocina, primer piso</translation>
    </message>
    <message>
        <source>May be left at the door</source>
        <translation>Se puede dejar en la puerta</translation>
    </message>
    <message>
        <source>Set up inside</source>
        <comment>white glove: carried in, unpacked, the box taken away</comment>
        <translation>Instalar adentro</translation>
    </message>
    <message>
        <source>Behind a locked gate</source>
        <translation>Detrás de un portón cerrado</translation>
    </message>
</context>
<context>
    <name>Doorstep::StopTableModel</name>
    <message>
        <source>Tracking number</source>
        <translation>N.º de seguimiento</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Conductor</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>ca. %1</source>
        <comment>an expected time</comment>
        <translation>aprox. %1</translation>
    </message>
    <message>
        <source>plan %1</source>
        <comment>a planned time</comment>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>%1 is editing this</source>
        <comment>name</comment>
        <translation>%1 está editando esto</translation>
    </message>
    <message>
        <source>%1 is looking at this</source>
        <comment>name</comment>
        <translation>%1 está mirando esto</translation>
    </message>
</context>
<context>
    <name>Doorstep::StopsPane</name>
    <message>
        <source>Stops</source>
        <translation>Paradas</translation>
    </message>
    <message>
        <source>Which stops</source>
        <translation>Qué paradas</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Exportar la tabla como CSV</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abiertas</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hechas</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallidas</translation>
    </message>
    <message>
        <source>without a route</source>
        <translation>sin ruta</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>sin lugar</translation>
    </message>
    <message>
        <source>Filter by tracking number, customer, address or driver</source>
        <translation>Filtre por número de seguimiento, cliente, dirección o conductor</translation>
    </message>
    <message>
        <source>Filter the stops</source>
        <translation>Filtrar las paradas</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Ver: %1</translation>
    </message>
    <message>
        <source>Export stops</source>
        <translation>Exportar paradas</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n stop(s) to %1.</source>
        <translation>
            <numerusform>Se exportó %n parada a %1.</numerusform>
            <numerusform>Se exportaron %n paradas a %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::TellDelegate</name>
    <message>
        <source>told</source>
        <comment>a customer</comment>
        <translation>avisado</translation>
    </message>
</context>
<context>
    <name>Doorstep::TellList</name>
    <message>
        <source>Customers to tell</source>
        <translation>Clientes por avisar</translation>
    </message>
    <message>
        <source>Space: told</source>
        <translation>Espacio: avisado</translation>
    </message>
</context>
<context>
    <name>Doorstep::ThresholdLine</name>
    <message>
        <source>From %1 to %2%3</source>
        <comment>two numbers and the unit with its space</comment>
        <translation>De %1 a %2%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>De fábrica</translation>
    </message>
    <message>
        <source>Default of: %1</source>
        <comment>name of a threshold</comment>
        <translation>De fábrica: %1</translation>
    </message>
    <message>
        <source>Usually %1%2</source>
        <comment>number, unit with its space</comment>
        <translation>Normalmente %1%2</translation>
    </message>
    <message>
        <source>On the last days: %1</source>
        <comment>name of a threshold</comment>
        <translation>En los últimos días: %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::ThresholdSheet</name>
    <message>
        <source>Thresholds of cases</source>
        <translation>Umbrales de los casos</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>these thresholds</comment>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>From when on something needs a person, for everybody of the depot and at once.</source>
        <translation>Desde cuándo algo necesita a una persona, para todos los del depósito y de inmediato.</translation>
    </message>
    <message>
        <source>Depot</source>
        <translation>Depósito</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>Replaying the last days…</source>
        <translation>Repasando los últimos días…</translation>
    </message>
    <message>
        <source>Offline: the last days cannot be replayed now. What you apply is sent later.</source>
        <translation>Sin conexión: ahora no se pueden repasar los últimos días. Lo que aplique se envía después.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>The last days could not be replayed. %1</source>
        <translation>No se pudieron repasar los últimos días. %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::ThresholdWords</name>
    <message>
        <source>Driver silent after</source>
        <translation>Conductor en silencio tras</translation>
    </message>
    <message>
        <source>Late start after</source>
        <translation>Salida con retraso tras</translation>
    </message>
    <message>
        <source>Stopped after</source>
        <translation>Detenido tras</translation>
    </message>
    <message>
        <source>Stopped within</source>
        <translation>Detenido dentro de</translation>
    </message>
    <message>
        <source>Off route from</source>
        <translation>Fuera de ruta desde</translation>
    </message>
    <message>
        <source>Battery low below</source>
        <translation>Batería baja por debajo de</translation>
    </message>
    <message>
        <source>Window missed from</source>
        <translation>Ventana perdida desde</translation>
    </message>
    <message>
        <source>Route late from</source>
        <translation>Ruta con retraso desde</translation>
    </message>
    <message>
        <source>Far from the door from</source>
        <translation>Lejos de la puerta desde</translation>
    </message>
    <message>
        <source>Address unsure below</source>
        <translation>Dirección dudosa por debajo de</translation>
    </message>
    <message>
        <source>Check-in due before</source>
        <translation>Confirmación antes de</translation>
    </message>
    <message>
        <source>Drop-off risky from</source>
        <translation>Entrega con riesgo desde</translation>
    </message>
    <message>
        <source>Raised after</source>
        <translation>Escalado tras</translation>
    </message>
    <message>
        <source>Nothing is heard of the phone on the road.</source>
        <translation>No se sabe nada del teléfono en la calle.</translation>
    </message>
    <message>
        <source>The route has not left at its planned start.</source>
        <translation>La ruta no salió a su hora prevista.</translation>
    </message>
    <message>
        <source>In one place with no visit done and stops left.</source>
        <translation>En un mismo lugar sin visita hecha y con paradas por hacer.</translation>
    </message>
    <message>
        <source>Who stays in this circle has not moved.</source>
        <translation>Quien queda en este círculo no se movió.</translation>
    </message>
    <message>
        <source>So far from every road of the route.</source>
        <translation>A esta distancia de todas las calles de la ruta.</translation>
    </message>
    <message>
        <source>The phone is not charging.</source>
        <translation>El teléfono no se está cargando.</translation>
    </message>
    <message>
        <source>How likely the customer&apos;s window is missed.</source>
        <translation>Qué probable es que se pierda la ventana del cliente.</translation>
    </message>
    <message>
        <source>So many missed windows are one late route.</source>
        <translation>Tantas ventanas perdidas son una ruta con retraso.</translation>
    </message>
    <message>
        <source>Delivered so far from the stop&apos;s place.</source>
        <translation>Entregado a esta distancia del lugar de la parada.</translation>
    </message>
    <message>
        <source>How sure the map is of the address.</source>
        <translation>Qué tan seguro está el mapa de la dirección.</translation>
    </message>
    <message>
        <source>No answer so long before the arrival.</source>
        <translation>Sin respuesta tanto tiempo antes de la llegada.</translation>
    </message>
    <message>
        <source>How often parcels left alone there go wrong.</source>
        <translation>Con qué frecuencia salen mal los paquetes dejados allí.</translation>
    </message>
    <message>
        <source>Nobody took the case, and it is too late to act.</source>
        <translation>Nadie tomó el caso y ya es tarde para actuar.</translation>
    </message>
    <message>
        <source> min</source>
        <comment>after a number of minutes</comment>
        <translation> min</translation>
    </message>
    <message>
        <source> m</source>
        <comment>after a number of metres</comment>
        <translation> m</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source> stops</source>
        <comment>after a number</comment>
        <translation> paradas</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with these %2</source>
        <comment>cases</comment>
        <translation>%1; con estos, %2</translation>
    </message>
    <message>
        <source>The last day takes too long to replay: nothing can be said of it.</source>
        <translation>Repasar el último día lleva demasiado tiempo: no se puede decir nada de él.</translation>
    </message>
    <message>
        <source>No day with positions is stored yet: nothing can be said of the past.</source>
        <translation>Todavía no hay guardado ningún día con posiciones: no se puede decir nada del pasado.</translation>
    </message>
    <message numerus="yes">
        <source>Replayed the last %n day(s), older ones take too long. Nobody acts on cases in a replay.</source>
        <translation>
            <numerusform>Se repasó el último día; los anteriores llevan demasiado tiempo. En un repaso nadie actúa sobre los casos.</numerusform>
            <numerusform>Se repasaron los últimos %n días; los anteriores llevan demasiado tiempo. En un repaso nadie actúa sobre los casos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replayed the last %n day(s). Nobody acts on cases in a replay.</source>
        <translation>
            <numerusform>Se repasó el último día. En un repaso nadie actúa sobre los casos.</numerusform>
            <numerusform>Se repasaron los últimos %n días. En un repaso nadie actúa sobre los casos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::ThresholdWork</name>
    <message>
        <source>&amp;Thresholds of cases…</source>
        <translation>&amp;Umbrales de los casos…</translation>
    </message>
    <message>
        <source>Changed the thresholds of %1</source>
        <comment>a depot</comment>
        <translation>Se cambiaron los umbrales de %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>go back to the present</comment>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Follow the present again (Home)</source>
        <translation>Volver a seguir el presente (Inicio)</translation>
    </message>
    <message>
        <source>Show the present in the timeline</source>
        <translation>Mostrar el presente en la línea de tiempo</translation>
    </message>
</context>
<context>
    <name>Doorstep::TimelineTable</name>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Prevista</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>Doorstep::TimelineView</name>
    <message>
        <source>No routes to show</source>
        <translation>No hay rutas para mostrar</translation>
    </message>
    <message>
        <source>Timeline of the routes</source>
        <translation>Línea de tiempo de las rutas</translation>
    </message>
</context>
<context>
    <name>Doorstep::TimelineWords</name>
    <message>
        <source>delivered</source>
        <translation>entregada</translation>
    </message>
    <message>
        <source>delivered late</source>
        <translation>entregada tarde</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>driver is there</source>
        <translation>el conductor está ahí</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>en riesgo</translation>
    </message>
    <message>
        <source>will be late</source>
        <translation>llegará tarde</translation>
    </message>
    <message>
        <source>driver is silent</source>
        <translation>conductor sin señal</translation>
    </message>
    <message>
        <source>no forecast yet</source>
        <translation>aún sin pronóstico</translation>
    </message>
    <message>
        <source>Stop %1 · %2</source>
        <comment>%1 is a number, %2 a driver</comment>
        <translation>Parada %1 · %2</translation>
    </message>
    <message>
        <source>there %1</source>
        <translation>allí %1</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>prevista %1</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>previsto %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>ventana %1</translation>
    </message>
    <message>
        <source>stop %1</source>
        <translation>parada %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <comment>what was done</comment>
        <translation>%1 (%2 veces)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a button and what it is about</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Doorstep::TopBar</name>
    <message>
        <source>Doorstep, all menus</source>
        <translation>Doorstep, todos los menús</translation>
    </message>
    <message>
        <source>All menus (F10)</source>
        <translation>Todos los menús (F10)</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregadas</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>En riesgo</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Excepciones</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Conductores</translation>
    </message>
    <message>
        <source>Clock of the depot: %1</source>
        <translation>Reloj del depósito: %1</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Persona: %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::TrustDialog</name>
    <message>
        <source>Is this your server?</source>
        <translation>¿Es este su servidor?</translation>
    </message>
    <message>
        <source>No authority vouches for %1</source>
        <translation>Ninguna autoridad responde por %1</translation>
    </message>
    <message>
        <source>This certificate cannot be trusted: %1 Ask who runs the server.</source>
        <translation>No se puede confiar en este certificado: %1 Pregunte a quien maneja el servidor.</translation>
    </message>
    <message>
        <source>It is another certificate than the one you trusted. The server was set up anew, or somebody stands between you and it.</source>
        <translation>Es otro certificado que aquel en que confió. El servidor se instaló de nuevo, o alguien está en el medio.</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Emitido para</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Huella SHA-256</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>It is the same: &amp;trust this server</source>
        <translation>Es la misma: &amp;confiar en este servidor</translation>
    </message>
    <message>
        <source>Compare it with the fingerprint that whoever runs the server tells you, by another way than this connection. Trust it only when they are the same.</source>
        <translation>Compárela con la huella que le diga quien maneja el servidor, por otra vía que esta conexión. Confíe solo si son iguales.</translation>
    </message>
</context>
<context>
    <name>Doorstep::ValueWords</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Lugar en el mapa</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>Tiempo de servicio</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Indicaciones</translation>
    </message>
    <message>
        <source>Gate code</source>
        <translation>Código de portería</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Paradas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Encargado</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijada</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Retenida</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>sin lugar</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>sin ruta</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>una parada</numerusform>
            <numerusform>%n paradas</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>a cualquier hora</translation>
    </message>
    <message>
        <source>a stop that is gone</source>
        <translation>una parada que ya no está</translation>
    </message>
    <message>
        <source>a stop without address</source>
        <translation>una parada sin dirección</translation>
    </message>
    <message>
        <source>a route without driver</source>
        <translation>una ruta sin conductor</translation>
    </message>
    <message>
        <source>the route of %1</source>
        <translation>la ruta de %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>a driver who is gone</source>
        <translation>un conductor que ya no está</translation>
    </message>
    <message>
        <source>a case</source>
        <translation>un caso</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte de</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Told the customer</source>
        <translation>Dicho al cliente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>a closure that was lifted</source>
        <translation>un cierre levantado</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Entrada</translation>
    </message>
</context>
<context>
    <name>Doorstep::VisitRows</name>
    <message>
        <source>Earlier visits to this address</source>
        <translation>Visitas anteriores a esta dirección</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>visits</comment>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doorstep::VisitSheet</name>
    <message>
        <source>Record the visit for the driver</source>
        <translation>Registrar la visita por el conductor</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>&amp;Delivered</source>
        <translation>&amp;Entregado</translation>
    </message>
    <message>
        <source>&amp;Failed</source>
        <translation>&amp;Fallido</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elige…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>At</source>
        <translation>A las</translation>
    </message>
    <message>
        <source>What the driver said</source>
        <translation>Lo que dijo el conductor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>customer, address</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The driver&apos;s own word wins, should it arrive first.</source>
        <translation>Si llega antes, vale la palabra del conductor.</translation>
    </message>
    <message>
        <source>Time of the depot (%1). The driver&apos;s own word wins, should it arrive first.</source>
        <translation>Hora del depósito (%1). Si llega antes, vale la palabra del conductor.</translation>
    </message>
    <message>
        <source>Say why it failed.</source>
        <translation>Di por qué falló.</translation>
    </message>
    <message>
        <source>The clock skips this hour today: summer time begins.</source>
        <translation>Hoy el reloj salta esta hora: empieza el horario de verano.</translation>
    </message>
    <message>
        <source>This is still to come: it is %1 at the depot.</source>
        <translation>Aún no llegó esa hora: son las %1 en el depósito.</translation>
    </message>
</context>
<context>
    <name>Doorstep::WayWords</name>
    <message numerus="yes">
        <source>%n other window(s) missed, by up to %1</source>
        <translation>
            <numerusform>se pierde otra ventana, por %1</numerusform>
            <numerusform>se pierden otras %n ventanas, por hasta %1</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody else later</source>
        <translation>nadie más se retrasa</translation>
    </message>
    <message>
        <source>as the last stop</source>
        <translation>como última parada</translation>
    </message>
    <message>
        <source>before %1</source>
        <comment>an address</comment>
        <translation>antes de %1</translation>
    </message>
    <message>
        <source>a driver</source>
        <translation>un conductor</translation>
    </message>
    <message>
        <source>expected at %1</source>
        <comment>time of day</comment>
        <translation>se espera a las %1</translation>
    </message>
    <message>
        <source>was told %1</source>
        <comment>a window of time</comment>
        <translation>se le dijo %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>weekday and time, time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1, %2 after its window</source>
        <comment>time of day, a length</comment>
        <translation>%1, %2 después de su ventana</translation>
    </message>
    <message>
        <source>%1, in time</source>
        <comment>time of day</comment>
        <translation>%1, a tiempo</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) up to %1 later, no window missed</source>
        <translation>
            <numerusform>otra hasta %1 más tarde, sin perder ventanas</numerusform>
            <numerusform>otras %n hasta %1 más tarde, sin perder ventanas</numerusform>
        </translation>
    </message>
    <message>
        <source>cost %1</source>
        <comment>an amount in the depot&apos;s currency, with its sign</comment>
        <translation>costo %1</translation>
    </message>
</context>
<context>
    <name>Doorstep::WaysOut</name>
    <message>
        <source>Reckoning what each way would cost…</source>
        <translation>Calculando cuánto costaría cada salida…</translation>
    </message>
    <message>
        <source>No driver of today can come by.</source>
        <translation>Ningún conductor de hoy puede pasar.</translation>
    </message>
    <message>
        <source>The server cannot say now what it costs.</source>
        <translation>El servidor no puede decir ahora cuánto cuesta.</translation>
    </message>
    <message>
        <source>Try again today with %1</source>
        <translation>Reintentar hoy con %1</translation>
    </message>
    <message>
        <source>Another try for %1</source>
        <translation>Otro intento en %1</translation>
    </message>
    <message>
        <source>%1 can go there again, and no window is missed for it.</source>
        <translation>%1 puede volver sin que se pierda ninguna ventana.</translation>
    </message>
    <message>
        <source>Nobody can go again today without missing a window: agree on another day.</source>
        <translation>Hoy nadie puede volver sin perder una ventana: acuerde otro día.</translation>
    </message>
    <message>
        <source>Tomorrow at the same hours</source>
        <translation>Mañana a la misma hora</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Mañana por la mañana</translation>
    </message>
    <message>
        <source>%1 · off today&apos;s route; agree on it with the customer</source>
        <translation>%1 · sale de la ruta de hoy; acuérdelo con el cliente</translation>
    </message>
    <message>
        <source>Put off %1 until tomorrow</source>
        <translation>%1 queda para mañana</translation>
    </message>
    <message>
        <source>The customer agrees to another place…</source>
        <translation>El cliente acepta otro lugar…</translation>
    </message>
    <message>
        <source>Neighbour, front desk or safe place; the driver goes again</source>
        <translation>Vecino, recepción o lugar seguro; el conductor vuelve</translation>
    </message>
    <message>
        <source>Neighbour, front desk or safe place · %1</source>
        <translation>Vecino, recepción o lugar seguro · %1</translation>
    </message>
    <message>
        <source>With the customer&apos;s consent</source>
        <translation>Con el consentimiento del cliente</translation>
    </message>
    <message>
        <source>Leave it with a &amp;neighbour</source>
        <translation>Dejarlo con un &amp;vecino</translation>
    </message>
    <message>
        <source>Leave it at the &amp;front desk</source>
        <translation>Dejarlo en la &amp;recepción</translation>
    </message>
    <message>
        <source>Leave it in a &amp;safe place</source>
        <translation>Dejarlo en un &amp;lugar seguro</translation>
    </message>
    <message>
        <source>%1, as agreed with the customer</source>
        <comment>what the driver is to do</comment>
        <translation>%1, como se acordó con el cliente</translation>
    </message>
    <message>
        <source>Return it to the depot</source>
        <translation>Devolverlo al depósito</translation>
    </message>
    <message>
        <source>Called off; the shop has to be told</source>
        <translation>Se cancela; hay que avisar a la tienda</translation>
    </message>
    <message>
        <source>Returned %1 to the depot</source>
        <translation>%1 vuelve al depósito</translation>
    </message>
    <message>
        <source>Returned to the depot</source>
        <translation>Devuelto al depósito</translation>
    </message>
    <message>
        <source>%1 can still be in time, and no other window is missed for it.</source>
        <translation>%1 todavía puede llegar a tiempo sin que se pierda otra ventana.</translation>
    </message>
    <message>
        <source>Nobody can be there sooner: tell the customer before they ask.</source>
        <translation>Nadie puede llegar antes: avise al cliente antes de que pregunte.</translation>
    </message>
    <message>
        <source>Every other way breaks a promise, too: tell the customer first.</source>
        <translation>Toda otra salida también rompe una promesa: primero avise al cliente.</translation>
    </message>
    <message>
        <source>Give the next stop, %1, to %2</source>
        <comment>an address, a driver</comment>
        <translation>Dar la próxima parada, %1, a %2</translation>
    </message>
    <message>
        <source>While the driver is not to be reached, somebody near can take the next customer.</source>
        <translation>Mientras no se dé con el conductor, alguien cercano puede atender al próximo cliente.</translation>
    </message>
    <message numerus="yes">
        <source>Copy whom to tell: %n customer(s)</source>
        <translation>
            <numerusform>Copiar a quién avisar: %n cliente</numerusform>
            <numerusform>Copiar a quién avisar: %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · name, phone, new time</source>
        <comment>names of customers</comment>
        <translation>%1 · nombre, teléfono, nueva hora</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n customer(s) to tell</source>
        <translation>
            <numerusform>Copiado %n cliente a quien avisar</numerusform>
            <numerusform>Copiados %n clientes a quienes avisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Ways &amp;out of the case</source>
        <translation>&amp;Opciones para el caso</translation>
    </message>
    <message>
        <source>The route has changed meanwhile.</source>
        <translation>La ruta cambió entretanto.</translation>
    </message>
    <message>
        <source>Drive to %1 earlier</source>
        <comment>an address</comment>
        <translation>Ir antes a %1</translation>
    </message>
    <message>
        <source>Give %1 to %2</source>
        <comment>an address, a driver</comment>
        <translation>Dar %1 a %2</translation>
    </message>
    <message>
        <source>Give it to %1</source>
        <comment>a driver</comment>
        <translation>Dárselo a %1</translation>
    </message>
    <message>
        <source>%1 can take it, and no window is missed for it.</source>
        <translation>%1 puede llevarlo sin que se pierda ninguna franja.</translation>
    </message>
    <message>
        <source>Whoever takes it today misses a window: agree on another one.</source>
        <translation>Quien lo lleve hoy pierde una franja: acuerde otra.</translation>
    </message>
    <message>
        <source>Reroute…</source>
        <translation>Rutear…</translation>
    </message>
    <message>
        <source>Looks for a better plan together with the routes near it; nothing is sent yet</source>
        <translation>Busca un plan mejor junto con las rutas cercanas; todavía no se envía nada</translation>
    </message>
</context>
<context>
    <name>Doorstep::WaysOutList</name>
    <message>
        <source>Ways out</source>
        <translation>Opciones</translation>
    </message>
</context>
<context>
    <name>Doorstep::Words</name>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>en riesgo</translation>
    </message>
    <message>
        <source>late</source>
        <translation>tarde</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>sin señal</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>prevista</translation>
    </message>
    <message>
        <source>at the door</source>
        <translation>en la puerta</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>nobody home</source>
        <translation>no hay nadie</translation>
    </message>
    <message>
        <source>wrong address</source>
        <translation>dirección equivocada</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>sin acceso</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>otro motivo</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en mano</translation>
    </message>
    <message>
        <source>safe place</source>
        <translation>lugar seguro</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>vecino</translation>
    </message>
    <message>
        <source>front desk</source>
        <translation>recepción</translation>
    </message>
    <message>
        <source>locker</source>
        <translation>casillero</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Furgón</translation>
    </message>
    <message>
        <source>Bike</source>
        <translation>Bici</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check its address and your network; what is shown may be old.</source>
        <translation>No se puede llegar al servidor. Revise su dirección y su red; lo que se muestra puede ser viejo.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>El nombre o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>You may sign in, but not see this. Ask an administrator for the role.</source>
        <translation>Puede iniciar sesión, pero no ver esto. Pida el rol a un administrador.</translation>
    </message>
    <message>
        <source>The server refused. Wait a moment and try again.</source>
        <translation>El servidor se negó. Espere un momento e intente de nuevo.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Esto ya no existe.</translation>
    </message>
    <message>
        <source>Somebody else changed this first.</source>
        <translation>Otra persona lo cambió antes.</translation>
    </message>
    <message>
        <source>The local copy is too old and is fetched again.</source>
        <translation>La copia local es muy vieja y se trae de nuevo.</translation>
    </message>
    <message>
        <source>This is not a Doorstep server, or one of another version.</source>
        <translation>Esto no es un servidor de Doorstep, o es de otra versión.</translation>
    </message>
    <message>
        <source>The local copy cannot be read or written. Check that the disk is not full.</source>
        <translation>La copia local no se puede leer o escribir. Revise que el disco no esté lleno.</translation>
    </message>
    <message>
        <source>Closing.</source>
        <translation>Cerrando.</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>de servicio</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>fuera de servicio</translation>
    </message>
    <message>
        <source>leave at the door</source>
        <translation>dejar en la puerta</translation>
    </message>
    <message>
        <source>garage</source>
        <translation>garaje</translation>
    </message>
    <message>
        <source>room of choice</source>
        <translation>habitación elegida</translation>
    </message>
    <message>
        <source>white glove</source>
        <translation>guante blanco</translation>
    </message>
    <message>
        <source>parcel missing</source>
        <translation>falta el paquete</translation>
    </message>
</context>
<context>
    <name>Doorstep::Workplace</name>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Paradas</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>Conductores</translation>
    </message>
    <message>
        <source>Stops over the day</source>
        <translation>Paradas del día</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>target 95 %</source>
        <translation>meta 95 %</translation>
    </message>
    <message>
        <source>next 90 min</source>
        <translation>próximos 90 min</translation>
    </message>
    <message>
        <source>%1 past due</source>
        <translation>%1 vencidas</translation>
    </message>
    <message>
        <source>live · %1 silent</source>
        <translation>en vivo · %1 sin señal</translation>
    </message>
    <message>
        <source>%1 — Doorstep</source>
        <comment>%1 is a depot</comment>
        <translation>%1 — Doorstep</translation>
    </message>
    <message>
        <source>What needs &amp;attention</source>
        <translation>Lo que requiere &amp;atención</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Línea de tiempo</translation>
    </message>
    <message>
        <source>&amp;Routes</source>
        <translation>&amp;Rutas</translation>
    </message>
    <message>
        <source>&amp;Stops table</source>
        <translation>&amp;Tabla de paradas</translation>
    </message>
    <message>
        <source>&amp;Next in the list</source>
        <translation>&amp;Siguiente en la lista</translation>
    </message>
    <message>
        <source>&amp;Previous in the list</source>
        <translation>&amp;Anterior en la lista</translation>
    </message>
    <message>
        <source>Show on &amp;map</source>
        <translation>Mostrar en el &amp;mapa</translation>
    </message>
    <message>
        <source>&amp;Follow driver</source>
        <translation>&amp;Seguir al conductor</translation>
    </message>
    <message>
        <source>&amp;Copy tracking number</source>
        <translation>&amp;Copiar número de seguimiento</translation>
    </message>
    <message>
        <source>C&amp;lear the selection</source>
        <translation>&amp;Quitar la selección</translation>
    </message>
    <message>
        <source>&amp;Whole day on the map</source>
        <translation>&amp;Todo el día en el mapa</translation>
    </message>
    <message>
        <source>Timeline at the &amp;present</source>
        <translation>Línea de tiempo en el &amp;presente</translation>
    </message>
    <message>
        <source>Timeline closer</source>
        <translation>Acercar la línea de tiempo</translation>
    </message>
    <message>
        <source>Timeline farther</source>
        <translation>Alejar la línea de tiempo</translation>
    </message>
    <message>
        <source>&amp;Compact tables</source>
        <translation>Tablas &amp;compactas</translation>
    </message>
    <message>
        <source>Export &amp;stops as CSV…</source>
        <translation>Exportar &amp;paradas como CSV…</translation>
    </message>
    <message>
        <source>Export &amp;drivers as CSV…</source>
        <translation>Exportar &amp;conductores como CSV…</translation>
    </message>
    <message>
        <source>Kinds of cases</source>
        <translation>Tipos de casos</translation>
    </message>
    <message>
        <source>Export the &amp;kinds of cases as CSV…</source>
        <translation>Exportar los &amp;tipos de casos como CSV…</translation>
    </message>
    <message>
        <source>&amp;Proposal of a rerouting</source>
        <translation>&amp;Propuesta de ruteo</translation>
    </message>
    <message>
        <source>Reroute</source>
        <translation>Rutear</translation>
    </message>
</context>
</TS>
