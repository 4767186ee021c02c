import assert from 'node:assert/strict';
import { currentItem, onItemChanged, requireItem, StaleItemError } from '../../../addin/office/current-item.ts';
import { officeSession } from '../../../addin/office/office-session.ts';
import { type OpenMail, toGraphMessage } from '../../../addin/office/open-mail.ts';
import { OfficeError, promised } from '../../../addin/office/promised.ts';
import { officeReady } from '../../../addin/office/ready.ts';
import { SignInError } from '../../../addin/office/sign-in-error.ts';
import { hostTheme, onThemeChanged } from '../../../addin/office/theme.ts';
import { type FakeOutlook, fakeOutlook } from './fake-outlook.ts';

describe('the mail that is open in Outlook', () => {
  let outlook: FakeOutlook;
  beforeEach(() => {
    outlook = fakeOutlook();
  });
  afterEach(() => outlook.restore());

  it('is read with its people, body, attachments and the shared mailbox it lies in', async () => {
    outlook.select({ itemId: 'm1', owner: 'support@contoso.example' });
    const mail = await currentItem();
    assert.deepEqual(mail, {
      itemId: 'm1',
      internetMessageId: '<m1@example.com>',
      conversationId: 'conversation-1',
      subject: 'Water is coming through the ceiling',
      from: { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' },
      to: [{ email: 'support@contoso.example', name: 'support@contoso.example' }],
      cc: [],
      receivedAt: '2026-11-24T13:06:00.000Z',
      text: 'Body of m1',
      html: '<p>Body of m1</p>',
      unreadable: false,
      attachments: [{ id: 'a1', name: 'photo.jpg', type: 'image/jpeg', size: 1200, inline: false }],
      mailbox: 'support@contoso.example',
      ownMailbox: false,
    });
  });

  it('is there without its text when Outlook keeps the body to itself', async () => {
    outlook.select({ itemId: 'm1', locked: true });
    const mail = await currentItem();
    assert.deepEqual([mail?.unreadable, mail?.text, mail?.subject], [true, '', 'Water is coming through the ceiling']);
  });

  it('may have no sender, and a subject in any script', async () => {
    outlook.select({ itemId: 'm1', from: undefined, subject: 'דליפה בתקרה 💧 \u202Etxt.exe' });
    const mail = await currentItem();
    assert.equal(mail?.from, null);
    assert.equal(toGraphMessage(mail as OpenMail).subject, 'דליפה בתקרה 💧 \u202Etxt.exe');
    assert.equal(toGraphMessage(mail as OpenMail).from, undefined);
  });

  it('lies in the reader’s own mailbox where Outlook tells of no other', async () => {
    outlook.select({ itemId: 'm1' });
    const mail = await currentItem();
    assert.equal(mail?.mailbox, 'jonas.weber@contoso.example');
    assert.equal(mail?.ownMailbox, true);
  });

  it('is none when nothing is selected, while a draft is written, and for an appointment', async () => {
    for (const item of [null, { itemId: '', subject: {} }, { itemId: 'a1', itemType: 'appointment' }]) {
      outlook.select(item);
      assert.equal(await currentItem(), null);
    }
  });

  it('is not handed out when another mail is selected while its body is read', async () => {
    outlook.select({ itemId: 'm1', bodyDelayMs: 15 });
    const reading = currentItem();
    outlook.select({ itemId: 'm2' });
    await assert.rejects(reading, StaleItemError);
  });

  it('refuses an action on a mail that is no longer the open one', () => {
    outlook.select({ itemId: 'm1' });
    requireItem('m1');
    assert.throws(() => requireItem('m2'), StaleItemError);
    outlook.select(null);
    assert.throws(() => requireItem('m1'), StaleItemError);
  });

  it('tells when another mail is selected, until nobody listens', () => {
    let changes = 0;
    const stop = onItemChanged(() => {
      changes += 1;
    });
    outlook.select({ itemId: 'm1' });
    outlook.select(null);
    assert.equal(changes, 2);
    stop();
    outlook.select({ itemId: 'm2' });
    assert.equal(changes, 2);
  });

  it('becomes a Graph message with sender, people, body and attachments', async () => {
    outlook.select({ itemId: 'm1', owner: 'support@contoso.example' });
    const message = toGraphMessage((await currentItem()) as OpenMail);
    assert.deepEqual(message.from, { emailAddress: { name: 'Nadia Haddad', address: 'nadia.haddad@example.com' } });
    assert.deepEqual(message.body, { contentType: 'html', content: '<p>Body of m1</p>' });
    assert.equal(message.internetMessageId, '<m1@example.com>');
    assert.equal(message.receivedDateTime, '2026-11-24T13:06:00.000Z');
    assert.equal(message.hasAttachments, true);
    assert.equal(message.isDraft, false);
  });
});

describe('Outlook around the pane', () => {
  let outlook: FakeOutlook;
  afterEach(() => outlook.restore());

  it('is told from a plain browser by its mailbox', async () => {
    outlook = fakeOutlook();
    assert.equal(await officeReady(), 'outlook');
    Reflect.set(Office.context, 'mailbox', undefined);
    assert.equal(await officeReady(), 'browser');
  });

  it('says by the ground colour whether it is dark, and when that changes', () => {
    outlook = fakeOutlook();
    assert.equal(hostTheme(), 'light');
    let seen: string | null = null;
    onThemeChanged(() => {
      seen = hostTheme();
    });
    outlook.changeTheme('#292929');
    assert.equal(seen, 'dark');
    Reflect.set(Office.context, 'officeTheme', undefined);
    assert.equal(hostTheme(), null);
  });

  it('turns a refused call into an error with Office’s own code', async () => {
    outlook = fakeOutlook();
    const refused = promised((done) =>
      done({ status: 'failed', error: { code: 9041, name: 'x', message: 'no' } } as never),
    );
    await assert.rejects(refused, (error) => error instanceof OfficeError && error.code === 9041);
  });

  it('signs in through Office', async () => {
    outlook = fakeOutlook(async () => 'abc');
    assert.equal(await officeSession().token(), 'abc');
  });

  for (const [code, why] of [
    [13001, 'signed-out'],
    [13005, 'consent'],
    [13012, 'setup'],
  ] as const) {
    it(`takes Office’s code ${code} for ${why}`, async () => {
      outlook = fakeOutlook(() => Promise.reject(Object.assign(new Error('refused'), { code })));
      await assert.rejects(officeSession().token(), (error) => error instanceof SignInError && error.why === why);
    });
  }
});
