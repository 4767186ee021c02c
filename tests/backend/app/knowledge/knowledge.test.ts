import assert from 'node:assert/strict';
import { createOpenAiModel } from '../../../../backend/adapters/openai/openai-model.ts';
import { TableSettingsStore } from '../../../../backend/adapters/store/settings-store.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { PaidQuestions } from '../../../../backend/app/triage/paid-question.ts';
import { bindTriage } from '../../../../backend/app/triage/triage-use-cases.ts';
import { defaultSettings } from '../../../../backend/default-settings.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { anAnalysis } from '../../../builders/analysis.ts';
import { aMail } from '../../../builders/mail.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { intakeWorld } from '../../../support/intake-world.ts';
import { triageParts } from '../../../support/triage-parts.ts';
import { FakeModel, refuses, says } from '../../adapters/openai/fake-model.ts';

const agent: Actor = { id: 'agent-1', name: 'Mei Lin', role: 'agent', surface: 'tab' };
const boiler = {
  kind: 'article' as const,
  title: 'Resetting the boiler',
  text: 'Press the **red button** for 5 seconds. Then wait. See https://help.contoso.example/boiler',
  categories: ['technical'],
  language: 'en',
  published: true,
};

async function world(serverUrl?: string) {
  const tables = new MemoryTables();
  const intake = await intakeWorld(tables);
  const settings = new TableSettingsStore(tables, defaultSettings([], []));
  const { clock, log } = intake.deps;
  const parts = triageParts(tables, settings, clock);
  const model = serverUrl && createOpenAiModel({ apiKey: 'k', baseURL: serverUrl, model: 'm', timeoutMs: 5_000 });
  const questions = model
    ? new PaidQuestions({ model, spending: parts.spending, dailyTokenLimit: 1_000_000, clock, log })
    : null;
  const analysis = anAnalysis({
    summary: 'The boiler stays cold.',
    entities: { numbers: ['5561'], dates: [], places: [], people: [] },
    suggestedTasks: [{ title: 'Reproduce the fault', because: 'The boiler stays cold.' }],
  });
  const deps = {
    ...intake.deps,
    ...parts,
    questions,
    analyst: { immediate: true, analyse: async () => analysis },
  };
  await intake.arrive(aMail({ subject: 'Boiler cold, order 5561' }));
  await drainPending(deps, 1);
  await intake.tailer.catchUpAll();
  const [found] = await intake.cases();
  return { app: bindTriage(deps), ref: found?.value.id ?? '', value: found?.value };
}

describe('Knowledge', () => {
  it('is written, found by its words, rewritten in the version named, and removed', async () => {
    const { app } = await world();
    const made = await app.createArticle(agent, boiler);
    await app.createArticle(agent, { ...boiler, title: 'Paying by card', text: 'Cards are charged monthly.' });
    assert.deepEqual(
      (await app.listArticles({ limit: 10 })).items.map(({ value }) => value.title),
      ['Paying by card', boiler.title],
    );
    const found = await app.listArticles({ q: 'boilers resetting', limit: 10 });
    assert.deepEqual([found.total, found.items[0]?.value.id], [1, made.value.id]);
    const changed = await app.replaceArticle(agent, made.value.id, { ...boiler, title: 'Cold boiler' }, made.etag);
    await assert.rejects(app.replaceArticle(agent, made.value.id, boiler, made.etag), (error) =>
      isFailure(error, 'stale'),
    );
    await assert.rejects(app.removeArticle(made.value.id, made.etag), (error) => isFailure(error, 'stale'));
    const again = await app.replaceArticle(agent, made.value.id, { ...boiler, title: 'Cold again' }, changed.etag);
    assert.deepEqual(
      (await app.articleHistory(made.value.id)).map(({ value }) => value.title),
      ['Cold boiler', boiler.title],
    );
    assert.equal((await app.listArticles({ limit: 10 })).total, 2, 'what it said before is no article');
    await app.removeArticle(made.value.id, again.etag);
    await assert.rejects(app.getArticle(made.value.id), (error) => isFailure(error, 'not-found'));
  });

  it('is refused as a canned answer whose placeholders mean nothing', async () => {
    const { app } = await world();
    const canned = {
      ...boiler,
      kind: 'canned' as const,
      text: 'Dear {{customer.name}}, about {{ordr.number}} {{?amount}}',
    };
    const invalid = (error: unknown) =>
      isFailure(error, 'invalid') && error.faults[0]?.message.includes('ordr.number') === true;
    await assert.rejects(app.createArticle(agent, canned), invalid);
    const made = await app.createArticle(agent, { ...canned, text: 'Dear {{customer.name}}' });
    await assert.rejects(app.replaceArticle(agent, made.value.id, canned, made.etag), invalid);
  });

  it('is created once however often the same request comes', async () => {
    const { app } = await world();
    const once = { key: 'k', requestHash: 'h' };
    await app.createArticle(agent, boiler, once);
    await app.createArticle(agent, boiler, once);
    assert.equal((await app.listArticles({ limit: 10 })).total, 1);
  });

  it('is suggested on a case, drafts are not', async () => {
    const { app, ref } = await world();
    await app.createArticle(agent, { ...boiler, title: 'Boiler draft', published: false });
    assert.deepEqual(await app.suggestArticles(ref, 5), []);
    const made = await app.createArticle(agent, boiler);
    const [first] = await app.suggestArticles(ref, 5);
    assert.equal(first?.article.id, made.value.id);
    assert.ok(first?.words.includes('boiler'));
  });

  it('keeps the last twenty versions, and none of what was removed', async () => {
    const { app } = await world();
    let { value, etag } = await app.createArticle(agent, boiler);
    for (let n = 1; n <= 25; n += 1) {
      ({ value, etag } = await app.replaceArticle(agent, value.id, { ...boiler, title: `Boiler ${n}` }, etag));
    }
    const titles = (await app.articleHistory(value.id)).map((one) => one.value.title);
    assert.deepEqual([titles.length, titles[0], titles.at(-1)], [20, 'Boiler 24', 'Boiler 5']);
    await app.removeArticle(value.id, etag);
    await assert.rejects(app.articleHistory(value.id), (error) => isFailure(error, 'not-found'));
  });

  it('is made of a case without the name of the customer, once, and not published', async () => {
    const { app, ref, value } = await world();
    const made = await app.articleFromCase(agent, ref);
    assert.equal(made.value.published, false);
    assert.equal(made.value.fromCase, ref);
    assert.ok(!made.value.text.includes(value?.customer.email ?? '?'));
    assert.equal((await app.articleFromCase(agent, ref)).value.id, made.value.id);
  });
});

describe('Drafting a reply', () => {
  const server = new FakeModel();
  before(() => server.start());
  after(() => server.stop());

  it('without a language model says only phrases of ours and what stands in the sources', async () => {
    const { app, ref } = await world();
    const made = await app.createArticle(agent, boiler);
    const draft = await app.draftReply(agent, ref, '');
    assert.equal(draft.engine, 'local');
    assert.match(draft.text, /It is about 5561[\s\S]*red button[\s\S]*Mei Lin/);
    assert.ok(draft.citations.every(({ sources }) => sources.length > 0));
    assert.ok(draft.citations.some(({ sources }) => sources.some(({ id }) => id === made.value.id)));
  });

  it('fills the placeholders of a canned answer', async () => {
    const { app, ref, value } = await world();
    await app.createArticle(agent, {
      ...boiler,
      kind: 'canned',
      text: 'About {{case.number}}: press the button on the boiler.',
    });
    assert.ok((await app.draftReply(agent, ref, '')).text.includes(`About ${value?.number}: press`));
  });

  it('with a language model keeps what is supported and strikes the rest', async () => {
    server.behave = (request, response) => {
      const asked = JSON.parse(request.body.messages?.[1]?.content ?? '{}') as {
        sources: { ref: string; kind: string }[];
      };
      const of = (kind: string) => asked.sources.find((one) => one.kind === kind)?.ref ?? '';
      says(
        JSON.stringify({
          sentences: [
            { text: 'Thank you for writing about order 5561.', sources: [of('mail')] },
            { text: 'Please press the red button for 5 seconds.', sources: [of('article')] },
            { text: 'We will refund you 100 euros.', sources: [of('mail')] },
            { text: 'Pay at https://evil.example.', sources: [of('article')] },
          ],
        }),
      )(request, response);
    };
    const { app, ref } = await world(server.url);
    await app.createArticle(agent, boiler);
    const draft = await app.draftReply(agent, ref, '');
    assert.deepEqual([draft.engine, draft.citations.length, draft.unsupported.length], ['openai', 2, 2]);
    assert.doesNotMatch(draft.text, /evil|refund/);
  });

  it('falls back and says why when the model fails', async () => {
    const { app, ref } = await world(server.url);
    for (const behave of [refuses(500), says('{"sentences":"no"}'), says(null, { refusal: 'no' })]) {
      server.behave = behave;
      const draft = await app.draftReply(agent, ref, '');
      assert.equal(draft.engine, 'local');
      assert.match(draft.engineReason ?? '', /language model/);
      assert.notEqual(draft.text, '');
    }
  });
});
