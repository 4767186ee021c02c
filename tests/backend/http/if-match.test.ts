import assert from 'node:assert/strict';
import type { Endpoint } from '../../../backend/contracts/endpoint.ts';
import { endpoints } from '../../../backend/contracts/endpoints.ts';
import { workflowWorld } from '../../support/workflow-world.ts';
import { type Harness, startHarness } from './harness.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents of every shape
type Any = any;
type Name = keyof typeof endpoints;

interface Resource {
  /** Makes one; without it the document is there already. Answers its id. */
  make?: () => Promise<string>;
  read: Name;
  /** The body of a change that sets `field`, from what was read. */
  change: (now: Any, n: number) => Any;
  field: string;
  /** Names of the routes that must be given a version. */
  routes: Name[];
}

const person = (n: number) => ({
  ...{ id: `p${n}`, name: `P ${n}`, email: `p${n}@contoso.example`, role: 'agent', team: null },
});

describe('A change of a version that is no longer there', () => {
  let harness: Harness;
  before(async () => {
    const { app } = await workflowWorld();
    harness = await startHarness({ app });
  });
  after(() => harness.close());

  const call = (method: string, path: string, body?: unknown, ifMatch?: string) =>
    harness.call(method, path, {
      as: 'admin',
      ...(body !== undefined && { body }),
      ...(ifMatch !== undefined && { headers: { 'if-match': `"${ifMatch}"` } }),
    });
  const made = (path: string, body: unknown) => async () => (await call('POST', path, body)).json.id as string;
  const pick = (now: Any, ...fields: string[]) => Object.fromEntries(fields.map((field) => [field, now[field]]));
  const document = (read: Name, field: string, change: (now: Any, n: number) => Any, ...routes: Name[]): Resource => ({
    ...{ read, field, routes },
    change: (now, n) => {
      const { etag: _, ...rest } = now;
      return { ...rest, [field]: change(now[field], n) };
    },
  });

  const resources: Resource[] = [
    {
      make: made('/api/cases', { subject: 'S', customer: { email: 'a@b.example', name: 'A' } }),
      ...{ read: 'getCase', field: 'subject', routes: ['patchCase', 'replaceCase'] },
      change: (now, n) => ({
        ...pick(now, 'priority', 'category', 'complaint', 'tags', 'summary', 'assignee', 'team'),
        subject: `S${n}`,
      }),
    },
    {
      make: made('/api/tasks', { title: 'T' }),
      ...{ read: 'getTask', field: 'title', routes: ['patchTask', 'replaceTask', 'deleteTask'] },
      change: (now, n) => ({ ...pick(now, 'description', 'status', 'priority', 'category', 'owner'), title: `T${n}` }),
    },
    {
      make: made('/api/knowledge', { title: 'A', text: 'text' }),
      ...{ read: 'getArticle', field: 'title', routes: ['replaceArticle', 'removeArticle'] },
      change: (now, n) => ({ ...pick(now, 'kind', 'text', 'categories', 'language', 'published'), title: `A${n}` }),
    },
    {
      make: made('/api/views', { name: 'V', query: 'status=new' }),
      ...{ read: 'listViews', field: 'name', routes: ['replaceView', 'deleteView'] },
      change: (_, n) => ({ name: `V${n}`, shared: false, query: 'status=new' }),
    },
    {
      make: made('/api/reports', { name: 'R', question: { measures: ['created'], by: 'status', period: '7d' } }),
      ...{ read: 'getReport', field: 'name', routes: ['replaceReport', 'deleteReport'] },
      change: (now, n) => ({ ...pick(now, 'shared', 'question'), name: `R${n}` }),
    },
    {
      make: async () => {
        const question = { measures: ['created'], by: 'status', period: '7d' };
        const report = await made('/api/reports', { name: 'S', question })();
        return made(`/api/reports/${report}/schedules`, { every: 'day', time: '08:00', to: ['a@contoso.example'] })();
      },
      ...{ read: 'readSchedule', field: 'time', routes: ['replaceSchedule', 'deleteSchedule'] },
      change: (now, n) => ({ ...pick(now, 'every', 'zone', 'to', 'formats'), time: `0${n}:30` }),
    },
    document('readAgents', 'agents', (_, n) => [person(n)], 'writeAgents'),
    document('readTeams', 'teams', (_, n) => [{ id: `t${n}`, name: `T ${n}` }], 'writeTeams'),
    document(
      'readCategories',
      'categories',
      (all, n) => [...all, { key: `more_${n}`, name: `More ${n}`, parent: null }],
      'writeCategories',
      'applyPreset',
    ),
    document('readMailboxes', 'mailboxes', (_, n) => [{ address: `m${n}@contoso.example` }], 'writeMailboxes'),
    document('readRetention', 'auditDays', (_, n) => 400 + n, 'writeRetention'),
    document(
      'readSlaPolicies',
      'policies',
      ([first, ...rest], n) => [{ ...first, name: `P ${n}` }, ...rest],
      'writeSlaPolicies',
    ),
    document(
      'readCalendars',
      'calendars',
      ([first, ...rest], n) => [{ ...first, name: `C ${n}` }, ...rest],
      'writeCalendars',
    ),
    document('readRules', 'timezone', (_, n) => (n % 2 === 0 ? 'Europe/Berlin' : 'Europe/Paris'), 'writeRules'),
    document(
      'readMacros',
      'macros',
      (_, n) => [{ id: 'm', name: `M ${n}`, do: [{ kind: 'add_tags', tags: ['a'] }] }],
      'writeMacros',
    ),
    document('readTemplates', 'templates', (all, n) => all.slice(n % 2), 'writeTemplates'),
    document('readAi', 'prices', (_, n) => ({ inputPerMillion: n, outputPerMillion: n }), 'writeAi'),
    document('readWorkspace', 'start', (_, n) => `status=new&n=${n}`, 'writeWorkspace'),
    document(
      'readNotifications',
      'channels',
      (all, n) => ({ ...all, rule: n === 1 ? 'email' : 'off' }),
      'writeNotifications',
    ),
    document(
      'readNoticeSettings',
      'channels',
      (all, n) => ({ ...all, rule: n === 1 ? 'email' : 'off' }),
      'writeNoticeSettings',
    ),
  ];

  it('is looked at for every route that must be given a version', () => {
    const guarded = Object.entries<Endpoint>(endpoints).filter(([, { ifMatch }]) => ifMatch === 'required');
    const seen = resources.flatMap(({ routes }) => routes);
    assert.deepEqual(seen.sort(), guarded.map(([name]) => name as Name).sort());
  });

  for (const { make, read, change, field, routes } of resources) {
    it(`is refused by ${routes.join(', ')}, with what is there now and how it differs`, async () => {
      const id = (await make?.()) ?? '';
      const pathOf = (name: Name) =>
        endpoints[name].path.replace('{id}', name === 'applyPreset' ? 'general-support' : id);
      const present = async () => {
        const { json, headers } = await call('GET', pathOf(read));
        const value = read === 'listViews' ? json.items.find((one: Any) => one.id === id) : json;
        return { value, etag: value.etag ?? headers.get('etag')?.replaceAll('"', '') };
      };
      const old = await present();
      const [first = 'patchCase'] = routes;
      const write = (name: Name, body: unknown, ifMatch?: string) =>
        call(endpoints[name].method, pathOf(name), 'body' in endpoints[name] ? body : undefined, ifMatch);
      const theirs = change(old.value, 1);
      const written = await write(first, theirs, old.etag);
      assert.equal(written.status, 200, written.text);
      const now = await present();
      assert.notEqual(now.etag, old.etag);
      const mine = change(old.value, 2);
      for (const name of routes) {
        assert.equal((await write(name, mine)).status, 428, name);
        const { status, json, headers } = await write(name, mine, old.etag);
        assert.equal(status, 412, `${name}: ${JSON.stringify(json)}`);
        assert.equal(json.current.etag, now.etag, name);
        assert.equal(headers.get('etag'), `"${now.etag}"`, name);
        assert.deepEqual(json.current[field], now.value[field], name);
        if (!('body' in endpoints[name])) continue;
        const differing = json.differences.find((one: Any) => one.field === field);
        assert.deepEqual(differing?.now, now.value[field], name);
        assert.deepEqual(differing?.yours, mine[field], name);
      }
      assert.deepEqual((await present()).value, now.value, 'nothing was written over');
      // Whoever names several versions, or any, is heard.
      const several = await call(endpoints[first].method, pathOf(first), mine, `no", "${now.etag}`);
      assert.equal(several.status, 200, several.text);
    });
  }
});
