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

  it('finds what a mail is in at least 95 % of the clear cases', () => {
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
    assert.ok(share(right.must, all.must) >= 0.95, `${report}\n${wrong.join('\n')}`);
    assert.ok(share(right.should, all.should) >= 0.9, `${report}\n${wrong.join('\n')}`);
  });

  it('never answers automatically where nobody may, and does answer people', () => {
    for (const sample of read()) {
      const { mayAutoRespond, reasons } = judged(sample);
      assert.equal(mayAutoRespond, sample.send_auto_reply, `${sample.kind} ${sample.id}: ${reasons.join(' ')}`);
    }
  });

  it('finds bounces in a mixed mailbox and leaves people alone', () => {
    const found = { bounces: 0, human: 0 };
    const all = { bounces: 0, human: 0 };
    const wrong: string[] = [];
    for (const row of sharedLines<CorpusRow>('mail/corpus.jsonl.gz')) {
      const judgement = judge(fromGraph(row.message), our);
      if (row.expect.is_bounce) {
        all.bounces += 1;
        if (judgement.kind === 'bounce') found.bounces += 1;
        else wrong.push(`${row.file}: ${judgement.kind}, ${judgement.reasons.join(' ')}`);
      }
      if (row.expect.human) {
        all.human += 1;
        if (judgement.kind === 'human') found.human += 1;
        else wrong.push(`${row.file}: ${judgement.kind}, ${judgement.reasons.join(' ')}`);
      }
    }
    assert.ok(share(found.bounces, all.bounces) >= 0.95, wrong.join('\n'));
    assert.ok(share(found.human, all.human) >= 0.995, wrong.join('\n'));
  });
});
