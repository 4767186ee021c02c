import { person } from './people.ts';
import { mail, type SampleMail } from './sample-mail.ts';

interface Story {
  head: string;
  lead: string;
}

/** Tables in tables, as newsletters are built. */
function newsletterHtml(brand: string, domain: string, stories: Story[], foot: string): string {
  const rows = stories
    .map(
      (story) =>
        '<tr><td style="padding:16px 24px;font-family:Arial,Helvetica,sans-serif"><h2 style="margin:0 0 6px;font-size:18px">' +
        `${story.head}</h2><p style="margin:0;font-size:14px;line-height:20px">${story.lead}</p>` +
        `<a href="https://click.${domain}/r/${encodeURIComponent(story.head)}" style="color:#0b6">Read on</a></td></tr>`,
    )
    .join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>@media(max-width:600px){.w{width:100%!important}}</style></head>
<body style="margin:0;background:#eef1f4"><div style="display:none;max-height:0;overflow:hidden">${stories[0]?.head ?? ''} &zwnj;&nbsp;&zwnj;&nbsp;</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table class="w" role="presentation" width="600" bgcolor="#ffffff"><tr><td style="padding:12px 24px;font:11px Arial"><a href="https://www.${domain}/view/4711">View in browser</a></td></tr>
<tr><td bgcolor="#12344d" style="padding:20px 24px;color:#fff;font:bold 22px Georgia">${brand}</td></tr>
${rows}
<tr><td style="padding:16px 24px;font:11px Arial;color:#888">${foot}<br><a href="https://www.${domain}/unsubscribe?u=8842">Unsubscribe</a> at any time</td></tr></table>
</td></tr></table><img src="https://open.${domain}/o.gif?u=8842" width="1" height="1" alt=""></body></html>`;
}

function listHeaders(domain: string, list: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<https://www.${domain}/unsubscribe?u=8842>, <mailto:unsubscribe@${domain}?subject=${list}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `${list} <${list}.${domain}>`,
    Precedence: 'bulk',
    'Return-Path': `bounce-8842@mail.${domain}`,
  };
}

export const bulkMail: SampleMail[] = [
  mail({
    key: 'proptech-weekly',
    title: 'Newsletter',
    tags: ['bulk', 'newsletter'],
    minute: 1625,
    from: person('PropTech Weekly', 'news@proptechweekly.example'),
    subject: 'Seven trends for landlords in 2027',
    html: newsletterHtml(
      'PropTech Weekly',
      'proptechweekly.example',
      [
        { head: 'Seven trends for landlords in 2027', lead: 'From talking boilers to leases in three sentences.' },
        {
          head: 'Heat pumps in old houses',
          lead: 'Three owners tell what it cost and what they would do differently.',
        },
        { head: 'Opinion: nobody reads the house rules', lead: 'And why that is the fault of the house rules.' },
      ],
      'You receive this because somebody at support@contoso.example signed up in 2023.',
    ),
    headers: listHeaders('proptechweekly.example', 'weekly'),
  }),
  mail({
    key: 'black-friday',
    title: 'Black Friday for office chairs',
    tags: ['bulk', 'newsletter', 'emoji'],
    minute: 1550,
    from: person('SitWell', 'offers@sitwell.example'),
    subject: '🔥 48 hours: 40 % off every chair 🪑',
    html: newsletterHtml(
      'SitWell',
      'sitwell.example',
      [
        { head: '40 % off every chair', lead: 'Code SIT40, until Wednesday midnight.' },
        { head: 'Your back will say thanks', lead: 'Our physiotherapist shows five exercises for the lunch break.' },
      ],
      'SitWell, 5 Example Road',
    ),
    headers: listHeaders('sitwell.example', 'offers'),
  }),
  mail({
    key: 'newsletter-german',
    title: 'Rundbrief des Verbands',
    tags: ['bulk', 'newsletter'],
    language: 'de',
    minute: 405,
    from: person('Verband der Hausverwalter', 'rundbrief@hausverwalter-verband.example'),
    subject: 'Rundbrief 11/2026: Neues zur Heizkostenverordnung',
    html: newsletterHtml(
      'Verband der Hausverwalter',
      'hausverwalter-verband.example',
      [
        { head: 'Heizkosten: Was sich ab Januar ändert', lead: 'Die drei wichtigsten Fristen auf einer Seite.' },
        { head: 'Mitgliederversammlung am 9. Dezember', lead: 'Anmeldung bis zum 2. Dezember.' },
      ],
      'Sie erhalten diesen Rundbrief als Mitglied.',
    ),
    headers: { ...listHeaders('hausverwalter-verband.example', 'rundbrief'), Precedence: 'list' },
  }),
  mail({
    key: 'mailing-list-digest',
    title: 'Digest of a mailing list',
    tags: ['bulk', 'mailing-list'],
    minute: 610,
    from: person('caretakers-request', 'caretakers-request@lists.example.org'),
    to: [person('caretakers', 'caretakers@lists.example.org')],
    subject: 'Caretakers Digest, Vol 41, Issue 12',
    text: `Today's topics:

   1. Re: best de-icer for wooden stairs (Anton)
   2. Second-hand snow blower (Bea)

----------------------------------------------------------------------

Message: 1
We use sand. Salt ate ours within two winters.

_______________________________________________
Caretakers mailing list
https://lists.example.org/listinfo/caretakers`,
    headers: {
      'List-Id': 'caretakers.lists.example.org',
      'List-Post': '<mailto:caretakers@lists.example.org>',
      'List-Unsubscribe': '<https://lists.example.org/options/caretakers>',
      Precedence: 'list',
      'X-Mailman-Version': '2.1.39',
    },
  }),
  mail({
    key: 'vendor-maintenance-notice',
    title: 'A vendor’s no-reply notice',
    tags: ['notification', 'no-reply', 'bulk'],
    minute: 300,
    from: person('CloudBarn Status', 'no-reply@cloudbarn.example'),
    subject: '[Scheduled] Maintenance of region north-2 on 28 November',
    text: `Scheduled maintenance

What: database upgrade, region north-2
When: 28 November 2026, 01:00 to 03:00 UTC
Impact: up to two minutes of errors

You cannot reply to this address. Manage notifications at https://cloudbarn.example/notify`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }),
  mail({
    key: 'vendor-invoice-no-reply',
    title: 'An invoice from a no-reply address',
    tags: ['notification', 'no-reply'],
    minute: 615,
    from: person('Paperline Billing', 'noreply-billing@paperline.example'),
    replyTo: [person('Paperline Accounts', 'accounts@paperline.example')],
    subject: 'Your Paperline invoice 88-2041 is ready',
    html: '<p>Hello,</p><p>your invoice <b>88-2041</b> over 37.90 is ready. It will be debited on 1 December.</p><p><a href="https://paperline.example/i/88-2041">Open the invoice</a></p>',
    headers: { 'Auto-Submitted': 'auto-generated' },
  }),
  mail({
    key: 'monitor-alert',
    title: 'An alert from monitoring',
    tags: ['notification', 'no-reply'],
    minute: 1806,
    from: person('Beacon Monitor', 'alerts@beacon.example'),
    subject: '[FIRING:3] webhook-egress error rate 97 %',
    text: 'webhook-egress\n  error rate 97 % for 60 min\n  started 2026-11-24T12:05:00Z\nSilence: https://beacon.example/s/91c',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Beacon-Fingerprint': '91c0aa', Precedence: 'bulk' },
  }),
  mail({
    key: 'parcel-tracking',
    title: 'A parcel is on its way',
    tags: ['notification', 'no-reply'],
    minute: 1465,
    from: person('Swift Parcel', 'do-not-reply@swiftparcel.example'),
    subject: 'Your parcel 00JD55 arrives today between 13:20 and 14:20',
    html: '<table width="100%"><tr><td><h1>Arriving today</h1><p>Your driver is <b>Stan</b>. He has 41 stops before you.</p></td></tr></table>',
    headers: { 'Auto-Submitted': 'auto-generated', 'Feedback-ID': 'track:swiftparcel' },
  }),
  mail({
    key: 'survey-cold-mail',
    title: 'A salesman who calls it a follow-up',
    tags: ['bulk', 'hard-to-tell'],
    minute: 1612,
    from: person('Chad from LeadRocket', 'chad@leadrocket.example'),
    subject: 'Re: quick question',
    text: `Hi there,

just floating this to the top of your inbox! Would you be open to a 15 minute chat about doubling your pipeline? I know how busy
support leaders are, so I will make it worth your time (there is a gift card in it).

Does Thursday 2 pm work?

Chad

P.S. Not interested? Reply "no thanks" and I stop.`,
    headers: { 'List-Unsubscribe': '<mailto:stop@leadrocket.example>' },
  }),
];
