import { pdf } from './file-bytes.ts';
import { outlookHtml } from './html-bodies.ts';
import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';
import { confidentialGerman, htmlSignature } from './signatures.ts';

export const germanMails: SampleMail[] = [
  mail({
    key: 'krueger-nebenkosten',
    title: 'Nebenkosten unklar',
    tags: ['property', 'billing'],
    language: 'de',
    minute: 120,
    from: person('Heike Krüger', 'heike.krueger@example.com'),
    subject: 'Nebenkostenabrechnung 2025, Position Hausmeister',
    text: `Guten Morgen,

vielen Dank für die Abrechnung. Eine Frage habe ich zur Position „Hausmeister“: Sie ist gegenüber dem Vorjahr um 61 % gestiegen,
obwohl wir seit Juni gar keinen Hausmeister mehr haben, sondern eine Firma, die unter „Gartenpflege“ noch einmal auftaucht.

Könnten Sie mir bitte die Belege schicken oder einen Termin zur Einsicht nennen? Den Rest zahle ich gern schon jetzt.

Freundliche Grüße
Heike Krüger, Gartenweg 3`,
  }),
  mail({
    key: 'aydin-aufzug',
    title: 'Aufzug und Rollstuhl',
    tags: ['property', 'technical', 'complaint'],
    language: 'de',
    minute: 152,
    from: person('Emre Aydin', 'emre.aydin@example.net'),
    subject: 'Aufzug steht, meine Frau sitzt im Rollstuhl',
    text: `Sehr geehrte Damen und Herren,

der Aufzug steht seit gestern Abend. Meine Frau ist auf den Rollstuhl angewiesen, wir wohnen im vierten Stock. Heute um
15 Uhr hat sie einen Termin in der Klinik, auf den wir drei Monate gewartet haben.

Bitte rufen Sie mich sofort an: 0171 555 0123. Wenn der Aufzug bis dahin nicht läuft, brauchen wir jemanden, der trägt.

Emre Aydin`,
  }),
  mail({
    key: 'neumann-sehr-hoeflich',
    title: 'Sehr höfliche Anfrage',
    tags: ['product', 'general', 'over-polite'],
    language: 'de',
    minute: 300,
    from: person('Dr. Annegret Neumann', 'a.neumann@kanzlei-neumann.example'),
    subject: 'Höfliche Nachfrage zur Schulung',
    html: outlookHtml(
      `Sehr geehrte Damen und Herren,

gestatten Sie mir bitte eine kurze Nachfrage, und verzeihen Sie, falls ich damit bei Ihnen an der falschen Stelle bin. Unsere
Kanzlei würde sich sehr freuen, wenn im neuen Jahr zwei Mitarbeiterinnen an Ihrer Einführungsschulung teilnehmen dürften.

Wären Sie so freundlich, mir bei Gelegenheit die Termine und die Gebühr mitzuteilen? Es eilt keineswegs. Haben Sie herzlichen
Dank im Voraus für Ihre Mühe.

Mit vorzüglicher Hochachtung${confidentialGerman}`,
      {
        language: 'de',
        signature: htmlSignature('Dr. Annegret Neumann', 'Rechtsanwältin', 'Kanzlei Neumann', '+49 89 5550 0171'),
      },
    ),
  }),
  mail({
    key: 'schnittstelle-datev',
    title: 'Export bricht mit Fehler 17 ab',
    tags: ['product', 'technical', 'attachment'],
    language: 'de',
    minute: 410,
    from: person('Torben Ehlers', 't.ehlers@ehlers-verwaltung.example'),
    subject: 'Buchungsexport bricht ab (Fehler 17)',
    text: `Moin,

der Buchungsexport bricht seit dem Update bei Mandant 3 mit „Fehler 17: Satz nicht lesbar“ ab. Mandant 1 und 2 laufen durch.
Protokoll hängt an. In Zeile 2.204 steht ein Verwendungszweck mit Zeilenumbruch, vielleicht liegt es daran.

Bis zum 10. muss das beim Steuerberater sein, also bitte nicht erst nächstes Jahr. :-)

Gruß
Torben Ehlers`,
    attachments: [pdf('Protokoll_Fehler17.pdf', 'Export Mandant 3, Fehler 17 in Zeile 2204')],
  }),
  mail({
    key: 'kuendigung-stellplatz',
    title: 'Stellplatz gekündigt',
    tags: ['property', 'account'],
    language: 'de',
    minute: 505,
    from: person('Bernd Maibaum', 'b.maibaum@example.org'),
    subject: 'Kündigung Stellplatz 4',
    text: `Hiermit kündige ich den Stellplatz 4 im Gartenweg 3 zum 31.12. Bitte bestätigen Sie mir den Eingang schriftlich. Den
Handsender werfe ich in Ihren Briefkasten.

Bernd Maibaum`,
  }),
  mail({
    key: 'lob-hotline',
    title: 'Lob für die schnelle Hilfe',
    tags: ['product', 'praise', 'positive'],
    language: 'de',
    minute: 1465,
    from: person('Katrin Osthoff', 'k.osthoff@example.com'),
    subject: 'Danke!',
    text: `Liebes Team,

ich wollte mich einfach einmal bedanken. Gestern um zehn vor fünf geschrieben, um fünf angerufen worden, um viertel nach war
alles gelöst. Frau Fischer hat sogar noch den Drucker mit eingerichtet, der gar nichts mit Ihnen zu tun hat.

So etwas erlebt man selten. Weiter so!

Ihre Katrin Osthoff`,
  }),
  mail({
    key: 'frechheit-warteschleife',
    title: 'Wütend über die Warteschleife',
    tags: ['product', 'complaint', 'frustrated'],
    language: 'de',
    minute: 1535,
    from: person('Ralf Drechsler', 'ralf.drechsler@example.net'),
    subject: 'Eine Frechheit',
    text: `52 Minuten Warteschleife. ZWEIUNDFÜNFZIG. Dann legt Ihr Computer auf. Und in der App steht „Wir sind gern für Sie da“.

Ich will nur wissen, warum mein Zugang gesperrt ist, obwohl ich bezahlt habe. Das ist doch wohl nicht zu viel verlangt! Wenn
bis heute Abend keiner zurückruft, bin ich Ihr Kunde gewesen und erzähle das auch jedem.

Drechsler`,
  }),
  mail({
    key: 'kurz-handy-de',
    title: 'Heizung kalt',
    tags: ['property', 'technical', 'phone', 'terse'],
    language: 'de',
    minute: 1580,
    from: person('Mo', 'mo.bergmann@example.com'),
    subject: 'heizung',
    text: 'geht wieder nicht. lindenhof 9, whg 6. seit heute früh\n\nVon meinem iPhone gesendet',
  }),
  mail({
    key: 'wunsch-mehrsprachig',
    title: 'Wunsch: Aushänge auf Türkisch',
    tags: ['property', 'feature'],
    language: 'de',
    minute: 1668,
    from: person('Hausbeirat Gartenweg', 'beirat@gartenweg.example'),
    subject: 'Vorschlag: Aushänge in mehreren Sprachen',
    text: `Guten Tag,

im Haus wohnen inzwischen viele Familien, die Aushänge auf Deutsch nur schwer lesen. Beim letzten Wasserabstellen standen fünf
Leute ohne einen Eimer da. Könnte das Programm die Aushänge gleich auf Türkisch und Arabisch mit ausgeben? Übersetzen würden
wir beim ersten Mal auch selbst.

Für den Beirat
Renate Sommer`,
  }),
];
