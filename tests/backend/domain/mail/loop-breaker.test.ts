import assert from 'node:assert/strict';
import { likenessOf } from '../../../../backend/domain/mail/likeness.ts';
import {
  usualLoopLimits as limits,
  loopReason,
  type RecentMail,
} from '../../../../backend/domain/mail/loop-breaker.ts';

function recent(text: string, fields: Partial<RecentMail> = {}): RecentMail {
  return { atMs: 0, kind: 'human', answers: false, likeness: likenessOf('Your request', text), ...fields };
}

/** How many of the mails get through when each sees those before it. */
function passing(mails: RecentMail[], automaticInMailbox = 0): number {
  const passed: RecentMail[] = [];
  for (const mail of mails) if (loopReason(mail, passed, automaticInMailbox, limits) === null) passed.push(mail);
  return passed.length;
}

const hundred = Array.from({ length: 100 }, (_, n) => n);

describe('The loop breaker', () => {
  it('lets a hundred mails of one person pass that say different things, and a hundred that differ in numbers', () => {
    const words = ['leak', 'heating', 'invoice', 'door', 'lift', 'key', 'noise', 'mould', 'bin', 'lamp'];
    const text = (n: number) => `The ${words[n % 10]} and the ${words[Math.floor(n / 10)]} in my flat`;
    assert.equal(passing(hundred.map((n) => recent(text(n)))), 100);
    assert.equal(passing(hundred.map((n) => recent(`Order ${n} has not arrived.`))), 100);
  });

  it('stops a sender who says the same over and over, however it is laid out', () => {
    const mails = hundred.map((n) => recent(`Thank you,${' '.repeat(n)} we have\nyour mail.`));
    assert.equal(passing(mails), limits.sameText);
  });

  it('stops answers that differ in numbers alone', () => {
    const mails = hundred.map((n) => recent(`Ticket ${n} was opened.`, { answers: true }));
    assert.equal(passing(mails), limits.sameButNumbers);
  });

  it('stops automatic replies of one sender, and of many', () => {
    const mails = hundred.map((n) => recent(`I am away ${n}${'x'.repeat(n)}.`, { kind: 'auto_reply' }));
    assert.equal(passing(mails), limits.automatic);
    assert.match(
      loopReason(recent('Away', { kind: 'auto_reply' }), [], limits.automaticInMailbox, limits) ?? '',
      /201/,
    );
    assert.equal(loopReason(recent('Help'), [], limits.automaticInMailbox, limits), null);
  });

  it('takes in every bounce of a letter to many', () => {
    const mails = hundred.map((n) =>
      recent(`Your mail to reader${n}@example.com was not delivered.`, { kind: 'bounce' }),
    );
    assert.equal(passing(mails), 100);
    assert.equal(loopReason(recent('Undelivered', { kind: 'bounce' }), [], limits.automaticInMailbox, limits), null);
  });

  it('says nothing about mails without words', () => {
    assert.equal(passing(hundred.map(() => recent('', { likeness: likenessOf('Re:', ' ') }))), 100);
  });
});
