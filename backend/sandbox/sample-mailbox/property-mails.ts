import { gmailHtml, outlookHtml } from './html-bodies.ts';
import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';
import { companySignature, confidentialEnglish, externalBanner, htmlSignature } from './signatures.ts';

export const propertyMails: SampleMail[] = [
  mail({
    key: 'gas-smell-calm',
    title: 'Calm words, smell of gas',
    tags: ['property', 'technical', 'urgent', 'calm-danger'],
    minute: 1818,
    from: person('Edith Marlowe', 'edith.marlowe@example.org'),
    subject: 'A small question when you have time',
    text: `Good afternoon,

I hope you don't mind my writing. For two days there has been a faint smell in our hallway, a little like rotten eggs, a bit
stronger near the meter cupboard. My husband says it is the drains but he has a cold. The cooker has also been slow to light.

It is probably nothing and there is no hurry, I know you are busy. I only thought somebody might look at it when they are in
the building anyway. I get a slight headache in the evenings but that may be the weather.

Kind regards
Edith Marlowe, Canal Row 7, ground floor`,
  }),
  mail({
    key: 'shouting-trivial',
    title: 'Shouting about a doormat',
    tags: ['property', 'general', 'complaint', 'frustrated', 'shouting-trivial'],
    minute: 340,
    from: person('Gordon Pratt', 'gordon.pratt@example.net'),
    subject: 'UNBELIEVABLE!!! THIRD TIME!!!',
    importance: 'high',
    text: `THE CLEANERS HAVE PUT MY DOORMAT BACK THE WRONG WAY ROUND. AGAIN!!!

THE WORD "WELCOME" MUST BE READ BY THE PERSON WHO COMES IN, NOT BY ME WHEN I LEAVE. I HAVE WRITTEN THIS ON A NOTE. I HAVE TOLD
THEM. DOES NOBODY IN YOUR COMPANY READ????

I EXPECT A CALL FROM THE MANAGING DIRECTOR TODAY.

G. PRATT, FLAT 9`,
  }),
  mail({
    key: 'wasps-balcony',
    title: 'Wasps in the shutter box',
    tags: ['property', 'technical'],
    minute: 40,
    from: person('Lucy Abara', 'lucy.abara@example.com'),
    subject: 'Wasps in the shutter box',
    html: gmailHtml(`Hi,

yes, in November. There is a nest in the shutter box above our balcony door and on mild days they come into the bedroom
through the strap. My partner is allergic. We have taped the slot for now.

Do you send somebody or may I ask a pest controller myself and pass you the bill?

Lucy`),
  }),
  mail({
    key: 'rent-increase-question',
    title: 'Asks how the rent was worked out',
    tags: ['property', 'billing'],
    minute: 130,
    from: person('Henrik Falk', 'henrik.falk@example.com'),
    subject: 'Rent increase letter of 16 November',
    text: `Hello,

thank you for your letter about the new rent. I would like to understand it before I sign. It names an index of 2.9 % but the
difference between the two sums is 4.1 %. Is there a part for the new windows in it? If so I could not find the calculation
that the letter says is enclosed.

Could you send me that page? I will answer within the period either way.

Regards
Henrik Falk`,
  }),
  mail({
    key: 'deposit-return',
    title: 'Deposit not returned',
    tags: ['property', 'billing', 'complaint'],
    minute: 205,
    from: person('Amara Sesay', 'amara.sesay@example.net'),
    subject: 'Deposit, flat 21, moved out in April',
    html: outlookHtml(`To whom it may concern,

I handed over flat 21, Mill Lane 3, on 30 April. The protocol says "no defects". It is now almost seven months later and I
have received neither the deposit of 1,950.00 nor a statement why it is kept.

I have called four times. Each time somebody promises to "look into it". I now ask for payment to the account you have on
file by 4 December. I have joined the tenants' association and will let them take it from there.

Amara Sesay`),
  }),
  mail({
    key: 'owners-meeting-minutes',
    title: 'Minutes need a correction',
    tags: ['property', 'general', 'outlook'],
    minute: 285,
    from: person('Dr. Philippa Grant', 'p.grant@example.org'),
    subject: 'Minutes of the owners’ meeting, item 7',
    html: outlookHtml(
      `Dear colleagues,

in item 7 of the minutes the vote on the roof is given as 412 to 388 thousandths. I counted along and noted 421 to 379. The
result is the same, but the figure decides whether the majority was a qualified one.

Would you check the slips before the minutes are signed?`,
      { signature: htmlSignature('Dr. Philippa Grant', 'Owner, unit 16', 'Harbour View', '+44 131 555 0162') },
    ),
  }),
  mail({
    key: 'noise-neighbour',
    title: 'Drum kit above',
    tags: ['property', 'complaint', 'general'],
    minute: 620,
    from: person('Jasper Olin', 'jasper.olin@example.com'),
    subject: 'Noise from flat 4C',
    text: `Hello,

the new people in 4C have a drum kit. An acoustic one. They practise from nine until half past eleven at night, four days a
week. I have been up there twice and was friendly; they say "it's within the rules".

What are the rules? And can you tell them? I get up at 4:30 to drive a bus and I am so tired that I am afraid of making
mistakes.

Jasper Olin, 3C`,
  }),
  mail({
    key: 'key-lost',
    title: 'Lost the only key',
    tags: ['property', 'account', 'phone', 'terse'],
    minute: 655,
    from: person('Tess Okoro', 'tess.okoro@example.net'),
    subject: 'locked out',
    text: `lost my key on the tram, standing outside elm st 14. is there a caretaker w a spare?? number on the board doesnt answer

Sent from my iPhone`,
  }),
  mail({
    key: 'subletting-permission',
    title: 'May I sublet one room?',
    tags: ['property', 'general'],
    minute: 700,
    from: person('Matteo Ricci-Bell', 'matteo.rb@example.org'),
    subject: 'Permission to sublet one room',
    text: `Dear Contoso team,

from February to July I will be in Lisbon for work and would like to sublet one of my two rooms to a colleague. Her name is
Johanna Silber, she works for the same institute, and the rent I would ask covers half of mine, nothing more.

Which papers do you need from me? I have drafted a contract and can send it.

Kind regards
Matteo Ricci-Bell, Linden Court 4, flat 11`,
  }),
  mail({
    key: 'praise-caretaker',
    title: 'Praise for the caretaker',
    tags: ['property', 'praise', 'positive', 'general'],
    minute: 175,
    from: person('Rosalind Achebe', 'rosalind.achebe@example.com'),
    subject: 'A word of thanks',
    text: `Good morning,

people only ever write to you when something is broken, so here is a letter of the other kind. On Friday evening my mother
slipped on the stairs. Your caretaker Mr Zielinski carried her bags up, made tea and waited with her until I came, an hour
after the end of his shift.

Please see that he hears this from his boss as well. He would not even take a piece of cake.

Warm regards
Rosalind Achebe`,
  }),
  mail({
    key: 'insurance-request',
    title: 'The insurer wants papers',
    tags: ['property', 'general', 'disclaimer', 'outlook'],
    minute: 400,
    from: person('Claims Desk, Anchor Mutual', 'claims@anchormutual.example'),
    subject: 'Claim AM-5519-26: documents needed',
    html: outlookHtml(
      `Dear Sir or Madam,

we have been told of water damage at Elm Street 14 on 12 October. To settle the claim we still need the plumber's report, two
pictures of the damaged pipe and the invoice for drying.

Please quote our reference in your answer.

Yours faithfully
Martin Osei, claims handler${confidentialEnglish}`,
      { after: externalBanner },
    ),
  }),
  mail({
    key: 'balcony-railing-loose',
    title: 'Loose railing, children’s flat',
    tags: ['property', 'technical', 'calm-danger'],
    minute: 1460,
    from: person('Yolanda Brandão', 'yolanda.b@example.com'),
    subject: 'Balcony railing',
    text: `Hello, the railing of our balcony on the fifth floor moves outwards by about a hand when you lean on it. Two of the four
bolts on the left are missing. We keep the door shut because of the children. Could you put it on the list?

Yolanda Brandão, Quai 21, 5 left`,
  }),
  mail({
    key: 'smart-meter-appointment',
    title: 'Cannot be at home that day',
    tags: ['property', 'general'],
    minute: 1610,
    from: person('Nils Arvidsson', 'nils.arvidsson@example.org'),
    subject: 'Appointment on 2 December',
    text: `Hi, the notice in the hallway says that the meters are changed on 2 December between 8 and 16. I cannot take a whole day off. Is
there a narrower window, or may I leave the key with the bakery downstairs as last time?

Thanks, Nils (third floor, right)`,
  }),
  mail({
    key: 'parcel-room',
    title: 'Parcel room full of boxes',
    tags: ['property', 'general', 'feature'],
    minute: 1632,
    from: person('Harbour View Tenants’ Circle', 'circle@harbourview.example'),
    subject: 'Idea for the parcel room',
    text: `Dear all,

the parcel room at Harbour View is so full in December that the fire door no longer opens. We would suggest shelves with a
number for each flat and a rule that boxes go after five days. Two of us would even put the shelves together, if you buy them.

What do you think?${companySignature('Ulla and Ravi', 'for the tenants’ circle', 'Harbour View', '+47 555 01 311')}`,
  }),
];
