import { gmailHtml, outlookHtml, outlookWebHtml } from './html-bodies.ts';
import { aoife, dana, margaret, owen, person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';
import { companySignature, htmlSignature } from './signatures.ts';

export const productMails: SampleMail[] = [
  mail({
    key: 'aoife-split-rent',
    title: 'Feature: split rent by bank holiday',
    tags: ['product', 'feature'],
    minute: 1797,
    from: aoife,
    subject: 'Feature request: split rent by bank holiday',
    text: `Hi folks,

an idea from the field. When a rent is due on a bank holiday our direct debits run on the next working day, but the module
books them on the holiday. So every Easter and Christmas the books and the bank differ for a few days and somebody mails me.

It would save our team about two days a year if the booking date could follow a holiday calendar per property. We have
properties in three regions with different holidays, so one calendar for all would not help.

Happy to test anything early.
Aoife${companySignature('Aoife Brennan', 'Finance operations', 'Rentwise', '+353 1 555 0144')}`,
  }),
  mail({
    key: 'margaret-cancel',
    title: 'Leaving after nine years',
    tags: ['product', 'complaint', 'account', 'billing'],
    minute: 145,
    from: margaret,
    subject: 'Notice of termination, account 20-1177',
    html: outlookHtml(
      `Dear Contoso,

after nine years we give notice for 31 December. It is not one big thing. Search takes ten seconds, the app logs me out while
I write, and the last three answers from your support were links to articles I had already named in my question.

Please confirm the date and tell me how we get our data out, including the attachments.`,
      { signature: htmlSignature('Margaret Oyelaran', 'Director', 'Tidewater Homes', '+44 151 555 0129') },
    ),
  }),
  mail({
    key: 'password-reset-missing',
    title: 'Reset mail never comes',
    tags: ['product', 'account', 'technical'],
    minute: 52,
    from: person('Priscilla Tan', 'priscilla@tanholdings.example'),
    subject: 'Password reset mail does not arrive',
    text: `Hello, I clicked "forgot password" five times since eight o'clock. Nothing in the inbox, nothing in junk. Our IT says no mail
from you was refused. My user is priscilla@tanholdings.example. I need to approve invoices before lunch.

Thanks
Priscilla`,
  }),
  mail({
    key: 'two-factor-new-phone',
    title: 'New phone, no second factor',
    tags: ['product', 'account', 'phone'],
    minute: 345,
    from: person('Theo Lamprecht', 'theo.lamprecht@example.com'),
    subject: 'new phone',
    text: `hi, dropped my phone in the harbour yesterday, new one has no authenticator codes and I can't find the paper with the backup
codes. how do I get back in? can prove who I am, send you a selfie with my passport whatever you need

theo

Sent from my iPhone`,
  }),
  mail({
    key: 'api-rate-limit',
    title: 'Question about the rate limit',
    tags: ['product', 'technical'],
    minute: 385,
    from: person('Ingmar Teles', 'dev@rentwise.example'),
    subject: '429 from /v2/units although below the limit',
    text: `Hi,

we get 429 on /v2/units with Retry-After: 1 although we send 4 requests a second and the documentation says 10. It started with
the release of last Wednesday. All requests come from one address behind NAT, but with three different keys.

Question: does the limit count per key or per address? If per address, could you whitelist 198.51.100.24?

    x-request-id: 0f6f-22b1  2026-11-23T13:12:44Z
    x-request-id: 0f6f-22c7  2026-11-23T13:12:45Z

Cheers
Ingmar`,
  }),
  mail({
    key: 'report-totals-wrong',
    title: 'Report totals do not add up',
    tags: ['product', 'technical', 'complaint'],
    minute: 430,
    from: person('Veronica Sandoval', 'vsandoval@monteverde.example'),
    subject: 'Arrears report shows wrong totals',
    html: gmailHtml(`Hi team,

the arrears report for October says 18,240.10 in total, but when I add up its lines I get 17,940.10. The difference is exactly
one rent, 300.00, and I think it is unit B-14 where the tenant changed in the middle of the month.

I have presented this number to our board. Now I look like a fool. Please tell me which figure is right and whether earlier
months are affected.

Veronica`),
  }),
  mail({
    key: 'slow-since-update',
    title: 'Everything slow since Sunday',
    tags: ['product', 'technical', 'complaint', 'frustrated'],
    minute: 66,
    from: person('Duncan Reid', 'duncan.reid@reidlettings.example'),
    subject: 'Slow. Again.',
    text: `Since the update on Sunday every page takes 15 to 20 seconds. We are six people, we sit here and look at a spinning circle. On
your status page everything is green. It is not.

Last time this took you eleven days. I am not going to wait eleven days. What exactly are you doing about it, and what will
you take off the November invoice?

Reid`,
  }),
  mail({
    key: 'dark-mode-wish',
    title: 'Wish: dark mode in the app',
    tags: ['product', 'feature', 'positive'],
    minute: 720,
    from: person('Ikram Lahlou', 'ikram.lahlou@example.org'),
    subject: 'Dark mode please 🙏',
    text: `Hello! Love the app, use it every day. One wish: I do my inspections early in the morning in dark cellars and the white screen
kills my eyes. A dark mode would make me very happy. Thanks for listening :)

Ikram`,
  }),
  mail({
    key: 'vat-number-change',
    title: 'New company name and VAT number',
    tags: ['product', 'account', 'billing'],
    minute: 1470,
    from: person('Accounts Payable', 'ap@cedarandstone.example'),
    subject: 'Change of company details from 1 December',
    html: outlookHtml(`Dear supplier,

Cedar Lettings Ltd becomes Cedar & Stone Ltd on 1 December. Our address stays, the VAT number changes to GB 000 1111 22.

Please make sure that all invoices dated from 1 December show the new name, otherwise we cannot pay them. A confirmation by
return is appreciated.

Accounts Payable`),
  }),
  mail({
    key: 'trial-extension',
    title: 'Could we try it two weeks longer?',
    tags: ['product', 'general', 'account'],
    minute: 1495,
    from: person('Zainab Musa', 'zainab@hearthside.example'),
    subject: 'Extending our trial',
    text: `Hi,

our trial ends on Friday, but the colleague who has to decide is ill. Could we have two more weeks? We like it so far, in
particular the meter module. Two things we still need to see are the export to our accounting and the rights for external
caretakers.

Many thanks
Zainab`,
  }),
  mail({
    key: 'gdpr-request',
    title: 'Asks for all stored data',
    tags: ['product', 'account', 'general'],
    minute: 1512,
    from: person('Leon Hartwig', 'leon.hartwig@example.net'),
    subject: 'Request for information under Art. 15 GDPR',
    text: `Dear Sir or Madam,

I was a tenant in a house that used your software until 2024. Please tell me which personal data about me you hold, where it
came from, to whom it was passed on and when it will be deleted. Please also send me a copy in a common format.

I expect your answer within one month. My former address was Mill Lane 3, flat 8.

Leon Hartwig`,
  }),
  mail({
    key: 'dana-seat-question',
    title: 'Dana has another question',
    tags: ['product', 'billing', 'general'],
    minute: 1690,
    from: dana,
    subject: 'Seats for freelancers?',
    html: outlookWebHtml(`Hi again,

unrelated to the double charge: we will have two freelancers in for six weeks. Do they need full seats or is there something
smaller? They only have to upload inspection photos.

Dana`),
  }),
  mail({
    key: 'owen-praise-docs',
    title: 'Praise for the API docs',
    tags: ['product', 'praise', 'positive'],
    minute: 480,
    from: owen,
    subject: 'Your webhook docs are good',
    text: `Just wanted to say: the page on signature checking is the first of its kind that I could copy and that worked. Whoever wrote it,
buy them a coffee.

Owen`,
  }),
  mail({
    key: 'mobile-app-crash',
    title: 'App closes when taking a photo',
    tags: ['product', 'technical'],
    minute: 1582,
    from: person('Sanna Koskela', 'sanna.koskela@example.com'),
    subject: 'App crashes on photo',
    text: `Steps: open an inspection, tap the camera, take a photo, tap "Use". The app closes. After reopening the inspection is empty, so
I lost 40 minutes of notes twice. Pixel 8, version 5.12.1, about 3 GB free.

It does not happen when I pick a photo from the gallery.

Sanna`,
  }),
  mail({
    key: 'sales-question',
    title: 'Wants an offer for 900 units',
    tags: ['product', 'general'],
    minute: 1604,
    from: person('Procurement, Stadtwerk Wohnen', 'einkauf@stadtwerk-wohnen.example'),
    subject: 'Offer for 900 units',
    text: `Good day,

we look after 900 units in two towns and are searching for software from spring on. Could you send us an offer with prices for
one and for three years, the cost of taking over our data and the names of two customers of our size?

We decide on 18 December.

Procurement
Stadtwerk Wohnen`,
  }),
];
