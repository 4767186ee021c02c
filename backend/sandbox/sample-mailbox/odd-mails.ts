import { dana, grace, jonas, marek, owen, person, support } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';

/** About 60 KB of sync protocol, as people paste it into a mail. */
function longProtocol(): string {
  const lines: string[] = [];
  for (let i = 0; lines.length < 810; i++) {
    const second = String(i % 60).padStart(2, '0');
    const minute = String(Math.floor(i / 60)).padStart(2, '0');
    lines.push(
      `02:${minute}:${second} worker=${i % 4} unit=A-${String(i).padStart(4, '0')} read=${i * 3} written=${i * 2} state=waiting for lock`,
    );
  }
  return lines.join('\n');
}

const sameMail = {
  title: 'The same mail twice',
  tags: ['duplicate', 'property', 'technical'],
  from: grace,
  messageId: '<CAF3B-window-9917@mail.example.com>',
  subject: 'Window in the stairwell does not close',
  text: `Hello, the window between the first and second floor at Elm Street 14 does not close since the storm, it rains onto the stairs and
they are slippery. I have put a towel there.

Grace Mbeki`,
};

export const oddMails: SampleMail[] = [
  mail({
    key: 'odd-empty-body',
    title: 'Empty body',
    tags: ['odd', 'empty-body'],
    minute: 1745,
    from: marek,
    subject: 'Broken lamp in the yard',
    text: '',
  }),
  mail({
    key: 'odd-empty-subject',
    title: 'Empty subject',
    tags: ['odd', 'empty-subject', 'property'],
    minute: 1746,
    from: person('Ida Holm', 'ida.holm@example.org'),
    subject: '',
    text: 'Hello, the bell of flat 6 rings in flat 8 and the other way round since the painters were here. Funny at first. Can this be swapped back? Ida Holm',
  }),
  mail({
    key: 'odd-empty-both',
    title: 'Neither subject nor body',
    tags: ['odd', 'empty-subject', 'empty-body'],
    minute: 1747,
    from: person('', 'unknown4411@example.net'),
    subject: '',
    html: '<html><body><div><br></div></body></html>',
  }),
  mail({
    key: 'odd-emoji-only',
    title: 'Emoji only',
    tags: ['odd', 'emoji'],
    minute: 1748,
    from: person('Jojo 🌈', 'jojo.m@example.com'),
    subject: '🚿🥶😡',
    text: '🚿❄️🥶🥶🥶 3️⃣🅱️ ⏰❓🙏',
  }),
  mail({
    key: 'odd-very-long',
    title: '60 KB of protocol',
    tags: ['odd', 'long', 'product', 'technical'],
    minute: 1749,
    from: person('Wim Janssen', 'wim@janssenit.example'),
    subject: 'Sync hangs every night, full protocol below',
    text: `Hi, the sync hangs every night around two. You asked for the protocol, here it is, sorry for the length.\n\n${longProtocol()}\n\nWim`,
  }),
  mail({
    key: 'odd-foreign-ticket-inc',
    title: 'Somebody else’s ticket in the subject',
    tags: ['odd', 'foreign-ticket', 'product', 'technical'],
    minute: 1750,
    from: person('Northgate IT Service Desk', 'agent.liu@northgate.example'),
    subject: 'INC0012345 - Connector cannot reach Contoso API',
    text: `Hello Contoso,

our ticket INC0012345: since the proxy change your connector gets "certificate unknown". Please tell us the address ranges that we
must let through, and whether you pin certificates. Keep our number in the subject so that your answer finds its way.

Jenny Liu, Northgate IT`,
  }),
  mail({
    key: 'odd-foreign-ticket-proj',
    title: 'A tracker key in the subject',
    tags: ['odd', 'foreign-ticket', 'product', 'feature'],
    minute: 1751,
    from: owen,
    subject: '[PROJ-123] Ordering guarantee for webhooks?',
    text: `Hi, on our side this is PROJ-123. Do you guarantee the order of events per unit? We saw "updated" before "created" twice this month
and would rather not buffer if you can promise it.

Owen`,
  }),
  mail({
    key: 'odd-sender-only',
    title: 'Sender but no from',
    tags: ['odd', 'null-sender', 'property'],
    minute: 1752,
    from: null,
    sender: person('Harbour View Fax', 'fax@harbourview.example'),
    subject: 'Fax from +47 555 01 300 (1 page)',
    text: 'A fax was received on 24 November 2026 at 13:10. One page. The text could not be read.',
  }),
  mail({
    key: 'odd-from-null',
    title: 'Nobody sent this',
    tags: ['odd', 'null-sender'],
    minute: 1753,
    from: null,
    sender: null,
    subject: 'Message without a sender',
    text: 'This message lost its sender on the way.',
  }),
  mail({ ...sameMail, key: 'odd-duplicate-one', minute: 1754 }),
  mail({ ...sameMail, key: 'odd-duplicate-two', minute: 1755 }),
  mail({
    key: 'odd-two-mailboxes',
    title: 'One mail in two mailboxes',
    tags: ['odd', 'two-mailboxes', 'product', 'technical'],
    minute: 1756,
    from: dana,
    to: [support, jonas],
    mailboxes: ['support@contoso.example', 'jonas.weber@contoso.example'],
    subject: 'Calendar shows last year',
    text: `Hello both,

I was not sure who is responsible, so I write to support and to Jonas. Since this morning the calendar opens on November 2025 for all of
us at Brightline. Entering the year by hand works until the next click.

Dana`,
  }),
  mail({
    key: 'odd-bcc-only',
    title: 'Support only in Bcc',
    tags: ['odd', 'property', 'general'],
    minute: 1757,
    from: person('Tenants of Mill Lane', 'milllane3@example.org'),
    to: [person('undisclosed-recipients', 'undisclosed@example.org')],
    subject: 'To all: garden day on Saturday',
    text: 'Dear neighbours, on Saturday at ten we rake the leaves together, soup is provided. Bring gloves. The caretaker has agreed to leave the shed open.',
  }),
  mail({
    key: 'odd-double-encoded',
    title: 'Umlauts gone wrong',
    tags: ['odd', 'property', 'general'],
    language: 'de',
    minute: 1758,
    from: person('JÃ¼rgen MÃ¶ller', 'juergen.moeller@example.net'),
    subject: '=?utf-8?Q?Schl=C3=BCssel_f=C3=BCr_den_Keller?=',
    text: 'Sehr geehrte Damen und Herren,\n\nich brÃ¤uchte noch einen zweiten SchlÃ¼ssel fÃ¼r den Keller. Was kostet der?\n\nMit freundlichen GrÃ¼ÃŸen\nJÃ¼rgen MÃ¶ller',
  }),
  mail({
    key: 'odd-thanks-only',
    title: 'Just thanks',
    tags: ['odd', 'praise', 'terse', 'positive'],
    minute: 1759,
    from: person('Nils Arvidsson', 'nils.arvidsson@example.org'),
    subject: 'Re: Appointment on 2 December',
    inReplyTo: 'smart-meter-appointment',
    references: ['smart-meter-appointment'],
    text: 'Perfect, thanks!',
  }),
  mail({
    key: 'odd-mixed-languages',
    title: 'Two languages in one mail',
    tags: ['odd', 'property', 'technical'],
    minute: 1760,
    from: person('Anouk Berger', 'anouk.berger@example.com'),
    subject: 'Storen defekt / blinds broken',
    text: `Guten Tag, die Storen im Wohnzimmer gehen nicht mehr hoch. English below.

Hello, the blinds in our living room do not go up any more. My husband only reads English, so please answer in that language if you can.
We sit in the dark since Sunday.

Anouk Berger`,
  }),
  mail({
    key: 'odd-urgent-flag-nothing',
    title: 'High importance, no content',
    tags: ['odd', 'terse'],
    minute: 1761,
    from: person('V. Kessel', 'v.kessel@example.net'),
    subject: 'URGENT',
    importance: 'high',
    text: 'call me',
  }),
];
