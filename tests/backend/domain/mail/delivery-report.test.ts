import assert from 'node:assert/strict';
import { toIncomingMail } from '../../../../backend/adapters/graph/graph-message.ts';
import { deliveryReport } from '../../../../backend/domain/mail/delivery-report.ts';
import { describeWithShared, sharedLines } from '../../../support/shared.ts';
import { aMail, type GraphMessage } from './graph-mail.ts';

function report(content: string, parts: string[] = [], type: 'text' | 'html' = 'text') {
  return deliveryReport(aMail({ body: { type, content }, subject: 'Undeliverable' }), 'bounce', parts);
}

describe('A delivery report', () => {
  it('tells each address, what became of it, and which mail it is about', () => {
    const found = report(
      [
        'Reporting-MTA: dns; mx.one.example',
        '',
        'Original-Recipient: rfc822; Ann@One.example',
        'Final-Recipient: rfc822; ann@inner.one.example',
        'Action: failed',
        'Status: 5.1.1 (bad destination)',
        '',
        'Final-Recipient: rfc822;ben@one.example',
        'Action: delayed',
        'Status: 4.4.7',
      ].join('\n'),
      ['Message-ID:\r\n <abc@support.example>\r\nX-HandyConnect-Case: HC-1042\r\nSubject: Re: VPN\r\n\r\nText'],
    );
    assert.deepEqual(found.recipients, [
      { email: 'ann@one.example', outcome: 'failed', status: '5.1.1' },
      { email: 'ben@one.example', outcome: 'delayed', status: '4.4.7' },
    ]);
    assert.deepEqual(found.originalIds, ['<abc@support.example>']);
    assert.deepEqual(found.caseNumbers, ['HC-1042']);
  });

  it('is understood in a mail server’s own words, in HTML as well', () => {
    const failed = [{ email: 'ben@one.example', outcome: 'failed', status: null }];
    assert.deepEqual(report('Sorry.\n\n<ben@one.example>:\nNo such user here.').recipients, failed);
    assert.deepEqual(report('<p>Sorry.</p><b>ben@one.example</b><br>No such user.', [], 'html').recipients, failed);
    assert.deepEqual(report('Could not deliver.', ['To: Ben <ben@one.example>\nSubject: VPN']).recipients, failed);
  });

  it('of abuse says who complained', () => {
    const mail = aMail({
      body: { type: 'text', content: 'Feedback-Type: abuse\nOriginal-Rcpt-To: <ann@one.example>' },
    });
    const { recipients } = deliveryReport(mail, 'feedback_report', []);
    assert.deepEqual(recipients, [{ email: 'ann@one.example', outcome: 'complained', status: null }]);
  });

  it('never takes its own id for the one it reports on', () => {
    assert.deepEqual(report('Message-ID: <m1@one.example>').originalIds, []);
  });

  it('is read in no time however it is made', () => {
    const started = performance.now();
    for (const hostile of ['a@'.repeat(50_000), 'x'.repeat(100_000), 'To: a\n'.repeat(17_000), ' \n'.repeat(50_000)]) {
      report(hostile, [hostile]);
    }
    assert.ok(performance.now() - started < 1_000);
  });
});

describeWithShared('Delivery reports of many mail servers', () => {
  interface Row {
    file: string;
    expect: { is_bounce?: boolean };
    message: GraphMessage;
  }

  it('name whom they could not reach', () => {
    const bounces = sharedLines<Row>('mail/corpus.jsonl.gz').filter((row) => row.expect.is_bounce);
    const silent = bounces.filter(({ message }) => {
      const mail = toIncomingMail('support@acme.test', message);
      const parts = mail.attachments.flatMap(({ bytes }) => (bytes ? [new TextDecoder().decode(bytes)] : []));
      return deliveryReport(mail, 'bounce', parts).recipients.length === 0;
    });
    assert.ok(silent.length <= bounces.length * 0.05, silent.map((row) => row.file).join('\n'));
  });
});
