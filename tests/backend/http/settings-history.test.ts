import assert from 'node:assert/strict';
import { type Harness, startHarness } from './harness.ts';

describe('The history, export and import of settings over HTTP', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  async function put(name: string, body: unknown) {
    const { headers } = await harness.call('GET', `/api/settings/${name}`, { as: 'admin' });
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const { status } = await harness.call('PUT', `/api/settings/${name}`, { as: 'admin', body, headers: ifMatch });
    assert.equal(status, 200);
  }
  const get = async (path: string, as = 'admin') => (await harness.call('GET', `/api/settings/${path}`, { as })).json;
  const post = (path: string, body: unknown, as = 'admin') =>
    harness.call('POST', `/api/settings/${path}`, { as, body });
  const team = (id: string, name: string) => ({ id, name });
  const hook = (url: string) => ({
    timezone: 'UTC',
    rules: [
      {
        ...{ id: 'tell', name: 'Tell them', enabled: true, when: [{ kind: 'case_created' }], if: null, stop: false },
        do: [{ kind: 'webhook', url }],
      },
    ],
  });

  it('say who changed what, page by page, and take any version back', async () => {
    await put('teams', { teams: [team('a', 'Ants')] });
    await put('teams', { teams: [team('a', 'Bees')] });
    const first = await get('teams/history?limit=1', 'manager');
    assert.deepEqual([first.total, first.next, first.items.length], [3, '2', 1]);
    assert.deepEqual(first.items[0].changes, [{ field: 'teams.a.name', from: 'Ants', to: 'Bees' }]);
    assert.equal(first.items[0].by.name, 'A admin');
    const rest = await get(`teams/history?after=${first.next}`);
    assert.deepEqual(
      rest.items.map(({ version, at, changes }: { version: string; at: unknown; changes: unknown }) => [
        version,
        at !== null,
        changes === null,
      ]),
      [
        ['1', true, false],
        ['0', false, true],
      ],
    );
    assert.deepEqual((await get('teams/history/1')).document, { teams: [team('a', 'Ants')] });
    assert.equal((await harness.call('GET', '/api/settings/teams/history/9', { as: 'admin' })).status, 404);

    const wish = { documents: [{ name: 'teams', version: '1', replaces: '2' }] };
    assert.equal((await post('restore', wish, 'manager')).status, 403);
    const restored = await post('restore', wish);
    assert.deepEqual(restored.json, { documents: [{ name: 'teams', before: '2', version: '3' }] });
    assert.deepEqual(await get('teams'), { teams: [team('a', 'Ants')] });
    assert.equal((await post('restore', wish)).status, 412, 'it has changed since');
  });

  it('leave in one file without secrets, and come back whole', async () => {
    await put('rules', hook('https://hooks.example/services/T0/SECRET?key=SECRET'));
    const file = await get('export');
    assert.equal(JSON.stringify(file).includes('SECRET'), false);
    assert.equal(file.documents.rules.rules[0].do[0].url, 'https://hooks.example/withheld');

    file.documents.teams = { teams: [team('n', 'North')] };
    file.documents.rules.rules[0].name = 'Tell all of them';
    const { json } = await post('import/preview', file);
    const changed = json.documents.filter(({ changes }: { changes: unknown[] }) => changes.length > 0);
    assert.deepEqual(
      changed.map(({ name, faults }: { name: string; faults: unknown[] }) => [name, faults.length]),
      [
        ['teams', 0],
        ['rules', 0],
      ],
    );
    const taken = await post('import', { file, replaces: { teams: '0', rules: '1' } });
    assert.equal(taken.status, 200);
    const { rules } = await get('rules');
    assert.deepEqual([rules[0].name, rules[0].do[0].url.endsWith('?key=SECRET')], ['Tell all of them', true]);

    const undo = taken.json.documents.map(({ name, before, version }: Record<string, string>) => ({
      ...{ name, version: before, replaces: version },
    }));
    assert.equal((await post('restore', { documents: undo })).status, 200);
    assert.deepEqual(await get('teams'), { teams: [] });
  });

  it('take nothing of a file in which anything is wrong', async () => {
    const file = {
      format: 'handyconnect-settings',
      release: 1,
      documents: {
        teams: { teams: [team('n', 'North')] },
        rules: hook('https://hooks.example/withheld'),
        'sla-policies': { policies: [] },
        categories: { categories: [{ key: 'leak', name: 'Leak', parent: 'nowhere' }] },
      },
    };
    const { json } = await post('import/preview', file);
    const paths = json.documents.map(({ name, faults }: { name: string; faults: { path: string }[] }) => [
      name,
      faults[0]?.path,
    ]);
    assert.deepEqual(paths, [
      ['teams', undefined],
      ['categories', 'categories.0.parent'],
      ['rules', 'rules.0.do.0.url'],
      ['sla-policies', 'policies'],
    ]);
    const refused = await post('import', { file, replaces: { teams: '0', categories: '0' } });
    assert.deepEqual([refused.status, refused.json.errors[0].path], [422, 'categories.categories.0.parent']);
    assert.deepEqual(await get('teams'), { teams: [] });
    for (const bad of [{ ...file, format: 'x' }, { ...file, documents: { passwords: {} } }, []])
      assert.equal((await post('import/preview', bad)).status, 422);
  });

  it('hold the documents of a file against each other, not against what they replace', async () => {
    const calendars = { calendars: [{ id: 'berlin', name: 'Berlin', tz: 'Europe/Berlin', hours: {} }] };
    const before = await get('sla-policies');
    const policies = { policies: [{ ...before.policies[0], calendar: 'berlin' }] };
    const file = { format: 'handyconnect-settings', release: 1, documents: { calendars, 'sla-policies': policies } };
    const alone = await post('import', { file, replaces: { 'sla-policies': '0' } });
    assert.equal(alone.status, 422);
    const both = await post('import', { file, replaces: { 'sla-policies': '0', calendars: '0' } });
    assert.equal(both.status, 200);
  });
});
