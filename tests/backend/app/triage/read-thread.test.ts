import assert from 'node:assert/strict';
import { createOpenAiModel } from '../../../../backend/adapters/openai/openai-model.ts';
import { TableSettingsStore } from '../../../../backend/adapters/store/settings-store.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { PaidQuestions } from '../../../../backend/app/triage/paid-question.ts';
import { bindThreads } from '../../../../backend/app/triage/read-thread.ts';
import { defaultSettings } from '../../../../backend/default-settings.ts';
import type { CaseMessage } from '../../../../backend/domain/case/case.ts';
import { summariseThread, threadSources } from '../../../../backend/domain/thread/thread-summary.ts';
import { type AiSettings, defaultAiSettings } from '../../../../backend/domain/triage/ai-settings.ts';
import { aMail } from '../../../builders/mail.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { triageParts } from '../../../support/triage-parts.ts';
import { type Behaviour, FakeModel, refuses, says } from '../../adapters/openai/fake-model.ts';

const server = new FakeModel();
let deadlineMs = 3_000;
const body =
  'The boiler of flat 12 has been cold since Monday, order 5561. My card is 4111 1111 1111 1111, password: hunter22. Could you send somebody?';

async function world(ai: Partial<AiSettings> = {}, limit = 1_000_000, withModel = true) {
  const tables = new MemoryTables();
  const intake = await intakeWorld(tables);
  const settings = new TableSettingsStore(tables, { ...defaultSettings([], []), ai: { ...defaultAiSettings, ...ai } });
  const { clock, log } = intake.deps;
  const parts = triageParts(tables, settings, clock);
  const model = createOpenAiModel({ apiKey: 'k', baseURL: server.url, model: 'm', timeoutMs: 5_000 });
  const questions = new PaidQuestions({ model, spending: parts.spending, dailyTokenLimit: limit, clock, log });
  await intake.arrive(aMail({ subject: 'Boiler cold', body: { type: 'text', content: body } }));
  await drainPending(intake.deps, 1);
  await intake.tailer.catchUpAll();
  const [found] = await intake.cases();
  const ref = found?.value.id ?? '';
  const [message] = await intake.deps.store.messages(ref);
  const app = bindThreads({
    ...intake.deps,
    ...parts,
    questions: withModel ? questions : null,
    analysisDeadlineMs: deadlineMs,
  });
  return { app, ref, messageId: message?.id ?? '', mailbox: found?.value.mailbox ?? '' };
}

const good = {
  happened: [{ text: 'The boiler of flat 12 is cold (order 5561).', refs: ['mail1'] }],
  open: [{ text: 'Nadia waits for somebody to come.', refs: ['mail1'] }],
  promised: [],
};

describe('The summary of a conversation', () => {
  before(() => server.start());
  after(() => server.stop());
  beforeEach(() => {
    server.requests.length = 0;
  });

  it('is told by the language model, each line with its messages, and paid for once', async () => {
    server.behave = says(JSON.stringify(good));
    const { app, ref, messageId } = await world();
    const told = await app.summariseThread(ref, 'en');
    assert.equal(told.engine, 'openai');
    assert.deepEqual(told.happened, [{ text: good.happened[0]?.text, messageIds: [messageId] }]);
    assert.deepEqual(await app.summariseThread(ref, 'en'), told);
    assert.equal(server.requests.length, 1);
  });

  it('never shows the model a card number or a password', async () => {
    server.behave = says(JSON.stringify(good));
    const { app, ref } = await world();
    await app.summariseThread(ref, 'en');
    assert.doesNotMatch(JSON.stringify(server.requests), /4111|hunter22/);
    assert.match(JSON.stringify(server.requests), /flat 12/);
  });

  it('leaves out what no message says: foreign numbers, links, markup, promises of the customer', async () => {
    const bad = {
      happened: [
        ...good.happened,
        { text: 'A refund of 900 is due.', refs: ['mail1'] },
        { text: 'See https://evil.example/pay', refs: ['mail1'] },
        { text: 'Open <img src=x onerror=alert(1)>', refs: ['mail1'] },
        { text: 'Nobody said this.', refs: ['mail9'] },
      ],
      open: [],
      promised: [{ text: 'Somebody comes on Tuesday.', refs: ['mail1'] }],
    };
    server.behave = says(JSON.stringify(bad));
    const { app, ref } = await world();
    const told = await app.summariseThread(ref, 'en');
    assert.deepEqual([told.happened.length, told.promised.length], [1, 0]);
    assert.doesNotMatch(JSON.stringify(told), /900|evil|onerror|Nobody/);
  });

  const faults: [string, Behaviour][] = [
    ['429', refuses(429, { 'retry-after': '30' })],
    ['500', refuses(500)],
    ['no JSON', says('{')],
    ['a refusal', says(null, { refusal: 'no' })],
    ['an answer cut off', says(JSON.stringify(good), { finish_reason: 'length' })],
    ['an empty answer', says('')],
    ['a field too many', says(JSON.stringify({ ...good, status: 'closed' }))],
    ['lines that are none', says(JSON.stringify({ ...good, open: 'all' }))],
    ['nothing that holds', says(JSON.stringify({ ...good, happened: [] }))],
    ['a hang', () => undefined],
  ];
  for (const [what, behave] of faults) {
    it(`comes from the messages’ own sentences after ${what}, and says why`, async () => {
      server.behave = behave;
      deadlineMs = what === 'a hang' ? 200 : 3_000;
      const { app, ref } = await world();
      deadlineMs = 3_000;
      const told = await app.summariseThread(ref, 'en');
      assert.equal(told.engine, 'local');
      assert.ok((told.engineReason ?? '').length > 10);
      assert.match(told.happened[0]?.text ?? '', /boiler of flat 12/);
      assert.match(told.open[0]?.text ?? '', /send somebody/);
    });
  }

  it('asks nobody where there is no model, no token left, or the mailbox is opted out', async () => {
    server.behave = says(JSON.stringify(good));
    const without = await world({}, 1_000_000, false);
    assert.equal((await without.app.summariseThread(without.ref, 'en')).engine, 'local');
    const spent = await world({}, 10);
    assert.match((await spent.app.summariseThread(spent.ref, 'en')).engineReason ?? '', /spent/);
    const out = await world({ optOutMailboxes: ['support@contoso.example'] });
    assert.equal(out.mailbox, 'support@contoso.example');
    assert.match((await out.app.summariseThread(out.ref, 'en')).engineReason ?? '', /not shown/);
    assert.equal(server.requests.length, 0);
  });

  it('tells locally what we promised, and leaves nothing open once we answered or ended', () => {
    const message = (fields: Partial<CaseMessage>) =>
      ({ direction: 'inbound', automatic: false, subject: 'Boiler', id: 'm', ...fields }) as CaseMessage;
    const mails = [
      message({ id: 'm1', visibleText: 'The boiler is cold. Can you come?' }),
      message({
        id: 'm2',
        direction: 'outbound',
        visibleText: 'Sorry to hear that. We will send somebody on Tuesday.',
      }),
    ];
    const told = summariseThread(threadSources(mails), false);
    assert.deepEqual(told.promised, [{ text: 'We will send somebody on Tuesday.', messageIds: ['m2'] }]);
    assert.deepEqual(told.open, []);
    const again = threadSources([...mails, message({ id: 'm3', visibleText: 'Nobody came. Where are you?' })]);
    assert.deepEqual(summariseThread(again, false).open, [{ text: 'Where are you?', messageIds: ['m3'] }]);
    assert.deepEqual(summariseThread(again, true).open, []);
  });
});

describe('The translation of a message', () => {
  before(() => server.start());
  after(() => server.stop());
  const said = { text: 'Der Kessel ist kalt, Auftrag 5561.', from: 'en' };

  it('is made by the language model, and paid for once', async () => {
    server.behave = says(JSON.stringify(said));
    server.requests.length = 0;
    const { app, ref, messageId } = await world();
    assert.deepEqual(await app.translateMessage(ref, messageId, 'de'), { ...said, language: 'de' });
    await app.translateMessage(ref, messageId, 'de');
    assert.equal(server.requests.length, 1);
    assert.doesNotMatch(JSON.stringify(server.requests), /4111|hunter22/);
  });

  const refused: [string, Behaviour][] = [
    ['fails', refuses(500)],
    ['links to where the mail does not', says(JSON.stringify({ ...said, text: 'Bitte hier: https://evil.example' }))],
    ['says a field too many', says(JSON.stringify({ ...said, to: 'mallory@evil.example' }))],
    ['writes a novel', says(JSON.stringify({ ...said, text: 'x'.repeat(5_000) }))],
    ['says nothing', says(JSON.stringify({ ...said, text: ' ' }))],
  ];
  for (const [what, behave] of refused) {
    it(`is not available where the model ${what}`, async () => {
      server.behave = behave;
      const { app, ref, messageId } = await world();
      await assert.rejects(app.translateMessage(ref, messageId, 'de'), { code: 'unavailable' });
    });
  }

  it('is a conflict where no model may see the mail, not available without one, and not found for a foreign message', async () => {
    const none = await world({}, 1_000_000, false);
    await assert.rejects(none.app.translateMessage(none.ref, none.messageId, 'de'), { code: 'unavailable' });
    const local = await world({ engine: 'local' });
    await assert.rejects(local.app.translateMessage(local.ref, local.messageId, 'de'), { code: 'conflict' });
    const out = await world({ optOutMailboxes: ['support@contoso.example'] });
    await assert.rejects(out.app.translateMessage(out.ref, out.messageId, 'de'), { code: 'conflict' });
    await assert.rejects(none.app.translateMessage(none.ref, 'elsewhere', 'de'), { code: 'not-found' });
  });
});
