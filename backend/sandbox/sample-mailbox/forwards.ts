import { textFile } from './file-bytes.ts';
import { gmailHtml, outlookHtml, outlookWebHtml } from './html-bodies.ts';
import { jonas, lena, mei, person, reception, support } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';
import { gmailForward, outlookQuote } from './text-quotes.ts';

const olga = person('Olga Petrenko', 'olga.petrenko@example.net');
const frozenPipe = {
  from: olga,
  to: [jonas],
  subject: 'Frozen pipe in the laundry',
  minute: 80,
  text: `Hello Jonas,

the pipe in the laundry of Mill Lane 3 is frozen, the window had been left open. Nothing has burst yet but we cannot wash. Last
year you had somebody with a hot-air gun, could he come again?

Olga Petrenko, flat 2`,
};

const hofer = person('Familie Hofer', 'familie.hofer@example.org');
const hoferRauch = {
  from: hofer,
  to: [reception],
  subject: 'Rauchmelder piept',
  minute: 370,
  text: `Guten Tag,

der Rauchmelder im Flur piept seit gestern alle 40 Sekunden. Wir haben Nachtschicht und können so nicht schlafen. Dürfen wir die
Batterie selbst tauschen oder kommt jemand?

Familie Hofer, Gartenweg 3, 1. Stock`,
};

const lefevre = person('Agathe Lefèvre', 'agathe.lefevre@example.com');
const lefevreQuittance = {
  from: lefevre,
  to: [lena],
  subject: 'Quittance de loyer',
  minute: 1470,
  text: `Bonjour Madame,

pourriez-vous m'envoyer la quittance d'octobre ? La caisse d'allocations me la réclame avant vendredi.

Agathe Lefèvre`,
};

const offer = {
  from: person('Rohr & Söhne Disposition', 'dispatch@rohr.example'),
  to: [mei],
  subject: 'Angebot Strangsanierung Elm Street 14',
  minute: 1510,
  text: 'Sehr geehrte Frau Lin,\n\nanbei unser Angebot. Es gilt bis zum 31. Januar.\n\nRohr & Söhne',
};

export const forwards: SampleMail[] = [
  mail({
    key: 'fw-colleague-frozen-pipe',
    title: 'Jonas forwards a tenant’s mail',
    tags: ['forward', 'colleague', 'property', 'outlook'],
    minute: 92,
    from: jonas,
    to: [support],
    subject: 'FW: Frozen pipe in the laundry',
    html: outlookHtml('Came to me directly. Can somebody open a case for it? She is a tenant of Mill Lane.\n\nJonas', {
      quote: frozenPipe,
    }),
  }),
  mail({
    key: 'wg-colleague-rauchmelder',
    title: 'WG: mit deutschem Kopf',
    tags: ['forward', 'colleague', 'property', 'outlook'],
    language: 'de',
    minute: 380,
    from: reception,
    to: [support],
    subject: 'WG: Rauchmelder piept',
    text: `Für euch. Ich habe der Familie gesagt, dass sich jemand meldet.

Empfang${outlookQuote('de', hoferRauch)}`,
  }),
  mail({
    key: 'tr-colleague-quittance',
    title: 'TR: transféré par Lena',
    tags: ['forward', 'colleague', 'property', 'billing', 'outlook'],
    language: 'fr',
    minute: 1478,
    from: lena,
    to: [support],
    subject: 'TR: Quittance de loyer',
    html: outlookWebHtml('À traiter par la comptabilité, merci.\n\nLena', { language: 'fr', quote: lefevreQuittance }),
  }),
  mail({
    key: 'fwd-customer-gmail',
    title: 'A customer forwards with Gmail',
    tags: ['forward', 'product', 'billing', 'gmail'],
    minute: 640,
    from: person('Stella Mwangi', 'stella@mwangihomes.example'),
    subject: 'Fwd: Your invoice INV-20877',
    text: `Hi, what is this? We cancelled the extra storage in August.

Stella${gmailForward('en', {
      from: person('Contoso Billing', 'billing@contoso.example'),
      to: [person('Stella Mwangi', 'stella@mwangihomes.example')],
      subject: 'Your invoice INV-20877',
      minute: 20,
      text: 'Hello,\n\nyour invoice INV-20877 over 24.00 (extra storage) is ready.\n\nContoso Billing',
    })}`,
  }),
  mail({
    key: 'fwd-chain-of-three',
    title: 'Forwarded three times over',
    tags: ['forward', 'property', 'outlook'],
    minute: 1560,
    from: person('Gemma Lund', 'gemma.lund@harbourview.example'),
    subject: 'FW: FW: Fwd: keys for the roof',
    text: `See below, I was told you are the right people?

-----Original Message-----
From: Ingrid Solberg <ingrid.solberg@harbourview.example>
Sent: Tuesday, 24 November 2026 09:12
To: Gemma Lund <gemma.lund@harbourview.example>
Subject: FW: Fwd: keys for the roof

Not mine either, I only hold the lift keys.

-----Original Message-----
From: Marek Dvorak <marek.dvorak@harbourview.example>
Sent: Monday, 23 November 2026 17:40
To: Ingrid Solberg <ingrid.solberg@harbourview.example>
Subject: Fwd: keys for the roof

---------- Forwarded message ---------
From: SkyNet Antennas <jobs@skyantennas.example>
Date: Monday, 23 November 2026 16:02
Subject: keys for the roof
To: Marek Dvorak <marek.dvorak@harbourview.example>


We come on Friday at nine to mount the antenna and need the key to the roof hatch. Who has it?`,
  }),
  mail({
    key: 'fw-as-attachment',
    title: 'Forwarded as an attachment',
    tags: ['forward', 'colleague', 'attachment', 'product'],
    minute: 1600,
    from: mei,
    to: [support],
    subject: 'FW: Angebot Strangsanierung Elm Street 14',
    html: outlookHtml('See attached mail, belongs to the leak at Elm Street.\n\nMei'),
    attachments: [
      textFile(
        'Angebot Strangsanierung Elm Street 14.eml',
        'message/rfc822',
        `From: ${offer.from.name} <${offer.from.address}>\r\nTo: ${mei.address}\r\nSubject: ${offer.subject}\r\n\r\n${offer.text}\r\n`,
      ),
    ],
  }),
  mail({
    key: 'fwd-no-comment',
    title: 'A forward without a word',
    tags: ['forward', 'product', 'gmail'],
    minute: 1666,
    from: person('Rory Quinn', 'rory.quinn@rentwise.example'),
    subject: 'Fwd: error on the payments page',
    html: gmailHtml('', {
      forwarded: true,
      quote: {
        from: person('Siobhan Daly', 'siobhan.daly@example.org'),
        subject: 'error on the payments page',
        minute: 1650,
        text: 'I try to pay my rent and it says "token missing". I have the money, I just cannot give it to you.\n\nSiobhan Daly',
      },
    }),
  }),
];
