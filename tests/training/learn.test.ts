import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { observe } from '../../backend/adapters/local-analyst/observe.ts';
import { learn } from '../../training/lessons.ts';
import { isMislabelled } from '../../training/mislabelled.ts';
import { questions } from '../../training/questions.ts';
import { seedMails } from '../../training/seed-mails.ts';

const weights = new URL('../../backend/adapters/local-analyst/weights.bin.gz', import.meta.url);

describe('Training', () => {
  it('has seeds in seven languages, with every category, complaints and danger in each', () => {
    const seeds = seedMails();
    assert.ok(seeds.length > 10_000);
    const languages = new Set(seeds.map(({ language }) => language));
    assert.deepEqual([...languages].sort(), ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt']);
    for (const language of languages) {
      const own = seeds.filter((one) => one.language === language);
      assert.equal(new Set(own.map(({ category }) => category)).size, 5, language);
      assert.ok(own.some(({ complaint }) => complaint) && own.some(({ priority }) => priority === 'critical'));
    }
    assert.ok(seeds.every(({ text, subject }) => text.trim() !== '' || subject.trim() !== ''));
  });

  it('learns the same from the same, and ships less than three megabytes', () => {
    const few = seedMails().filter((_, at) => at % 40 === 0);
    const seen = (one: (typeof few)[number]) => observe(one).features;
    const [first, second] = [learn(questions.category, few, seen), learn(questions.category, few, seen)];
    assert.deepEqual(first.bias, second.bias);
    assert.ok(Buffer.from(first.weights.buffer).equals(Buffer.from(second.weights.buffer)));
    assert.ok(statSync(weights).size < 3_000_000);
  });

  it('knows a label of a language that the mail’s own words contradict', () => {
    const row = { subject: '', source: 'x', matter: '', weight: 1 };
    assert.ok(isMislabelled({ ...row, language: 'de', text: 'The printer and the scanner have been offline.' }));
    assert.ok(
      !isMislabelled({ ...row, language: 'de', text: 'Der Drucker ist offline, bitte helfen Sie mit the printer.' }),
    );
    assert.ok(!isMislabelled({ ...row, language: 'en', text: 'Printer offline' }));
  });
});
