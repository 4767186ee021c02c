import { gmailHtml, outlookHtml } from './html-bodies.ts';
import { jonas, karim, marek, nadia, person, reception, support, yusuf } from './people.ts';
import { mail, replyTo, type SampleMail } from './sample-mail.ts';
import { gmailQuote, outlookQuote, phoneQuote } from './text-quotes.ts';

const doorCode = mail({
  key: 'marek-door-code',
  title: 'Door code refused',
  tags: ['thread', 'property', 'technical', 'account'],
  minute: 1808,
  from: marek,
  subject: 'Door code refused for the cleaning crew',
  text: `Hello,

the cleaners start at 16:00 and the keypad at the rear door of Harbour View blinks red at their code since the change last
night. Mine works. Can you switch theirs back on or give me a one-day code for four people?

Marek Dvorak`,
});

const doorCodeNoHeaders = mail({
  key: 'marek-door-code-lost-headers',
  title: 'A reply whose headers were lost',
  tags: ['thread', 'broken-thread', 'no-in-reply-to', 'property'],
  minute: 1817,
  from: marek,
  subject: 'RE: Door code refused for the cleaning crew',
  text: `The crew leader is called Denisa, +420 555 010 77, if you want to send the code straight to her phone.

Marek${outlookQuote('en', doorCode)}`,
  conversation: 'marek-door-code',
});

const doorCodeNewSubject = replyTo(doorCode, {
  key: 'marek-door-code-new-subject',
  title: 'A reply under another subject',
  tags: ['broken-thread', 'changed-subject', 'property', 'urgent'],
  minute: 1831,
  from: marek,
  subject: 'URGENT four people waiting in the rain',
  text: `They are at the door now. Code 4471 still red.${phoneQuote('en', doorCode)}`,
});

const audit = mail({
  key: 'yusuf-audit-log',
  title: 'Which plan has the audit log?',
  tags: ['thread', 'product', 'general', 'account'],
  minute: 1640,
  from: yusuf,
  subject: 'Which plan includes the audit log?',
  html: gmailHtml(`Hi,

we are comparing plans for next year. Your price page mentions an audit log under "Enterprise" and again, in the small
print, under "Team". Which is it? And how far back does it go?

Our works council wants to know, too, whether it can be read by team leads.

Yusuf Demir
Papierwerk`),
});

const auditColleague = mail({
  key: 'selin-audit-log',
  title: 'His colleague answers from Cc',
  tags: ['thread', 'broken-thread', 'participant', 'product', 'cc-colleague'],
  minute: 1705,
  from: person('Selin Kaya', 'selin.kaya@papierwerk.example'),
  cc: [yusuf],
  subject: 'Re: Which plan includes the audit log?',
  inReplyTo: 'yusuf-audit-log',
  html: gmailHtml(
    `Adding to what Yusuf wrote: we would need the log as a file every month, too. Is there an export or only the screen?

Selin`,
    { quote: audit },
  ),
});

const unseen = {
  from: jonas,
  to: [person('Fiona Blake', 'fiona.blake@example.org')],
  subject: 'Your parking space from January',
  minute: 30,
  text: `Dear Ms Blake,

space 17 becomes free on 1 January. The rent is 65.00 a month. Let us know by Wednesday whether you want it.

Jonas Weber`,
};

const neverSeen = mail({
  key: 'fiona-parking-orphan',
  title: 'Answer to a mail never received',
  tags: ['broken-thread', 'orphan', 'property', 'general', 'outlook'],
  minute: 340,
  from: person('Fiona Blake', 'fiona.blake@example.org'),
  subject: 'RE: Your parking space from January',
  inReplyTo: '<AM9PR0402MB7781.parking17@contoso.example>',
  references: ['<AM9PR0402MB7781.parking17@contoso.example>'],
  html: outlookHtml(
    `Dear Mr Weber,

yes please, I take space 17. Does it come with a socket? We are thinking about an electric car in spring.

Fiona Blake`,
    { quote: unseen },
  ),
});

const truncatedReferences = mail({
  key: 'nadia-leak-from-karim',
  title: 'Her brother writes, chain half known',
  tags: ['thread', 'broken-thread', 'orphan', 'participant', 'property', 'complaint'],
  minute: 1826,
  from: karim,
  cc: [nadia],
  subject: 'Fwd: Re: Water is coming through the ceiling in flat 3B',
  inReplyTo: '<6F1B20C4-fwd@mail.example.net>',
  references: ['nadia-leak', 'nadia-leak-worse', '<6F1B20C4-fwd@mail.example.net>'],
  text: `I am Nadia's brother and an electrician. I have told her to switch off the main fuse, not only the kitchen. Nobody of yours
said so! Call me on +49 171 555 0188, I am on my way to her and can open the lamp.

Karim Haddad${gmailQuote('en', {
    from: nadia,
    subject: 'Water is coming through the ceiling in flat 3B',
    minute: 1822,
    text: 'Lamp just went out with a bang. Where is he??',
  })}`,
});

const oldChain = mail({
  key: 'oskar-very-old-chain',
  title: 'Answer after eleven months',
  tags: ['broken-thread', 'orphan', 'product', 'general'],
  minute: 1480,
  from: person('Oskar Lindgren', 'oskar@lindgrenbygg.example'),
  subject: 'Re: Re: SV: Offer for the archive module',
  inReplyTo: '<20251218-offer-4@contoso.example>',
  references: [
    '<20251216-offer-1@contoso.example>',
    '<20251217-offer-2@lindgrenbygg.example>',
    '<20251218-offer-4@contoso.example>',
  ],
  text: `Hi,

digging this out again. The budget came through after all. Is the price from last December still good, and could we start
in the second week of January?

Oskar`,
});

const newTopic = mail({
  key: 'grace-new-topic-old-thread',
  title: 'New topic under an old mail',
  tags: ['thread', 'broken-thread', 'property', 'technical'],
  minute: 1788,
  from: person('Grace Mbeki', 'grace.mbeki@example.com'),
  subject: 'Bike cellar lock',
  inReplyTo: 'grace-meter-serial',
  references: ['grace-meter', 'grace-meter-serial'],
  text: `Hello, something else: the lock of the bike cellar hangs by one screw since the weekend and two bikes are gone already. I
only clicked reply because I had your address there.

Grace`,
});

const twoCustomers = mail({
  key: 'reception-two-customers',
  title: 'A mail that answers two others',
  tags: ['broken-thread', 'colleague', 'property'],
  minute: 1650,
  from: reception,
  to: [support],
  subject: 'Re: calls from this morning',
  inReplyTo: 'piotr-heating-chase',
  references: ['piotr-heating', 'ingrid-lift', 'piotr-heating-chase'],
  text: `Two calls for you: Mr Zielinski (heating, very cross, wants a time) and the house manager of Harbour View (emergency phone in
the lift). I told both you would ring before three.

Reception`,
});

const gutter = mail({
  key: 'lucy-gutter',
  title: 'A mail that arrives after its own reply',
  tags: ['thread', 'property', 'technical'],
  minute: 1764,
  from: person('Lucy Abara', 'lucy.abara@example.com'),
  subject: 'Gutter hangs over the entrance',
  text: `Hi, the gutter above the entrance of Elm Street 14 has come off at one end and swings in the wind. I have put two bins under it so
that nobody walks there. Can it be fixed before tonight's storm?

Lucy`,
});

const gutterOvertakes = replyTo(gutter, {
  key: 'lucy-gutter-early',
  title: 'A reply that overtakes its parent',
  tags: ['broken-thread', 'overtakes', 'property', 'phone', 'terse'],
  minute: 1763,
  from: person('Lucy Abara', 'lucy.abara@example.com'),
  text: `It is down now. Nobody hurt.${phoneQuote('en', gutter)}`,
});

export const brokenThreads: SampleMail[] = [
  doorCode,
  doorCodeNoHeaders,
  doorCodeNewSubject,
  audit,
  auditColleague,
  neverSeen,
  truncatedReferences,
  oldChain,
  newTopic,
  twoCustomers,
  gutterOvertakes,
  gutter,
];
