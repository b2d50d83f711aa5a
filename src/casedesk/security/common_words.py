"""German and Swiss words that people put into passphrases, the most usual first.

The estimator of strength knows English best; these are given to it beside its own.
"""

COMMON = """
passwort kennwort geheim geheimnis hallo willkommen schatz schatzi schatzli liebe
liebling ich du mein meine dich der die das und mit ist guten morgen abend tag nacht
gute guet grüezi gruezi grüessech mitenand zäme servus moin tschüss danke dankeschön
bitte welt herz mama papa mutter vater mami papi grossmutter großmutter grosi oma opa
schwester bruder kind kinder baby familie freund freundin frau mann mädchen junge hund
katze maus pferd vogel bär büsi tiger löwe fisch blume rose sonne mond stern sternen
himmel sternenhimmel sonnenschein sonnenblume mondschein regenbogen schmetterling wolke
wasser feuer erde wind meer see berg berge wald wiese blumenwiese garten gartenhaus haus
hausnummer wohnung küche zimmer türe fenster auto velo fahrrad motorrad bahn zug
sommer winter herbst fruehling frühling jahr monat woche heute gestern
montag dienstag mittwoch donnerstag freitag samstag sonntag januar jänner jaenner
februar feber märz maerz april mai juni juli august september oktober november dezember
weihnachten ostern pfingsten geburtstag silvester neujahr urlaub ferien ferienhaus
feierabend feierabendbier bier wein kaffee kaffeetasse kaffeepause tee schokolade
schoggi käse fondue käsefondue raclette bratwurst wurst brot kuchen sauerkraut rösti
zürich zuerich züri zürichsee basel bern luzern genf genève lausanne winterthur
solothurn aarau stgallen gallen chur zug thun biel wien graz linz salzburg innsbruck
klagenfurt bregenz berlin hamburg münchen muenchen köln koeln frankfurt stuttgart
düsseldorf duesseldorf dortmund essen leipzig dresden bremen hannover nürnberg rhein
donau aare elbe schweiz suisse svizzera deutschland österreich oesterreich europa
italien mallorca spanien frankreich tirol bayern kärnten wallis tessin graubünden
matterhorn eiger jungfrau säntis rütli schwur rütlischwur eidgenosse eidgenossen tell
hopp schwiiz hoppschwiiz heidi alphorn edelweiss fussball fußball eishockey skifahren
bayern schalke borussia rapid youngboys grasshopper fcbasel fcbayern fcz
praxis pflege pflegedienst pflegeheim altersheim heim spitex klient klientin klienten
klientinnen patient patientin patienten patientenakte akte akten aktenschrank dossier
dokument dokumente fall faelle fälle fallmanagement fallmanager fallführung
fallfuehrung casemanagement casemanager case manager management beratung betreuung
sozialarbeit sozialdienst sozialamt sozial krankenkasse versicherung rente invaliden
krankenhaus spital unispital klinik arzt ärztin doktor gesundheit krankheit therapie
datenschutz schweigepflicht vertraulich vertrauen streng sicherheit sicher schlüssel
büro buero bürokratie homeoffice arbeit arbeiten computer laptop internet drucker
telefon handy netz server admin administrator benutzer zugang login anmeldung
rudolf steiner anna maria peter thomas daniel martin michael andreas stefan markus
christian sandra nicole andrea claudia monika barbara ursula elisabeth hans fritz
müller mueller meier meyer schmid schmidt schneider fischer weber keller huber bauer
zottel bello rex minka luna bella charly rocky momo mimi hundename name vorname
""".split()  # noqa: SIM905 - nobody would read it as a list
