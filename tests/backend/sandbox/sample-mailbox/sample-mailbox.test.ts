import assert from 'node:assert/strict';
import { plainTextOf } from '../../../../backend/sandbox/sample-mailbox/plain-and-html.ts';
import type { SampleMail } from '../../../../backend/sandbox/sample-mailbox/sample-mail.ts';
import {
  allSamples,
  findSample,
  toGraphMessage,
  tryThese,
} from '../../../../backend/sandbox/sample-mailbox/sample-mailbox.ts';
import { messageIdOf } from '../../../../backend/sandbox/sample-mailbox/to-graph-message.ts';

const delivery = { mailbox: 'support@contoso.example', receivedAt: '2026-11-24T13:32:00.000Z' };
const samples = allSamples();

function tagged(...tags: string[]): SampleMail[] {
  return samples.filter((sample) => tags.every((tag) => sample.tags.includes(tag)));
}

function referencesOf(sample: SampleMail): string[] {
  return [...(sample.references ?? []), ...(sample.inReplyTo === undefined ? [] : [sample.inReplyTo])];
}

function threadsByRoot(): Map<string, SampleMail[]> {
  const byRoot = new Map<string, SampleMail[]>();
  for (const sample of samples) {
    const root = sample.conversation ?? referencesOf(sample)[0] ?? sample.key;
    byRoot.set(root, [...(byRoot.get(root) ?? []), sample]);
  }
  return byRoot;
}

function isByAPerson(sample: SampleMail): boolean {
  const other = ['auto-reply', 'bounce', 'feedback-report', 'bulk', 'notification', 'hostile', 'odd', 'duplicate'];
  return !sample.tags.some((tag) => other.includes(tag));
}

describe('The sample mailbox', () => {
  it('holds at least 130 mails, each with its own key', () => {
    assert.ok(samples.length >= 130, `${samples.length} mails`);
    assert.equal(new Set(samples.map((sample) => sample.key)).size, samples.length);
    for (const { key } of samples) assert.match(key, /^[a-z0-9-]+$/);
  });

  it('gives every mail its own Message-ID but for one deliberate pair', () => {
    const ids = samples.map(messageIdOf);
    const repeated = samples.filter((sample) => ids.filter((id) => id === messageIdOf(sample)).length > 1);
    assert.deepEqual(
      repeated.map((sample) => sample.key),
      ['odd-duplicate-one', 'odd-duplicate-two'],
    );
    for (const id of ids) assert.match(id, /^<[^<>\s@]+@[^<>\s@]+>$/);
  });

  it('comes in the order of the story, the same every time', () => {
    const minutes = samples.map((sample) => sample.minute);
    assert.deepEqual(
      minutes,
      minutes.toSorted((a, b) => a - b),
    );
    assert.deepEqual(allSamples(), samples);
  });

  it('has only references that lead to an earlier mail, unless the mail is marked as an orphan or as overtaking its parent', () => {
    for (const sample of samples) {
      for (const reference of referencesOf(sample)) {
        const target = findSample(reference);
        if (target === undefined) assert.ok(sample.tags.includes('orphan'), `${sample.key} -> ${reference}`);
        else if (!sample.tags.includes('overtakes'))
          assert.ok(target.minute <= sample.minute, `${sample.key} answers the later ${reference}`);
      }
    }
  });

  it('tells at least twelve threads of two to six mails', () => {
    const threads = [...threadsByRoot().values()].filter((mails) => mails.length >= 2);
    assert.ok(threads.length >= 12, `${threads.length} threads`);
    for (const mails of threads) assert.ok(mails.length <= 6, `${mails[0]?.key} has ${mails.length}`);
    assert.ok(threads.some((mails) => mails.length === 6));
  });

  it('speaks eleven languages', () => {
    const least = { en: 60, de: 12, fr: 6, es: 5, pt: 4, nl: 4, it: 3, pl: 2, sv: 2, ja: 2, ar: 2 };
    for (const [language, count] of Object.entries(least)) {
      const found = samples.filter((sample) => sample.language === language).length;
      assert.ok(found >= count, `${language}: ${found}`);
    }
    assert.ok(tagged('german').length >= 12);
  });

  it('covers every kind of mail a support mailbox meets', () => {
    const least: Record<string, number> = {
      property: 40,
      product: 40,
      technical: 30,
      billing: 15,
      account: 12,
      feature: 5,
      general: 10,
      praise: 7,
      complaint: 15,
      frustrated: 5,
      phone: 8,
      terse: 6,
      'auto-reply': 10,
      bounce: 5,
      'feedback-report': 1,
      bulk: 5,
      newsletter: 3,
      'no-reply': 3,
      forward: 6,
      colleague: 5,
      attachment: 12,
      'inline-image': 1,
      calendar: 1,
      'path-traversal': 1,
      'rtl-override': 1,
      hostile: 12,
      'prompt-injection': 2,
      homoglyph: 1,
      'header-injection': 1,
      stranger: 2,
      'broken-thread': 6,
      'no-in-reply-to': 1,
      'changed-subject': 1,
      participant: 4,
      orphan: 2,
      overtakes: 1,
      'empty-body': 1,
      'empty-subject': 1,
      emoji: 1,
      long: 1,
      'foreign-ticket': 2,
      'null-sender': 2,
      duplicate: 2,
      'two-mailboxes': 1,
      'calm-danger': 2,
      'shouting-trivial': 1,
      rtl: 2,
    };
    for (const [tag, count] of Object.entries(least)) {
      assert.ok(tagged(tag).length >= count, `${tag}: ${tagged(tag).length}`);
    }
  });

  it('quotes the way the common mail clients do', () => {
    const bodies = samples.map((sample) => sample.html ?? sample.text ?? '');
    const marks = [
      'border-top:solid #E1E1E1 1.0pt',
      'class="gmail_quote',
      'id="divRplyFwdMsg"',
      '<blockquote type="cite">',
      '-----Original Message-----',
      '-----Ursprüngliche Nachricht-----',
      '<b>De :</b>',
      'Sent from my iPhone',
      'Von meinem iPhone gesendet',
      '---------- Forwarded message ---------',
      ' wrote:\n',
      ' schrieb ',
      ' escreveu (',
      ' schreef ',
    ];
    for (const mark of marks)
      assert.ok(
        bodies.some((body) => body.includes(mark)),
        mark,
      );
  });

  it('has a typical length of 30 to 250 words where a person writes', () => {
    const spaced = samples.filter((sample) => isByAPerson(sample) && sample.language !== 'ja');
    const lengths = spaced.map((sample) => plainTextOf(sample).split(/\s+/).length).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    assert.ok(median >= 30 && median <= 250, `median ${median}`);
    const usual = lengths.filter((n) => n >= 30 && n <= 350).length / lengths.length;
    assert.ok(usual > 0.8, `${usual} of the mails are of usual length`);
  });

  it('has one body of about 60 KB and keeps every other below 20 KB', () => {
    for (const sample of samples) {
      const bytes = Buffer.byteLength(sample.html ?? sample.text ?? '');
      if (sample.tags.includes('long')) assert.ok(bytes > 55_000 && bytes < 70_000, `${bytes}`);
      else assert.ok(bytes < 20_000, `${sample.key}: ${bytes}`);
    }
  });

  it('names nobody who could exist: every address and link lies in a domain kept for examples', () => {
    const reserved = /(^|\.)(example|example\.(com|org|net))$/;
    const host = /(?:@|:\/\/)([a-z0-9.-]+\.[a-z]{2,})/gi;
    const bare = /\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|de|fr|es|pt|it|nl|pl|se|jp|eu|info|biz|ms)\b/gi;
    for (const sample of samples) {
      const attached = (sample.attachments ?? []).map((file) => Buffer.from(file.bytes).toString('latin1'));
      const graph = JSON.stringify({ ...toGraphMessage(sample, delivery), attachments: [], bodyPreview: '' });
      const text = [graph.replaceAll(/\\[rnt]/g, ' '), ...attached].join('\n');
      const names = [...[...text.matchAll(host)].map((m) => m[1] ?? ''), ...[...text.matchAll(bare)].map((m) => m[0])];
      for (const name of names.filter((n) => !n.startsWith('01DC5D2A')))
        assert.match(name.toLowerCase(), reserved, `${sample.key}: ${name}`);
    }
  });

  it('offers five ready-made mails to try, all of them in the mailbox', () => {
    assert.deepEqual(
      tryThese.map((one) => one.title),
      ['Furious leak', 'Billing, German', 'Auto-reply', 'Bounce', 'Newsletter'],
    );
    for (const { key, title } of tryThese) assert.equal(findSample(key)?.title, title);
  });
});
