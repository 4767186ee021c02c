import assert from 'node:assert/strict';
import { summarise } from '../../../../backend/domain/triage/summary.ts';
import { sentencesOf } from '../../../../backend/domain/triage/words.ts';
import { summaryMails } from '../../../../training/summary-mails.ts';

describe('A summary', () => {
  const summaries = summaryMails.map((mail) => ({ ...mail, summary: summarise(mail) }));

  it('carries the numbers, dates and sums of a mail, and what it asks for', () => {
    const facts = summaries.flatMap(({ facts: all, summary }) => all.map((fact) => summary.includes(fact)));
    assert.ok(facts.length >= 45);
    assert.ok(facts.filter((carried) => carried).length >= 0.95 * facts.length);
    assert.deepEqual(
      summaries.filter(({ ask, summary }) => !summary.includes(ask)).map(({ summary }) => summary),
      [],
    );
  });

  it('is made of the mail’s own sentences, in their order, in at most 240 characters', () => {
    for (const { summary, text } of summaries) {
      assert.ok(summary.length <= 240, summary);
      const places = sentencesOf(summary).map((one) => text.replace(/\s+/g, ' ').indexOf(one.replace(/…$/, '')));
      assert.ok(!places.includes(-1), summary);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    }
  });

  it('falls back to the subject, and leaves courtesies out', () => {
    assert.equal(summarise({ subject: 'Boiler  cold', text: 'Hi,\n\nKind regards\nAnn' }), 'Boiler cold');
    assert.equal(
      summarise({ subject: 'x', text: 'Hello Ann, the boiler of flat 3 is cold. Thanks in advance!' }),
      'the boiler of flat 3 is cold.',
    );
  });

  it('takes no time whatever it is given', () => {
    const started = process.cpuUsage();
    for (const text of ['a. ', '1. J', '€1 ', '9', 'please ', 'No. 1 '])
      summarise({ subject: '', text: text.repeat(5_000) });
    const { user } = process.cpuUsage(started);
    assert.ok(user < 1_500_000, `${user} µs`);
  });
});

describe('Sentences', () => {
  it('go on after abbreviations and the day of a date', () => {
    assert.deepEqual(sentencesOf('Siehe Rechnung Nr. 4711 vom 3. März. Dann kam Dr. Hall. No. He left.'), [
      'Siehe Rechnung Nr. 4711 vom 3. März.',
      'Dann kam Dr. Hall.',
      'No.',
      'He left.',
    ]);
  });
});
