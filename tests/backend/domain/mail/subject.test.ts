import assert from 'node:assert/strict';
import { baseSubject, caseTokens, subjectPrefix } from '../../../../backend/domain/mail/subject.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

describe('The subject of a mail', () => {
  it('gives its case numbers, each once, in the bracketed form only', () => {
    assert.deepEqual(caseTokens('Re: [HC-1042] VPN [hc-7] [HC-1042] HC-9 #1042'), ['HC-1042', 'HC-7']);
  });

  it('is the same with and without case number, prefixes and labels', () => {
    assert.equal(baseSubject('AW: WG: [EXTERNAL] Re: VPN down [HC-1042]'), 'VPN down');
    assert.equal(baseSubject('[HC-1042] VPN down'), 'VPN down');
  });

  it('keeps words that only look like prefixes', () => {
    assert.equal(baseSubject('Note: bring the key'), 'Note: bring the key');
    assert.equal(baseSubject('Invoice: March'), 'Invoice: March');
  });

  it('says whether the outermost prefix answers or passes on', () => {
    assert.equal(subjectPrefix('WG: AW: Angebot'), 'forward');
    assert.equal(subjectPrefix('AW: WG: Angebot'), 'reply');
    assert.equal(subjectPrefix('TR : facture'), 'forward');
    assert.equal(subjectPrefix('Angebot'), null);
  });

  it('is read in no time however it is made', () => {
    const started = performance.now();
    for (const hostile of ['Re: '.repeat(50_000), '['.repeat(200_000), ' '.repeat(200_000), '[HC-'.repeat(50_000)]) {
      baseSubject(hostile);
      caseTokens(hostile);
    }
    assert.ok(performance.now() - started < 100);
  });
});

describeWithShared('The base subject as others define it', () => {
  it('agrees in at least 95 % of the cases', () => {
    const { cases } = sharedJson<{ cases: { input: string; base: string }[] }>('oracles/subject_base.json');
    const wrong = cases.filter((one) => baseSubject(one.input).trim().toLowerCase() !== one.base.trim().toLowerCase());
    assert.ok(
      wrong.length / cases.length <= 0.05,
      JSON.stringify(wrong.map((one) => [one.input, baseSubject(one.input)])),
    );
  });
});
