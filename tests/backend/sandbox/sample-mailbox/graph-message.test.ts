import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import ajv2020 from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { pdfBytes, pngBytes, zipBytes } from '../../../../backend/sandbox/sample-mailbox/file-bytes.ts';
import { allSamples, findSample, toGraphMessage } from '../../../../backend/sandbox/sample-mailbox/sample-mailbox.ts';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';

interface GraphMessage {
  subject: string;
  from: { emailAddress: { name: string; address: string } } | null;
  toRecipients: { emailAddress: { name: string; address: string } }[];
  internetMessageId: string;
  conversationId: string;
  internetMessageHeaders: { name: string; value: string }[];
  hasAttachments: boolean;
  attachments: { name: string; contentBytes: string; isInline: boolean; contentId: string | null; size: number }[];
  body: { contentType: string; content: string };
}

const delivery = { mailbox: 'support@contoso.example', receivedAt: '2026-11-24T13:32:00.000Z' };

function graphOf(key: string, mailbox = delivery.mailbox): GraphMessage {
  const sample = findSample(key);
  assert.ok(sample, key);
  return toGraphMessage(sample, { ...delivery, mailbox }) as unknown as GraphMessage;
}

function headerOf(message: GraphMessage, name: string): string | undefined {
  return message.internetMessageHeaders.find((h) => h.name.toLowerCase() === name.toLowerCase())?.value;
}

describeWithShared('Every sample mail as Graph shows it', () => {
  it('is a Graph v1.0 message by the schema', () => {
    const ajv = new ajv2020.default({ strict: false, allErrors: true });
    const schema = sharedJson<{ $id: string }>('schemas/graph-mail-subset.schema.json');
    ajv.addSchema(schema);
    const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/message` });
    for (const sample of allSamples()) {
      assert.ok(validate(toGraphMessage(sample, delivery)), `${sample.key}: ${ajv.errorsText(validate.errors)}`);
    }
  });
});

describe('A sample mail put into a mailbox', () => {
  it('carries the Message-IDs of the mails it answers', () => {
    const reply = graphOf('nadia-leak-worse');
    assert.equal(reply.internetMessageId, '<nadia-leak-worse@example.com>');
    assert.equal(headerOf(reply, 'In-Reply-To'), '<jonas-leak-answer@contoso.example>');
    assert.equal(headerOf(reply, 'References'), '<nadia-leak@example.com> <jonas-leak-answer@contoso.example>');
    assert.equal(reply.conversationId, graphOf('nadia-leak').conversationId);
  });

  it('keeps a reference to a mail that nobody has', () => {
    assert.equal(
      headerOf(graphOf('fiona-parking-orphan'), 'In-Reply-To'),
      '<AM9PR0402MB7781.parking17@contoso.example>',
    );
  });

  it('is addressed to the mailbox it lies in unless it says otherwise', () => {
    assert.equal(graphOf('piotr-heating').toRecipients[0]?.emailAddress.address, delivery.mailbox);
    assert.equal(graphOf('rafael-login-loop').toRecipients[0]?.emailAddress.address, 'jonas.weber@contoso.example');
  });

  it('has the same Message-ID in both mailboxes', () => {
    const mailboxes = findSample('odd-two-mailboxes')?.mailboxes ?? [];
    assert.equal(mailboxes.length, 2);
    const ids = mailboxes.map((mailbox) => graphOf('odd-two-mailboxes', mailbox).internetMessageId);
    assert.equal(new Set(ids).size, 1);
  });

  it('replaces a usual header by its own instead of sending both', () => {
    const bounce = graphOf('bounce-unknown-user');
    const paths = bounce.internetMessageHeaders.filter((h) => h.name === 'Return-Path');
    assert.deepEqual(paths, [{ name: 'Return-Path', value: '<>' }]);
    assert.match(headerOf(bounce, 'Content-Type') ?? '', /^multipart\/report; report-type=delivery-status/);
    assert.equal(headerOf(bounce, 'X-Failed-Recipients'), 'bookings@oldhost.example');
  });

  it('may have nobody in from', () => {
    const mail = graphOf('odd-from-null');
    assert.equal(mail.from, null);
    assert.equal(headerOf(mail, 'From'), undefined);
    assert.equal(headerOf(mail, 'Return-Path'), '<>');
  });

  it('counts only files beside the text as attachments, pictures in it are shown by their content id', () => {
    const mail = graphOf('inline-screenshot');
    assert.equal(mail.hasAttachments, false);
    for (const file of mail.attachments) assert.ok(mail.body.content.includes(`cid:${file.contentId}`));
    assert.equal(graphOf('contract-pdf').hasAttachments, true);
  });

  it('keeps hostile names and line breaks as they were sent', () => {
    assert.equal(graphOf('path-traversal-name').attachments[0]?.name, '../../x.exe');
    assert.match(graphOf('rtl-override-name').attachments[0]?.name ?? '', /\u202e/);
    assert.match(graphOf('hostile-header-injection').subject, /\r\nBcc:/);
    assert.match(graphOf('hostile-header-injection').from?.emailAddress.name ?? '', /\r\n/);
  });

  it('has attachments whose bytes are what their size says', () => {
    for (const sample of allSamples()) {
      for (const file of graphOf(sample.key).attachments) {
        assert.equal(Buffer.from(file.contentBytes, 'base64').length, file.size, `${sample.key}: ${file.name}`);
      }
    }
  });
});

describe('The files of the sample mailbox', () => {
  it('hold a picture that can be decoded', () => {
    const png = Buffer.from(pngBytes(10, 20, 30));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    const start = png.indexOf('IDAT');
    const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
    assert.equal(pixels.length, 16 * (1 + 16 * 3));
    assert.deepEqual([...pixels.subarray(1, 4)], [10, 20, 30]);
  });

  it('hold a zip archive that can be opened', () => {
    const files = unzipSync(zipBytes('a.txt', 'hello'));
    assert.equal(new TextDecoder().decode(files['a.txt']), 'hello');
  });

  it('hold a PDF whose cross references point at its objects', () => {
    const text = Buffer.from(pdfBytes('hello')).toString('latin1');
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map((m) => Number(m[1]));
    assert.equal(offsets.length, 5);
    for (const [index, offset] of offsets.entries()) assert.ok(text.startsWith(`${index + 1} 0 obj`, offset));
  });
});
