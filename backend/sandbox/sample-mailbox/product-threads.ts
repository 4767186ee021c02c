import { textFile, zip } from './file-bytes.ts';
import { gmailHtml, outlookHtml, outlookWebHtml } from './html-bodies.ts';
import {
  brightlineBooks,
  dana,
  flowdeskData,
  hanna,
  jonas,
  kenji,
  mei,
  noor,
  owen,
  rafael,
  support,
} from './people.ts';
import { mail, replyTo, type SampleMail } from './sample-mail.ts';
import { companySignature, confidentialEnglish, htmlSignature } from './signatures.ts';
import { gmailQuote, outlookQuote, phoneQuote, thunderbirdQuote } from './text-quotes.ts';

const danaSignature = htmlSignature('Dana Whitfield', 'Office manager', 'Brightline Studios', '+44 20 5550 0117');

const twice = mail({
  key: 'dana-charged-twice',
  title: 'Charged twice for October',
  tags: ['thread', 'product', 'billing', 'outlook'],
  minute: 110,
  from: dana,
  subject: 'Charged twice for October, invoice INV-20931',
  html: outlookHtml(
    `Hello,

our card statement shows two charges of 348.00 from you for October, on the 2nd and on the 5th. We have one invoice only,
INV-20931, and we did not add any seats. Please tell me which of the two is wrong and refund it.`,
    { signature: danaSignature },
  ),
});

const twiceAnswer = replyTo(twice, {
  key: 'mei-charged-twice-answer',
  title: 'Mei answers about the double charge',
  tags: ['product', 'billing', 'colleague', 'outlook'],
  minute: 150,
  from: mei,
  to: [dana],
  cc: [support],
  html: outlookHtml(
    `Hello Dana,

I see both charges. The second looks like a retry of our payment provider after a time-out. I have asked them to confirm
and will come back to you tomorrow.

Mei`,
    { quote: twice },
  ),
});

const twiceNews = replyTo(twiceAnswer, {
  key: 'dana-any-news',
  title: 'Any news? The books close',
  tags: ['product', 'billing', 'complaint', 'outlook'],
  minute: 1829,
  from: dana,
  cc: [brightlineBooks],
  html: outlookHtml(
    `Any news? "Tomorrow" was this morning. Our bookkeeper Colin (in copy) closes the month on Thursday and needs either the
refund or a credit note he can book against.`,
    { signature: danaSignature, quote: twiceAnswer },
  ),
});

const twiceBooks = replyTo(twiceNews, {
  key: 'colin-credit-note',
  title: 'The bookkeeper from Cc adds a detail',
  tags: ['product', 'billing', 'participant', 'outlook'],
  minute: 1834,
  from: brightlineBooks,
  cc: [dana],
  text: `Afternoon,

for the credit note: it must carry our VAT number GB 000 0000 00 and the words "reverses charge of 5 October", otherwise I
have to send it back. PDF is fine.

Colin${outlookQuote('en', twiceNews)}`,
});

const webhooks = mail({
  key: 'owen-webhooks',
  title: 'Every webhook answers 502',
  tags: ['thread', 'product', 'technical', 'urgent', 'thunderbird'],
  minute: 1798,
  from: owen,
  subject: 'All webhooks failing with 502 since 13:05',
  text: `Hi,

every delivery to our endpoint has been refused since 13:05 UTC+1, your dashboard says "502 from target". Our load balancer
has no trace of a request from you after 13:04:51, so we think they never leave your side or die at your proxy.

  endpoint   https://hooks.kitewell.example/orders
  last good  evt_7f31c2 13:04:51
  first bad  evt_7f31c9 13:05:12
  failed     1,312 and counting

Orders pile up, nothing ships. Do you replay them later or do we have to pull?

-- 
Owen Park
Kitewell, platform`,
});

const webhooksMore = replyTo(webhooks, {
  key: 'owen-webhooks-cert',
  title: 'He found a hint himself',
  tags: ['product', 'technical', 'thunderbird', 'attachment'],
  minute: 1811,
  from: owen,
  text: `More data: the new certificate chain on your egress proxy lacks the intermediate, our side closes the handshake. We can
reproduce it from a box outside. Trace attached. That would explain "since 13:05" if you rotated certificates then.

Owen${thunderbirdQuote('en', webhooks)}`,
  attachments: [
    textFile(
      'handshake.log',
      'text/plain',
      '13:05:12.101 ClientHello\n13:05:12.118 Alert: unknown_ca\n13:05:12.119 close\n',
    ),
  ],
});

const bulkImport = mail({
  key: 'noor-import',
  title: 'Bulk import stops at row 5,000',
  tags: ['thread', 'product', 'technical', 'attachment'],
  minute: 1795,
  from: noor,
  subject: 'Bulk import stops at row 5,000',
  html: gmailHtml(`Hi support,

we are moving our units over from the old system and the bulk import will not go past row 5,000. The bar stays at 62 % for
an hour, then the page says "Something went wrong" with no further word. The file has 8,041 rows. We tried three times,
with Firefox and Chrome, and once with the rows in another order: it is always exactly 5,000 that arrive.

Is there a limit we missed? Our go-live is tomorrow morning, so a quick hint would save my week.

Thanks a lot
Noor Hassan
Flowdesk`),
  attachments: [textFile('units-first-rows.csv', 'text/csv', 'unit;floor;rent\nA-001;1;812,50\nA-002;1;790,00\n')],
});

const bulkImportColleague = replyTo(bulkImport, {
  key: 'ben-import-file',
  title: 'Her colleague sends the whole file',
  tags: ['product', 'technical', 'participant', 'attachment'],
  minute: 1813,
  from: flowdeskData,
  cc: [noor],
  text: `Jumping in for Noor, who is in a workshop.

Attached is the full file, zipped, with the rents removed. I can split it into two halves by hand, but then the parent units
in the second half point to nothing. If you can lift the limit for our tenant for one day that would do.

Ben${gmailQuote('en', bulkImport)}`,
  attachments: [zip('units-full.zip', 'units-full.csv', 'unit;floor\nA-001;1\nA-002;1\n')],
});

const bulkImportThanks = replyTo(bulkImportColleague, {
  key: 'noor-import-thanks',
  title: 'Thank you, it works',
  tags: ['product', 'praise', 'positive', 'phone', 'terse'],
  minute: 1835,
  from: noor,
  text: `Whatever you did, 8,041 of 8,041. Thank you so much!!${phoneQuote('en', bulkImportColleague)}`,
});

const exporting = mail({
  key: 'hanna-umlauts',
  title: 'Umlauts break in the export',
  tags: ['thread', 'product', 'technical', 'outlook'],
  minute: 320,
  from: hanna,
  subject: 'Unit export drops umlauts in the CSV',
  html: outlookHtml(
    `Hello,

when we export units as CSV and open the file by double click, Müller turns into MÃ¼ller and Åkesson into Ã…kesson. In the
web page the names are right. Our tax adviser imports the file monthly and it fails there as well.

Could the export carry a byte order mark, or could we choose the encoding?`,
    { signature: htmlSignature('Hanna Lindqvist', 'Systems', 'Nordhus Fastigheter', '+46 8 555 010 20') },
  ),
});

const exportingAgain = replyTo(exporting, {
  key: 'hanna-umlauts-version',
  title: 'Version numbers as asked',
  tags: ['product', 'technical', 'outlook'],
  minute: 1500,
  from: hanna,
  html: outlookHtml(
    `Here is what you asked for: Excel version 2408, Windows 11, German regional settings with semicolon. The import at the tax
adviser expects Windows-1252.

I am away from tomorrow until 1 December, my colleague Johan can test in the meantime.`,
    { quote: exporting },
  ),
});

const login = mail({
  key: 'rafael-login-loop',
  title: 'Login loop, in Jonas’s own inbox',
  tags: ['thread', 'product', 'technical', 'account', 'attachment', 'other-mailbox'],
  minute: 1796,
  from: rafael,
  to: [jonas],
  mailboxes: ['jonas.weber@contoso.example'],
  subject: 'Login loop after we changed our domain',
  html: outlookWebHtml(`Hello Jonas,

at noon we moved from nimbus.example to nimbusledger.example. Since then single sign-on sends every user straight back to
the sign-in page, with the code AADSTS50011 in the address bar. That is all of us, about 40 people, and payroll is due.

I recorded the browser traffic, it is in the zip. Call me if that is quicker: +351 21 555 0190.

Rafael`),
  attachments: [zip('har-log.zip', 'login.har', '{"log":{"version":"1.2","entries":[]}}')],
});

const loginToSupport = replyTo(login, {
  key: 'rafael-login-support',
  title: 'The same loop, now to support',
  tags: ['product', 'technical', 'account', 'urgent'],
  minute: 1830,
  from: rafael,
  to: [support],
  cc: [jonas],
  html: outlookWebHtml(
    `Jonas seems to be away from his desk, so I am adding the support address. Nothing changed on our side since my mail below:
40 people locked out.

Rafael`,
    { quote: login },
  ),
});

const seats = mail({
  key: 'kenji-seats',
  title: 'Three more seats, yearly',
  tags: ['thread', 'product', 'billing', 'account'],
  minute: 1530,
  from: kenji,
  subject: 'Add three seats and move to yearly billing',
  text: `Dear Contoso team,

I hope this message finds you well. We would be grateful if you could add three seats to the account of Softlane and change
the billing from monthly to yearly, starting on 1 December.

Would it be possible to receive a pro forma invoice beforehand? Our accounting department kindly asks that it be addressed
to the Osaka office, not to Tokyo.

Thank you very much for your continued support.

With best regards,
Kenji Watanabe${companySignature('Kenji Watanabe', 'General Affairs', 'Softlane K.K.', '+81 6 5550 0144')}${confidentialEnglish}`,
});

const seatsMore = replyTo(seats, {
  key: 'kenji-seats-four',
  title: 'Make it four seats',
  tags: ['product', 'billing', 'account'],
  minute: 1545,
  from: kenji,
  text: `Dear Contoso team,

I apologise sincerely for the second message. My manager has just decided on four seats instead of three. If the pro forma
was already prepared, please kindly disregard it.

Kenji Watanabe${gmailQuote('en', seats)}`,
});

export const productThreads: SampleMail[] = [
  twice,
  twiceAnswer,
  twiceNews,
  twiceBooks,
  webhooks,
  webhooksMore,
  bulkImport,
  bulkImportColleague,
  bulkImportThanks,
  exporting,
  exportingAgain,
  login,
  loginToSupport,
  seats,
  seatsMore,
];
