import assert from 'node:assert/strict';
import { foreignTickets } from '../../../../backend/domain/mail/foreign-ticket.ts';
import { forwardedWriter } from '../../../../backend/domain/mail/forwarded-writer.ts';
import { isOurs, plusNumbers } from '../../../../backend/domain/mail/our-addresses.ts';
import { plainBody } from '../../../../backend/domain/mail/plain-body.ts';

describe('The number of another ticket system', () => {
  const subjects: [string, string[]][] = [
    ['INC0012345 has been updated', ['INC0012345']],
    ['[JIRA] (VPN-17) Tunnel drops', ['VPN-17']],
    ['RE: Ticket #48213: printer', ['#48213']],
    ['Ihre Anfrage Nr. 200145', ['#200145']],
    ['[#9917] Re: printer', ['#9917']],
    ['CAS-01234-X1Y2Z3 Lift', ['CAS-01234-X1Y2Z3']],
    ['[HC-1042] VPN', []],
    ['UTF-8 in the ISO-9001 report', []],
    ['Invoice 2026-05', []],
    ['Meeting at 10', []],
  ];
  for (const [subject, tickets] of subjects) {
    it(`${subject}: ${tickets.join(' ') || 'none'}`, () => assert.deepEqual(foreignTickets(subject), tickets));
  }
});

describe('An address of ours', () => {
  const mailboxes = ['support@contoso.example'];
  const to = (email: string) => ({ to: [{ email, name: '' }], cc: [] });

  it('is one whatever stands behind a plus sign', () => {
    assert.equal(isOurs('Support+x@Contoso.example', mailboxes), true);
    assert.equal(isOurs('support@other.example', mailboxes), false);
  });

  it('may name a case', () => {
    assert.deepEqual(plusNumbers(to('support+hc-1042@contoso.example'), mailboxes), ['HC-1042']);
    for (const email of ['support+conv-1@contoso.example', 'x+hc-1042@contoso.example', 'support+hc-1042@x.example']) {
      assert.deepEqual(plusNumbers(to(email), mailboxes), [], email);
    }
  });
});

describe('Who wrote a mail that is passed on', () => {
  const blocks: [string, string][] = [
    ['From: Dora <dora@nine.example>\nSent: Monday\nTo: agent\nSubject: Broken', 'dora@nine.example'],
    ['Von: Dora [mailto:dora@nine.example]\nGesendet: Montag\nAn: agent\nBetreff: Kaputt', 'dora@nine.example'],
    ['De : Dora <dora@nine.example>\nEnvoyé : lundi\nÀ : agent\nObjet : Cassé', 'dora@nine.example'],
    [
      '---------- Forwarded message ---------\nFrom: Dora\n <dora@nine.example>\nDate: Mon\nSubject: Broken',
      'dora@nine.example',
    ],
    ['Da: Dora <dora@nine.example>\nInviato: lunedì\nA: agente\nOggetto: Rotto', 'dora@nine.example'],
    ['> Van: Dora <dora@nine.example>\n> Verzonden: maandag\n> Aan: agent\n> Onderwerp: Kapot', 'dora@nine.example'],
  ];
  for (const [block, email] of blocks) {
    it(`is read from ${JSON.stringify(block.slice(0, 30))}`, () => {
      assert.equal(forwardedWriter({ body: { type: 'text', content: `FYI\n\n${block}\n\nText` } })?.email, email);
    });
  }

  it('is read from the HTML of Outlook with the name', () => {
    const content =
      '<p>Please see below.</p><div><p><b>From:</b> Dora Nine &lt;Dora@nine.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> agent<br><b>Subject:</b> Broken</p></div>';
    assert.deepEqual(forwardedWriter({ body: { type: 'html', content } }), {
      email: 'dora@nine.example',
      name: 'Dora Nine',
    });
  });

  it('is nobody where no block of headers stands', () => {
    assert.equal(
      forwardedWriter({ body: { type: 'text', content: 'From: the warehouse\nThanks, dora@x.example' } }),
      null,
    );
  });
});

describe('The words of a body', () => {
  it('are those of its HTML without head, styles and tags', () => {
    const content = '<html><head><style>p{}</style></head><body><p>One &amp; two<br>three</p>a &lt;b&gt;</body></html>';
    assert.equal(plainBody({ type: 'html', content }).trim(), 'One & two\nthree\na <b>');
  });

  it('are found in no time however the HTML is made', () => {
    const started = performance.now();
    for (const content of [
      '<'.repeat(200_000),
      '<style>'.repeat(28_000),
      '<p '.repeat(66_000),
      '&lt;'.repeat(50_000),
    ]) {
      plainBody({ type: 'html', content });
    }
    assert.ok(performance.now() - started < 1_000);
  });
});
