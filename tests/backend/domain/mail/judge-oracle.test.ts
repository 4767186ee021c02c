import assert from 'node:assert/strict';
import { judge } from '../../../../backend/domain/mail/judge.ts';
import { describeWithShared, sharedJson, sharedLines } from '../../../support/shared.ts';
import { fromGraph, fromHeaders, type GraphMessage } from './graph-mail.ts';

interface Sample {
  id: string;
  kind: string;
  headers: [string, string][];
  raw?: string;
  raw_b64?: string;
  expect: string;
  accept?: string[];
  tier: 'must' | 'should' | 'stretch';
  send_auto_reply: boolean;
}

interface CorpusRow {
  file: string;
  expect: { is_bounce?: boolean; human?: boolean; is_feedback_report?: boolean };
  message: GraphMessage;
}

const our = { mailboxes: ['support@acme.test', 'other-desk@acme.test'] };

function judged(sample: Sample) {
  const raw = sample.raw ?? Buffer.from(sample.raw_b64 ?? '', 'base64').toString('latin1');
  const filled = sample.headers.map(([name, value]): [string, string] => [
    name,
    value
      .replaceAll('{{mailbox-address}}', 'support@acme.test')
      .replaceAll('{{our-mail-domain}}', 'acme.test')
      .replaceAll('{{our-notification-address}}', 'support@acme.test')
      .replaceAll('{{token}}', '[HC-1042]'),
  ]);
  return judge(
    fromHeaders(
      filled,
      raw
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('\n\n'),
    ),
    our,
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

describeWithShared('judging mail that others have classified', () => {
  const read = () => sharedJson<{ cases: Sample[] }>('oracles/mail_classification.json').cases;

  it('finds what a mail is in at least 98 % of the clear cases and 85 % of the others', () => {
    const wrong: string[] = [];
    const right = { must: 0, should: 0, stretch: 0 };
    const all = { must: 0, should: 0, stretch: 0 };
    for (const sample of read()) {
      all[sample.tier] += 1;
      const { kind } = judged(sample);
      if (kind === sample.expect || sample.accept?.includes(kind)) right[sample.tier] += 1;
      else wrong.push(`${sample.tier} ${sample.kind} ${sample.id}: ${kind} instead of ${sample.expect}`);
    }
    const report = JSON.stringify({ right, all });
    assert.ok(share(right.must, all.must) >= 0.98, `${report}\n${wrong.join('\n')}`);
    assert.ok(share(right.should, all.should) >= 0.85, `${report}\n${wrong.join('\n')}`);
  });

  it('never answers automatically where nobody may, and does answer people', () => {
    for (const sample of read()) {
      const { mayAutoRespond, reasons } = judged(sample);
      assert.equal(mayAutoRespond, sample.send_auto_reply, `${sample.kind} ${sample.id}: ${reasons.join(' ')}`);
    }
  });

  const variants: [string, (message: GraphMessage) => GraphMessage][] = [
    ['as it came', (message) => message],
    ['as Exchange shows text in HTML', asHtml],
    ['without its headers', (message) => ({ ...message, internetMessageHeaders: [] })],
  ];
  for (const [how, vary] of variants) {
    it(`finds at least 98 % of bounces and abuse reports in real mail ${how}, and takes no person for a machine`, () => {
      const wrong: string[] = [];
      const people: string[] = [];
      let reports = 0;
      for (const { file, expect, message } of sharedLines<CorpusRow>('mail/corpus.jsonl.gz')) {
        const { kind, reasons } = judge(fromGraph(vary(message)), our);
        const said = `${file}: ${kind}, ${reasons.join(' ')}`;
        const wanted = expect.is_bounce ? 'bounce' : expect.is_feedback_report ? 'feedback_report' : null;
        if (wanted !== null) reports += 1;
        if (wanted !== null && kind !== wanted) wrong.push(said);
        if (expect.human && kind !== 'human') people.push(said);
      }
      assert.ok(reports > 0 && wrong.length / reports <= 0.02, wrong.join('\n'));
      assert.deepEqual(people, []);
    });
  }
});

/** What Exchange makes of a plain text for readers of HTML. */
function asHtml(message: GraphMessage): GraphMessage {
  if (message.body.contentType === 'html') return message;
  const escaped = message.body.content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const lines = escaped.replace(/\r?\n/g, '<br>\r\n');
  const content = `<html><head><style>.PlainText { margin-left: 1pt }</style></head><body><div class="PlainText">${lines}</div></body></html>`;
  return { ...message, body: { contentType: 'html', content } };
}
