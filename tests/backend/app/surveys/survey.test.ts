import assert from 'node:assert/strict';
import { changeStatus } from '../../../../backend/app/cases/change-case.ts';
import { replyToCase } from '../../../../backend/app/replies/reply-to-case.ts';
import { askAfterEnding } from '../../../../backend/app/surveys/ask-after-ending.ts';
import { bindSurveys, type SurveyUseCases } from '../../../../backend/app/surveys/survey-use-cases.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { defaultReplySettings } from '../../../../backend/domain/reply/reply-settings.ts';
import type { SurveySettings } from '../../../../backend/domain/survey/survey-settings.ts';
import type { CaseStatus } from '../../../../backend/domain/vocabulary.ts';
import { anEvent } from '../../../builders/stored.ts';
import { type ReplyWorld, replyWorld } from '../../../support/reply-world.ts';
import { startHarness } from '../../http/harness.ts';

const ana: Actor = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' };
const dayMs = 86_400_000;
const linkForm = /https:\/\/help\.contoso\.example(\/survey\/[^"?\s]+)\?rating=(\d)/g;

describe('Asking customers how content they are', () => {
  let world: ReplyWorld;
  let surveys: SurveyUseCases;
  let id: string;
  let settings: ReturnType<typeof defaultReplySettings>;

  async function begin(survey: Partial<SurveySettings> = {}, mail: Record<string, unknown> = {}) {
    world = await replyWorld();
    const defaults = defaultReplySettings();
    settings = { ...defaults, survey: { ...defaults.survey, enabled: true, ...survey } };
    world.outbox.settings = { read: async () => ({ value: settings, etag: '1' }) };
    surveys = bindSurveys({ ...world.outbox, links: world.outbox.surveyLinks }, async () => {});
    id = await arrive(mail);
  }
  async function arrive(mail: Record<string, unknown> = {}): Promise<string> {
    const known = new Set((await world.cases()).map(({ value }) => value.id));
    await world.receive(mail);
    await world.settle();
    const made = (await world.cases()).find(({ value }) => !known.has(value.id))?.value.id ?? '';
    await replyToCase(world.replies, ana, made, { text: 'At nine.', acceptRecipientChanges: true });
    world.clock.advance(16_000);
    await world.settle();
    return made;
  }
  /** Changes the status and lets the whole log be read again, as after a crash. */
  async function end(status: CaseStatus, ref = id) {
    await changeStatus(world.deps, ana, ref, { status });
    await readLog();
    await readLog();
    world.clock.advance(16_000);
    await world.settle();
    await readLog();
    await world.settle();
  }
  async function readLog() {
    for (let shard = 0; shard < world.store.shardCount; shard++) {
      for (const event of await world.store.tail(shard, 0, 1_000)) await askAfterEnding(world.outbox, event);
    }
  }
  const surveysSent = () => world.sent().filter(({ body }) => body.content.includes('/survey/'));
  const linksIn = (content: string) => [...content.matchAll(linkForm)].map(([, link = '']) => link.slice(8));
  const link = () => linksIn(surveysSent().at(-1)?.body.content ?? '')[0] ?? '';
  const satisfaction = async () => (await world.store.get(id))?.value.satisfaction;
  afterEach(() => world.emulator.close());

  it('happens once when a case is closed, in the language of the customer, however often the log is read', async () => {
    await begin({ questions: { de: 'Wie waren wir?' } });
    const found = await world.store.get(id);
    await world.store.transact(id, 'speaks German', async (tx) => {
      if (found !== undefined) tx.putCase({ ...found.value, language: 'de' });
      tx.record(anEvent(id));
    });
    await end('resolved');
    assert.equal(surveysSent().length, 0);
    await end('closed');
    const [mail, ...more] = surveysSent();
    assert.equal(more.length, 0);
    assert.match(mail?.body.content ?? '', /Wie waren wir\?[\s\S]*Sehr zufrieden[\s\S]*Sehr unzufrieden/);
    assert.equal(linksIn(mail?.body.content ?? '').length, 5);
    assert.equal((await satisfaction())?.answer, null);
    const kept = (await world.store.messages(id)).find(({ visibleText }) => visibleText.includes('Wie waren wir?'));
    assert.doesNotMatch(`${kept?.visibleText} ${kept?.safeHtml}`, /\/survey\//);
  });

  it('can begin when a case is resolved, and asks no second time when it is closed then', async () => {
    await begin({ after: 'resolved', perCustomerDays: 0 });
    await end('resolved');
    await end('closed');
    assert.equal(surveysSent().length, 1);
  });

  it('asks nobody while it is switched off, and nobody whose case goes on again', async () => {
    await begin({ enabled: false });
    await end('closed');
    assert.equal(surveysSent().length, 0);
    settings.survey.enabled = true;
    await changeStatus(world.deps, ana, id, { status: 'in_progress' });
    await changeStatus(world.deps, ana, id, { status: 'closed' });
    await readLog();
    await changeStatus(world.deps, ana, id, { status: 'in_progress' });
    world.clock.advance(16_000);
    await world.settle();
    assert.equal(surveysSent().length, 0);
    assert.ok((await world.store.history(id)).some(({ reason }) => reason === 'No survey: the case goes on again.'));
  });

  it('asks a customer no more often than an administrator wants', async () => {
    const from = { emailAddress: { address: 'lea@example.com', name: 'Lea' } };
    await begin({ perCustomerDays: 7 }, { from });
    await end('closed');
    const second = await arrive({ from });
    await end('closed', second);
    assert.equal(surveysSent().length, 1);
    assert.equal((await world.store.get(second))?.value.satisfaction, null);
    world.clock.advance(8 * dayMs);
    await end('closed', await arrive({ from }));
    assert.equal(surveysSent().length, 2);
  });

  it('takes one answer for each ending, with the comment as a note of the customer', async () => {
    await begin({ perCustomerDays: 0 });
    await end('closed');
    const first = link();
    assert.equal((await surveys.openSurvey(first)).state, 'open');
    assert.equal((await satisfaction())?.answer, null);
    await surveys.answerSurvey(first, { rating: 2, comment: 'It took long.' });
    assert.equal((await surveys.answerSurvey(first, { rating: 5, comment: 'No!' })).state, 'answered');
    assert.equal((await satisfaction())?.answer?.rating, 2);
    const notes = (await world.store.messages(id)).filter(({ direction }) => direction === 'note');
    assert.deepEqual(
      notes.map(({ visibleText, from }) => [visibleText, from?.email]),
      [['It took long.', (await world.store.get(id))?.value.customer.email]],
    );
    const told = (await world.store.history(id)).filter(({ kind }) => kind === 'survey.answered');
    assert.deepEqual(
      told.flatMap(({ changes }) => changes),
      [{ field: 'rating', from: null, to: 2 }],
    );
    await changeStatus(world.deps, ana, id, { status: 'in_progress' });
    world.clock.advance(dayMs);
    await end('closed');
    await surveys.answerSurvey(link(), { rating: 4, comment: '' });
    assert.equal((await satisfaction())?.answer?.rating, 4);
  });

  it('believes no link that we did not make, and none that has expired', async () => {
    await begin({ answerDays: 3 });
    await end('closed');
    const good = link();
    const [caseId, ending, until, mark] = good.split('.');
    const forged = [
      good.slice(0, -1),
      `${good}x`,
      [caseId, ending, `${until}0`, mark].join('.'),
      ['0'.repeat(24), ending, until, mark].join('.'),
      '',
      '...',
    ];
    for (const one of forged) {
      assert.equal((await surveys.answerSurvey(one, { rating: 1, comment: 'x' })).state, 'over', one);
    }
    world.clock.advance(3 * dayMs);
    assert.equal((await surveys.answerSurvey(good, { rating: 1, comment: '' })).state, 'over');
    assert.equal((await satisfaction())?.answer, null);
  });

  it('stands in the mail that closes a case for silence', async () => {
    await begin();
    await changeStatus(world.deps, ana, id, { status: 'awaiting_customer' });
    const { newFollowUpPlan, runFollowUps } = await import('../../../../backend/app/replies/follow-up.ts');
    const { TimerHeap } = await import('../../../../backend/readmodel/timer-heap.ts');
    const { MemoryOpenWork } = await import('../../../../backend/readmodel/open-work.ts');
    settings.followUps = { ...settings.followUps, closeAwaitingDays: 3 };
    const openWork = new MemoryOpenWork();
    const found = await world.store.get(id);
    if (found !== undefined) openWork.put(found.value);
    openWork.markLoaded();
    const deps = { ...world.outbox, timers: new TimerHeap(), openWork, pause: async () => {}, wakeOutbox: () => {} };
    world.clock.advance(4 * dayMs);
    await runFollowUps(deps, newFollowUpPlan());
    await readLog();
    await world.settle();
    const [mail, ...more] = surveysSent();
    assert.match(mail?.body.content ?? '', /have closed it[\s\S]*\/survey\//);
    assert.equal(more.length, 0);
    assert.notEqual((await satisfaction())?.asked, undefined);
  });

  it('answers on a page that needs no sign-in, where looking is no answer', async () => {
    await begin();
    await end('closed');
    const harness = await startHarness();
    Object.assign(harness.app, surveys);
    const address = `${harness.url}/survey/${link()}`;
    const send = (form: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
      fetch(address, { method: 'POST', body: String(new URLSearchParams(form)), headers: { 'Content-Type': type } });
    const looked = await fetch(`${address}?rating=5`);
    const page = await looked.text();
    assert.equal(looked.status, 200);
    assert.match(page, /value="5" required checked/);
    assert.match(looked.headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'/);
    assert.equal((await fetch(address, { method: 'HEAD' })).status, 200);
    assert.equal((await satisfaction())?.answer, null);
    assert.equal((await send({ comment: '<b>hi' })).status, 422);
    assert.equal((await send({ rating: '9' })).status, 422);
    assert.equal((await send({ rating: '5' }, 'application/json')).status, 415);
    assert.equal((await satisfaction())?.answer, null);
    const answered = await send({ rating: '5', comment: '<script>\u202e\u0007 good \r\n\n\n\n work ' });
    assert.match(await answered.text(), /Thank you/);
    const note = (await world.store.messages(id)).find(({ direction }) => direction === 'note');
    assert.equal(note?.visibleText, '<script> good \n\n work');
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await fetch(address)).status));
    assert.ok(statuses.includes(429));
    assert.equal((await fetch(`${harness.url}/survey/nothing`)).status, 410);
    await harness.close();
  });
});
