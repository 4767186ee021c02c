import assert from 'node:assert/strict';
import {
  continuesAnother,
  isForward,
  normaliseMessageId,
  parentIds,
  threadRoot,
} from '../../../../backend/domain/mail/thread-ids.ts';
import { aMail } from './graph-mail.ts';

function references(value: string): string[] {
  return parentIds(aMail({ headers: [{ name: 'References', value }] })).references;
}

describe('The ids a mail refers to', () => {
  it('are found through folding, comments, commas and garbage', () => {
    assert.deepEqual(references('<a@x>\r\n <b@y> (garbage), "x" <c@z>'), ['<a@x>', '<b@y>', '<c@z>']);
    assert.deepEqual(references('Your message of Monday <bar@baz.example>'), ['<bar@baz.example>']);
  });

  it('are believed without brackets only when the header holds nothing else', () => {
    assert.deepEqual(references('abc@example.com def@example.com (seen)'), ['<abc@example.com>', '<def@example.com>']);
    assert.deepEqual(references('mail to bob@example.com on Friday'), []);
    assert.deepEqual(references('mumble'), []);
  });

  it('leave out repetitions and the mail itself', () => {
    assert.deepEqual(references('<a@x> <a@x> <m1@one.example>'), ['<a@x>']);
  });

  it('are capped so that the root and the latest mails survive', () => {
    const ids = references(Array.from({ length: 300 }, (_, index) => `<L${index}@x>`).join(' '));
    assert.equal(ids.length, 50);
    assert.equal(ids[0], '<L0@x>');
    assert.equal(ids.at(-1), '<L299@x>');
  });

  it('keep their case and lose blanks', () => {
    assert.equal(normaliseMessageId(' AbC@x '), '<AbC@x>');
    assert.equal(normaliseMessageId('<a\r\n b@x>'), '<ab@x>');
    assert.equal(normaliseMessageId('  '), '');
  });

  it('are found in no time however the header is made', () => {
    const started = performance.now();
    for (const hostile of ['<'.repeat(200_000), '<a@b'.repeat(50_000), '('.repeat(200_000), 'a@'.repeat(100_000)])
      references(hostile);
    assert.ok(performance.now() - started < 150);
  });
});

describe('Thread-Index', () => {
  const root = 'Acx7Rk2Pq0ZlT4u8QGuJ3WmV9hYb1A==';
  const child = 'Acx7Rk2Pq0ZlT4u8QGuJ3WmV9hYb1AAAAAEK';
  const mail = (value: string) => aMail({ headers: [{ name: 'Thread-Index', value }] });

  it('gives a mail and its answers the same root', () => {
    assert.equal(threadRoot(mail(root)), Buffer.from(root, 'base64').toString('hex'));
    assert.equal(threadRoot(mail(child)), threadRoot(mail(root)));
  });

  it('is ignored when it is too short or no base64', () => {
    assert.equal(threadRoot(mail('Acx7')), null);
    assert.equal(threadRoot(mail('§§§')), null);
    assert.equal(threadRoot(aMail()), null);
  });

  it('tells an answer by its length', () => {
    assert.equal(continuesAnother(mail(child)), true);
    assert.equal(continuesAnother(mail(root)), false);
  });
});

describe('A forward', () => {
  it('is told by its outermost prefix in many languages', () => {
    for (const subject of ['FW: x', 'WG: x', 'Fwd: Re: x', 'RV: x', 'ENC: x', '转发: x', 'I: x']) {
      assert.equal(isForward(aMail({ subject })), true, subject);
    }
    assert.equal(isForward(aMail({ subject: 'Re: Fwd: x' })), false);
  });
});
