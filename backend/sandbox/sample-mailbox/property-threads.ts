import { picture } from './file-bytes.ts';
import { appleHtml, gmailHtml, outlookHtml } from './html-bodies.ts';
import { claire, elmOwners, grace, ingrid, jonas, leila, marek, nadia, piotr, rohr, support } from './people.ts';
import { mail, replyTo, type SampleMail } from './sample-mail.ts';
import { companySignature, confidentialFrench, htmlSignature } from './signatures.ts';
import { gmailQuote, outlookQuote, phoneQuote } from './text-quotes.ts';

const leak = mail({
  key: 'nadia-leak',
  title: 'Drip over the kitchen lamp',
  tags: ['thread', 'property', 'technical', 'attachment', 'gmail'],
  minute: 528,
  from: nadia,
  cc: [elmOwners],
  subject: 'Water is coming through the ceiling in flat 3B',
  html: gmailHtml(`Hello,

I live at Elm Street 14, flat 3B. Since about three o'clock there is a wet patch on the kitchen ceiling, roughly
the size of a dinner plate, right next to the lamp. When the people above us have a shower it starts to drip into
the sink. I have put a pot under it and taken two pictures, see below.

Could you send somebody today? I am at home all evening, the bell says Haddad / Moreau.

Thank you
Nadia Haddad`),
  attachments: [picture('ceiling-1540.png', [170, 150, 120]), picture('kitchen-lamp.png', [90, 90, 80])],
});

const leakAnswer = replyTo(leak, {
  key: 'jonas-leak-answer',
  title: 'Jonas answers from his own Outlook',
  tags: ['property', 'colleague', 'outlook'],
  minute: 545,
  from: jonas,
  to: [nadia],
  cc: [support, elmOwners],
  html: outlookHtml(
    `Dear Ms Haddad,

thank you for the pictures. Please switch off the fuse marked "kitchen" and leave the pot where it is. The plumbers of
Rohr & Söhne open the shaft tomorrow before noon and text you half an hour ahead.`,
    { signature: htmlSignature('Jonas Weber', 'Property team', 'Contoso', '+49 30 5550 1140'), quote: leak },
  ),
});

const leakWorse = replyTo(leakAnswer, {
  key: 'nadia-leak-worse',
  title: 'Furious leak',
  tags: ['property', 'technical', 'complaint', 'frustrated', 'gmail', 'attachment', 'urgent'],
  minute: 1806,
  from: nadia,
  cc: [elmOwners],
  html: gmailHtml(
    `This is getting WORSE, not better!!

The plaster is hanging down like a bag and the water now runs along the cable of the lamp. Your plumber came at
half past ten, looked at the flat above, said "not my job" and LEFT. Nobody has called me since. I have a seven
month old baby in this flat and I am standing here with towels.

Who is coming, and at what time? I want a name and a phone number, not another "we will look into it". If I hear
nothing within the hour I call the fire brigade and send you the bill.

Nadia Haddad, Elm Street 14, 3B`,
    { quote: leakAnswer },
  ),
  attachments: [picture('ceiling-1406.png', [120, 100, 80]), picture('lamp.png', [60, 60, 60])],
});

const leakPlumber = replyTo(leakAnswer, {
  key: 'rohr-leak-report',
  title: 'The plumber reports back',
  tags: ['property', 'vendor', 'outlook'],
  minute: 1660,
  from: rohr,
  to: [jonas],
  cc: [support],
  subject: 'AW: Water is coming through the ceiling in flat 3B',
  text: `Hello Mr Weber,

our man was on site 10:30. The leak is not in the shaft but behind the shower wall of 4B, tenant let him in for five
minutes only and had to leave. Stack valve sits inside 4B as well. We need access for about two hours and a second
man. Earliest today 15:30 if somebody can get us a key.

Regards
Disposition, Rohr & Söhne Sanitär${outlookQuote('de', leakAnswer)}`,
});

const leakPhone = replyTo(leakWorse, {
  key: 'nadia-leak-phone',
  title: 'One line from the wet kitchen',
  tags: ['property', 'phone', 'terse', 'urgent'],
  minute: 1822,
  from: nadia,
  text: `Lamp just went out with a bang. Where is he??${phoneQuote('en', leakWorse)}`,
});

const heating = mail({
  key: 'piotr-heating',
  title: 'No heating in four flats',
  tags: ['thread', 'property', 'technical', 'complaint', 'outlook', 'urgent'],
  minute: 75,
  from: piotr,
  subject: 'No heating in four flats, Linden Court 9',
  html: outlookHtml(
    `Good morning,

since Saturday evening flats 2, 5, 6 and 8 in Linden Court 9 have no heating and only lukewarm water. The boiler in the
basement shows E4 and a red lamp. I pressed reset twice as the sheet on the wall says, it runs for ten minutes and stops.

In flat 5 lives Mrs Kaminski, she is 84. Please treat this with priority.`,
    { signature: htmlSignature('Piotr Zielinski', 'Caretaker', 'Linden Court residents', '+49 30 5550 2231') },
  ),
});

const heatingChase = replyTo(heating, {
  key: 'piotr-heating-chase',
  title: 'The caretaker asks again',
  tags: ['property', 'complaint', 'outlook'],
  minute: 270,
  from: piotr,
  html: outlookHtml(
    `Hello again,

it is noon and I have had neither a call nor an engineer. Eleven degrees in flat 5 by my own thermometer. What do I tell
people?

Piotr Zielinski`,
    { quote: heating },
  ),
});

const heatingResident = replyTo(heatingChase, {
  key: 'kaminski-heating',
  title: 'A resident joins from Cc',
  tags: ['property', 'complaint', 'participant'],
  minute: 1520,
  from: { name: 'Barbara Kaminski', address: 'b.kaminski@example.org' },
  cc: [piotr],
  text: `Dear Sirs,

Mr Zielinski was so kind as to give me your address. I am in flat 5. I slept in my coat. The young man who came yesterday
evening changed a small part and since then the radiators make a knocking noise but they are still cold.

I do not wish to make trouble, but at my age this cannot go on for a third night. Could you at least bring an electric
heater?

With kind regards
Barbara Kaminski${gmailQuote('en', heatingChase)}`,
});

const lift = mail({
  key: 'ingrid-lift',
  title: 'Lift stuck between floors',
  tags: ['thread', 'property', 'technical', 'outlook'],
  minute: 1640,
  from: ingrid,
  subject: 'Lift stuck between floors 2 and 3',
  text: `Hi team,

the left lift at Harbour View stopped between 2 and 3 about ten minutes ago. I checked through the gap: nobody inside.
The emergency phone in the cabin rings but no one answers at the other end, which worries me more than the lift.

The right lift works.${companySignature('Ingrid Solberg', 'House manager', 'Harbour View', '+47 555 01 300')}`,
});

const liftUpdate = replyTo(lift, {
  key: 'ingrid-lift-update',
  title: 'Lift moves again, phone does not',
  tags: ['property', 'technical', 'outlook'],
  minute: 1815,
  from: ingrid,
  cc: [marek],
  text: `Short update: the engineer freed the cabin, it runs again. The emergency line is still dead, he says that is the
telephone contract and not his company. We may not run a lift without it, so I have switched it off again. Who holds
that contract, you or us?

Ingrid${outlookQuote('en', lift)}`,
});

const mould = mail({
  key: 'leila-mould',
  title: 'Mould behind the cabinet',
  tags: ['thread', 'property', 'technical', 'apple'],
  minute: 190,
  from: leila,
  subject: 'Mould behind the bathroom cabinet',
  html: appleHtml(`Dear support,

when I moved the bathroom cabinet this weekend I found black spots over about half a square metre of the wall. The wall
feels cold and a bit soft. I air the room twice a day, so I don't think it is that.

My son has asthma. Could somebody have a look in the next days? Afternoons are best.

Best wishes
Leila Rahimi, Linden Court 4`),
});

const mouldThanks = replyTo(mould, {
  key: 'leila-mould-photos',
  title: 'Photos promised, then sent',
  tags: ['property', 'apple', 'attachment', 'positive'],
  minute: 700,
  from: leila,
  html: appleHtml(
    `Sorry for the delay, here are the photos. The ruler in the second one is 30 cm.

Thank you for being so kind about it.
Leila`,
    { quote: mould },
  ),
  attachments: [picture('wall-left.png', [80, 90, 70]), picture('wall-ruler.png', [100, 110, 90])],
});

const wrongTenant = mail({
  key: 'claire-wrong-tenant',
  title: 'Eviction notice to the wrong tenant',
  tags: ['thread', 'property', 'complaint', 'frustrated', 'account', 'outlook'],
  minute: 1560,
  from: claire,
  subject: 'Wrong tenant received our eviction notice',
  html: outlookHtml(`Madam, Sir,

this morning the tenant of 2 right called me in tears: she had found in her letter box, on your letterhead, the notice of
eviction meant for 2 left. It names the other family, the rent they owe and the court date.

I consider this a serious breach of confidence. I expect, today, a written explanation of how the two flats were mixed
up, an apology to both households, and confirmation that your data protection officer has been told.

Claire Dubois
Chair of the owners, Quai 21${confidentialFrench}`),
});

const wrongTenantMore = replyTo(wrongTenant, {
  key: 'claire-wrong-tenant-legal',
  title: 'The owners bring a lawyer',
  tags: ['property', 'complaint', 'frustrated', 'participant', 'outlook'],
  minute: 1820,
  from: { name: 'Maître Hugo Lambert', address: 'h.lambert@lambert-avocats.example' },
  cc: [claire],
  html: outlookHtml(
    `Dear colleagues,

I act for the owners of Quai 21. Mrs Dubois has passed your file to me. Kindly answer her message of this morning in
writing by tomorrow, 12:00, and address your answer to both of us. Until then my clients reserve all rights.

Hugo Lambert`,
    { quote: wrongTenant },
  ),
});

const meter = mail({
  key: 'grace-meter',
  title: 'Meter reading one digit off',
  tags: ['thread', 'property', 'billing', 'attachment'],
  minute: 1470,
  from: grace,
  subject: 'Meter reading for flat 12 is off by a digit',
  text: `Hi there,

your statement says my water meter stood at 41837 at the end of October. It stood at 4183.7, the last digit is the red
one behind the comma. Photo attached. By your figure I would have used a swimming pool a week, I only have a cactus.

Please correct it before the yearly bill goes out.

Grace Mbeki, Elm Street 14, flat 12`,
  attachments: [picture('meter-flat12.png', [200, 60, 60])],
});

const meterSecond = replyTo(meter, {
  key: 'grace-meter-serial',
  title: 'The number of the meter, too',
  tags: ['property', 'billing', 'phone', 'terse'],
  minute: 1490,
  from: grace,
  text: `Forgot: serial no. of the meter is 7731-0094${phoneQuote('en', meter)}`,
});

export const propertyThreads: SampleMail[] = [
  leak,
  leakAnswer,
  leakPlumber,
  leakWorse,
  leakPhone,
  heating,
  heatingChase,
  heatingResident,
  lift,
  liftUpdate,
  mould,
  mouldThanks,
  wrongTenant,
  wrongTenantMore,
  meter,
  meterSecond,
];
