import { pdf } from './file-bytes.ts';
import { appleHtml, gmailHtml, outlookHtml } from './html-bodies.ts';
import { person, reception, sabine, tomas, walter } from './people.ts';
import { mail, replyTo, type SampleMail } from './sample-mail.ts';
import { htmlSignature } from './signatures.ts';
import { gmailQuote, outlookQuote, phoneQuote, thunderbirdQuote } from './text-quotes.ts';

const doubleCharge = mail({
  key: 'sabine-doppelt',
  title: 'Billing, German',
  tags: ['thread', 'product', 'billing', 'outlook'],
  language: 'de',
  minute: 1575,
  from: sabine,
  subject: 'Doppelte Abbuchung im Oktober',
  text: `Guten Tag,

bei der Durchsicht meiner Kontoauszüge ist mir aufgefallen, dass Sie im Oktober zweimal 89,00 € von meinem Konto eingezogen
haben, einmal am 2. und einmal am 6. Eine zweite Rechnung liegt mir nicht vor, die Kundennummer lautet K-77120.

Bitte prüfen Sie das und überweisen Sie den zu viel eingezogenen Betrag bis Freitag zurück. Eine Rücklastschrift bei meiner
Bank möchte ich uns beiden gern ersparen.

Mit freundlichen Grüßen
Sabine Vogt`,
});

const doubleChargeNote = replyTo(doubleCharge, {
  key: 'sabine-doppelt-auszug',
  title: 'Kontoauszug nachgereicht',
  tags: ['product', 'billing', 'outlook', 'attachment'],
  minute: 1602,
  from: sabine,
  text: `Guten Tag,

anbei noch der Auszug, den ich vorhin vergessen hatte. Die beiden Buchungen sind markiert.

Mit freundlichen Grüßen
Sabine Vogt${outlookQuote('de', doubleCharge)}`,
  attachments: [pdf('Kontoauszug_Oktober.pdf', 'Kontoauszug Oktober 2026: 2 x 89,00 EUR')],
});

const stairs = mail({
  key: 'brandt-treppenhaus',
  title: 'Kein Licht im Treppenhaus',
  tags: ['thread', 'property', 'technical', 'thunderbird'],
  language: 'de',
  minute: 60,
  from: walter,
  subject: 'Treppenhauslicht Gartenweg 3 wieder defekt',
  text: `Sehr geehrte Damen und Herren,

im Gartenweg 3 brennt zwischen dem zweiten und dem vierten Stock seit Freitag kein Licht mehr. Es ist das dritte Mal in
diesem Jahr. Gestern ist Frau Aydin mit den Einkäufen gestürzt, zum Glück ohne Folgen.

Ich bitte um einen Elektriker und nicht wieder nur um neue Birnen: Die Sicherung fällt, sobald jemand im Keller die
Waschmaschine einschaltet.

Hochachtungsvoll
Walter Brandt`,
});

const stairsAgain = replyTo(stairs, {
  key: 'brandt-treppenhaus-mahnung',
  title: 'Herr Brandt wird förmlich',
  tags: ['property', 'complaint', 'thunderbird'],
  minute: 1510,
  from: walter,
  text: `Sehr geehrte Damen und Herren,

auf mein Schreiben von gestern habe ich lediglich eine Eingangsbestätigung erhalten. Ich setze Ihnen hiermit eine Frist bis
morgen, 12 Uhr. Danach beauftrage ich den Notdienst und ziehe die Kosten von der Miete ab.

Walter Brandt${thunderbirdQuote('de', stairs)}`,
});

const stairsPhone = replyTo(stairsAgain, {
  key: 'brandt-treppenhaus-erledigt',
  title: 'Doch noch erledigt',
  tags: ['property', 'praise', 'phone', 'positive'],
  minute: 1790,
  from: walter,
  text: `Der Elektriker war gerade da, sehr netter und fähiger Mann. Licht geht. Danke!${phoneQuote('de', stairsAgain)}`,
});

const isabelle = person('Isabelle Fournier', 'i.fournier@atelier-fournier.example');
const contract = mail({
  key: 'fournier-resiliation',
  title: 'Résiliation non prise en compte',
  tags: ['thread', 'product', 'billing', 'complaint', 'outlook'],
  language: 'fr',
  minute: 230,
  from: isabelle,
  subject: 'Résiliation non prise en compte',
  html: outlookHtml(
    `Bonjour,

j'ai résilié notre abonnement le 28 septembre depuis la page « Mon compte » et j'ai reçu une confirmation à l'écran. Or vous
venez de prélever 59 € pour novembre, comme si de rien n'était.

Je vous remercie de rembourser cette somme et de me confirmer par écrit que le contrat est bien terminé.

Bien cordialement,`,
    {
      language: 'fr',
      signature: htmlSignature('Isabelle Fournier', 'Gérante', 'Atelier Fournier', '+33 1 55 50 01 70'),
    },
  ),
});

const contractAgain = replyTo(contract, {
  key: 'fournier-resiliation-relance',
  title: 'Relance à propos de la résiliation',
  tags: ['product', 'billing', 'complaint', 'outlook'],
  minute: 1620,
  from: isabelle,
  subject: 'RE: Résiliation non prise en compte',
  html: outlookHtml(
    `Bonjour,

sans nouvelles de votre part, je me permets de vous relancer. Ma banque me propose de contester le prélèvement, ce que je
ferai demain faute de réponse.

Isabelle Fournier`,
    { language: 'fr', quote: contract },
  ),
});

const bulletin = mail({
  key: 'tomas-boletin',
  title: 'El boletín a otra dirección',
  tags: ['thread', 'property', 'account', 'gmail'],
  language: 'es',
  minute: 360,
  from: tomas,
  subject: 'Cambiar la dirección del boletín',
  html: gmailHtml(`Buenas tardes:

¿Sería posible que el boletín de la comunidad llegara también a la oficina, a oficina@casaverde.example? Ahora solo lo
recibo yo y siempre se me olvida reenviarlo. No corre ninguna prisa.

Un saludo,
Tomás Herrera
Casa Verde`),
});

const bulletinAgain = replyTo(bulletin, {
  key: 'tomas-boletin-baja',
  title: 'Y quitar otra dirección',
  tags: ['property', 'account', 'gmail'],
  minute: 415,
  from: tomas,
  html: gmailHtml(
    `Perdón, se me olvidaba: ya que están, pueden quitar la de marisol@casaverde.example, que se jubiló en verano.

Gracias y un saludo`,
    { language: 'es', quote: bulletin },
  ),
});

const beatriz = person('Beatriz Nogueira', 'beatriz.nogueira@example.net');
const garage = mail({
  key: 'beatriz-portao',
  title: 'Portão da garagem não abre',
  tags: ['thread', 'property', 'technical', 'phone'],
  language: 'pt',
  minute: 465,
  from: beatriz,
  subject: 'Portão da garagem não abre',
  html: appleHtml(`Boa tarde,

o portão da garagem do número 8 deixou de abrir com o comando. Com a chave abre até meio e depois volta a fechar sozinho, o
que é perigoso: ontem quase apanhou o carro do vizinho com as crianças dentro.

Podem mandar um técnico ainda esta semana?

Obrigada,
Beatriz Nogueira`),
});

const garageMore = replyTo(garage, {
  key: 'beatriz-portao-sensor',
  title: 'O sensor estava tapado',
  tags: ['property', 'technical'],
  minute: 1590,
  from: beatriz,
  text: `Bom dia,

o porteiro limpou o sensor e melhorou um pouco, mas ao fim da tarde voltou a acontecer. Parece-me que é mesmo do motor.

Beatriz${gmailQuote('pt', garage)}`,
});

const giulia = person('Giulia Ferrante', 'giulia.ferrante@studioferrante.example');
const invoice = mail({
  key: 'giulia-fattura',
  title: 'Fattura con partita IVA errata',
  tags: ['thread', 'product', 'billing', 'outlook'],
  language: 'it',
  minute: 255,
  from: giulia,
  subject: 'Fattura di ottobre con partita IVA errata',
  text: `Gentili signori,

la fattura di ottobre riporta ancora la partita IVA del vecchio studio. L'avevo già segnalato a settembre e mi era stato
detto che il dato era stato corretto. Vi chiedo di annullarla e di emetterne una nuova con i dati allegati, altrimenti il
commercialista non può registrarla.

Cordiali saluti
Giulia Ferrante`,
  attachments: [pdf('dati-fatturazione.pdf', 'Studio Ferrante, dati di fatturazione')],
});

const invoiceAgain = replyTo(invoice, {
  key: 'giulia-fattura-sollecito',
  title: 'Sollecito per la fattura',
  tags: ['product', 'billing', 'outlook', 'cc-colleague'],
  minute: 1650,
  from: giulia,
  cc: [reception],
  text: `Buongiorno,

chiedo gentilmente a che punto siamo con la nuova fattura. La scadenza per noi è venerdì.

Grazie
Giulia Ferrante${outlookQuote('it', invoice)}`,
});

const mieke = person('Mieke van Dalen', 'mieke.vandalen@grachtzicht.example');
const bins = mail({
  key: 'mieke-containers',
  title: 'Containers niet geleegd',
  tags: ['thread', 'property', 'complaint', 'gmail'],
  language: 'nl',
  minute: 95,
  from: mieke,
  subject: 'Containers niet geleegd',
  text: `Goedemorgen,

de containers op de binnenplaats zijn nu voor de tweede week niet geleegd. Het stinkt en er lopen ratten, we hebben er
zaterdag drie geteld. De buren van de begane grond durven hun raam niet meer open te zetten.

Kunt u de ophaaldienst bellen en ons laten weten wanneer ze komen?

Met vriendelijke groet,
Mieke van Dalen
VvE Grachtzicht`,
});

const binsDone = replyTo(bins, {
  key: 'mieke-containers-rekening',
  title: 'En wie betaalt dat?',
  tags: ['property', 'billing', 'gmail'],
  minute: 1555,
  from: mieke,
  text: `Dank u, ze zijn vanochtend geweest. Op het briefje staat dat de extra rit € 145 kost. Ik ga ervan uit dat dit niet bij de
VvE terechtkomt, want de afspraak was vergeten door de dienst zelf.

Mieke${gmailQuote('nl', bins)}`,
});

export const europeanThreads: SampleMail[] = [
  doubleCharge,
  doubleChargeNote,
  stairs,
  stairsAgain,
  stairsPhone,
  contract,
  contractAgain,
  bulletin,
  bulletinAgain,
  garage,
  garageMore,
  invoice,
  invoiceAgain,
  bins,
  binsDone,
];
