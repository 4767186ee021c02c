import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toIncomingMail } from '../../../../backend/adapters/graph/graph-message.ts';
import { describeWithShared, sharedLines } from '../../../support/shared.ts';
import { aGraphMessage, support } from './graph-fixture.ts';

const readAt = '2026-11-24T08:00:00.000Z';

describe('A Graph message in our words', () => {
  it('is empty but whole when nothing usable was handed over', () => {
    for (const message of [undefined, null, 'text', 7, [], {}, { body: 'x', from: 3, toRecipients: {} }]) {
      const mail = toIncomingMail(' Support@Contoso.example ', message, readAt);
      assert.deepEqual(mail, {
        mailbox: support,
        graphId: null,
        internetMessageId: null,
        conversationId: null,
        from: null,
        sender: null,
        replyTo: [],
        to: [],
        cc: [],
        subject: '',
        body: { type: 'text', content: '' },
        headers: [],
        sentAt: null,
        receivedAt: readAt,
        attachments: [],
        isDraft: false,
      });
    }
  });

  it('drops what is of a wrong type and keeps the rest', () => {
    const mail = toIncomingMail(support, {
      subject: ['a'],
      from: { emailAddress: { address: 'A@B.example', name: 5 } },
      toRecipients: [null, 1, {}, { emailAddress: null }, { emailAddress: { address: '' } }, address('C@D.example')],
      internetMessageHeaders: [{ name: 'X-A', value: 'b' }, { name: 'X-B' }, 'X', { name: 1, value: 'c' }],
      attachments: [{ id: 7 }, { id: 'one', size: -1, name: null }, 'two'],
      isDraft: 'yes',
      receivedDateTime: 'yesterday',
      sentDateTime: '+275760-01-01T00:00:00Z',
    });
    assert.equal(mail.subject, '');
    assert.deepEqual(mail.from, { email: 'a@b.example', name: '' });
    assert.deepEqual(mail.to, [{ email: 'c@d.example', name: '' }]);
    assert.deepEqual(mail.headers, [{ name: 'X-A', value: 'b' }]);
    assert.deepEqual(mail.attachments, [
      { id: 'one', name: '', type: 'application/octet-stream', size: 0, inline: false, contentId: null },
    ]);
    assert.equal(mail.isDraft, false);
    assert.equal(mail.sentAt, null);
  });

  it('keeps line breaks and other controls out of names, addresses and subjects', () => {
    const mail = toIncomingMail(support, {
      subject: 'Hello\r\nBcc: all@x.example\u0000\u2028',
      from: address('a@b.example\r\nX: y', 'Ada\nBob'),
    });
    for (const line of [mail.subject, mail.from?.email ?? '', mail.from?.name ?? '']) {
      assert.doesNotMatch(line, /[\p{Cc}\p{Zl}]/u);
    }
  });

  it('replaces halves of characters, which no store gives back unchanged', () => {
    const mail = toIncomingMail(support, aGraphMessage({ subject: 'a\ud83dz', body: { content: '\udc00\u{1f600}' } }));
    assert.equal(mail.subject, 'a\ufffdz');
    assert.deepEqual(mail.body, { type: 'text', content: '\ufffd\u{1f600}' });
  });

  it('names the same mail the same, with or without angle brackets', () => {
    for (const internetMessageId of ['<a@b>', 'a@b', '  <a@b>\r\n']) {
      assert.equal(toIncomingMail(support, { internetMessageId }).internetMessageId, '<a@b>');
    }
    assert.equal(toIncomingMail(support, { internetMessageId: '  ' }).internetMessageId, null);
  });

  it('writes every instant in UTC with milliseconds', () => {
    const mail = toIncomingMail(support, {
      receivedDateTime: '2026-11-24T09:06:00.1234567+01:00',
      sentDateTime: '2026-11-24T08:05:59Z',
    });
    assert.equal(mail.receivedAt, '2026-11-24T08:06:00.123Z');
    assert.equal(mail.sentAt, '2026-11-24T08:05:59.000Z');
  });

  it('falls back to the preview when the body did not come along', () => {
    assert.deepEqual(toIncomingMail(support, { bodyPreview: 'Hi' }).body, { type: 'text', content: 'Hi' });
  });

  it('never throws, whatever JSON is handed over', () => {
    const fields = fc.constantFrom(...Object.keys(aGraphMessage()), 'id', 'attachments', 'receivedDateTime', 'replyTo');
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (message) => {
        JSON.stringify(toIncomingMail(support, message));
      }),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the size, not more', () => {
    const started = Date.now();
    toIncomingMail(support, {
      subject: '\r'.repeat(1_000_000),
      body: { contentType: 'html', content: '\ud800'.repeat(1_000_000) },
      toRecipients: Array.from({ length: 20_000 }, () => address('<'.repeat(100))),
    });
    assert.ok(Date.now() - started < 5_000);
  });
});

interface CorpusLine {
  file: string;
  message: { subject?: string; body: { content: string }; internetMessageHeaders: unknown[] };
}

describeWithShared('Messages from many mailboxes', () => {
  it('all become mails with their text and headers', () => {
    for (const { file, message } of sharedLines<CorpusLine>('mail/corpus.jsonl.gz')) {
      const mail = toIncomingMail(support, message, readAt);
      assert.equal(mail.headers.length, message.internetMessageHeaders.length, file);
      assert.equal(mail.body.content.length > 0, message.body.content.replaceAll('\u0000', '').length > 0, file);
      assert.match(mail.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, file);
    }
  });
});

function address(value: string, name = '') {
  return { emailAddress: { address: value, name } };
}
