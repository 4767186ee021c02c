import assert from 'node:assert/strict';
import { system } from '../../../../backend/domain/access/actor.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import type { Rule } from '../../../../backend/domain/workflow/rule.ts';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';

const agent = { id: 'ana', name: 'Ana Ruiz', role: 'agent' as const, surface: 'tab' as const };

async function worldWith(...rules: Rule[]): Promise<WorkflowWorld> {
  const world = await workflowWorld();
  await world.setRules(...rules);
  return world;
}

async function opened(world: WorkflowWorld): Promise<string> {
  await world.arrive(aMail());
  await world.settle();
  return (await world.cases())[0]?.value.id ?? '';
}

async function firings(world: WorkflowWorld, caseId: string): Promise<string[]> {
  const history = await world.history(caseId);
  return history.filter(({ automation }) => automation?.kind === 'rule').map(({ reason }) => reason ?? '');
}

describe('Rules', () => {
  it('see what the ones before them changed, until one says stop', async () => {
    const world = await worldWith(
      aRule({ do: [{ kind: 'set', field: 'team', value: 'property' }] }),
      aRule({ if: { field: 'team', op: 'is', value: 'property' }, stop: true }),
      aRule({ do: [{ kind: 'add_tags', tags: ['never'] }] }),
    );
    const found = await world.store.get(await opened(world));
    assert.deepEqual([found?.value.team, found?.value.tags], ['property', ['seen']]);
  });

  it('look at the text of the mail that arrived', async () => {
    const rule = aRule({
      when: [{ kind: 'mail_arrived' }],
      if: { field: 'message.text', op: 'contains a word of', value: ['kitchen'] },
      do: [{ kind: 'note', text: 'Wet: {{subject}}, from {{customer.email}} {{nothing}}' }],
    });
    const world = await worldWith(rule);
    const id = await opened(world);
    const note = (await world.store.messages(id)).find(({ direction }) => direction === 'note');
    assert.equal(note?.visibleText, 'Wet: Water is coming through the ceiling, from nadia.haddad@example.com ');
    assert.equal((await world.store.get(id))?.value.messageCount, 2);
  });

  it('that set one another off end after five, and the history says so', async () => {
    const changed = [{ kind: 'field_changed' as const, field: 'team' }];
    const world = await worldWith(
      aRule({ do: [{ kind: 'set', field: 'team', value: 'a' }] }),
      aRule({
        when: changed,
        if: { field: 'team', op: 'is', value: 'a' },
        do: [{ kind: 'set', field: 'team', value: 'b' }],
        stop: true,
      }),
      aRule({
        when: changed,
        if: { field: 'team', op: 'is', value: 'b' },
        do: [{ kind: 'set', field: 'team', value: 'a' }],
        stop: true,
      }),
    );
    const told = await firings(world, await opened(world));
    assert.equal(told.length, 6);
    assert.match(told.at(-1) ?? '', /^Rules stopped: 5 of them have set one another off/);
  });

  it('fire once on an occasion, whoever runs them how often', async () => {
    const backend = new MemoryTables();
    const [one, two] = [await workflowWorld(backend), await workflowWorld(backend)];
    await one.setRules(
      aRule({
        do: [
          { kind: 'note', text: 'once' },
          { kind: 'webhook', url: 'https://example.com/hook' },
        ],
      }),
    );
    await one.arrive(aMail());
    await Promise.all([one.settle(), two.settle()]);
    for (const shard of [0, 1, 2, 3]) await one.engine.state.write(`position|0${shard}`, '0');
    await Promise.all([one.settle(), two.settle()]);
    const id = (await one.cases())[0]?.value.id ?? '';
    assert.equal((await firings(one, id)).length, 1);
    assert.equal((await one.store.messages(id)).length, 2);
    const ids = [...one.posted, ...two.posted].map((post) => post.id);
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual((one.posted[0] ?? two.posted[0])?.body.rule, (await one.history(id)).at(-1)?.automation?.name);
  });

  it('link a case with another, and both tell of it', async () => {
    const world = await worldWith();
    const first = await opened(world);
    await world.setRules(aRule({ do: [{ kind: 'link', to: 'HC-1001' }] }));
    await world.arrive(aMail());
    await world.settle();
    const second = (await world.cases()).find(({ value }) => value.id !== first);
    assert.deepEqual(second?.value.linked, [{ caseId: first, kind: 'related' }]);
    assert.deepEqual((await world.store.get(first))?.value.linked, [{ caseId: second?.value.id, kind: 'related' }]);
  });

  it('give a case tasks, once', async () => {
    const world = await worldWith(
      aRule({ do: [{ kind: 'add_task', title: 'Call {{customer.name}}' }, { kind: 'add_template_tasks' }] }),
    );
    const id = await opened(world);
    await world.settle();
    const tasks = await world.app.tasksOfCase(id);
    assert.deepEqual(
      tasks.map(({ value }) => value.title),
      ['Call Nadia Haddad'],
    );
    assert.match((await firings(world, id))[0] ?? '', /task added: Call Nadia Haddad, tasks of the category added/);
  });

  it('do not reach back to what happened before they were there', async () => {
    const backend = new MemoryTables();
    const before = await workflowWorld(backend);
    await before.arrive(aMail());
    await before.settle();
    for (const shard of [0, 1, 2, 3])
      await before.engine.state.write(`position|0${shard}`, String((await before.store.heads())[shard]));
    const after = await workflowWorld(backend);
    await after.setRules(aRule());
    await after.settle();
    assert.deepEqual((await after.cases())[0]?.value.tags, []);
  });

  it('leave whoever saw the case as it was opened free to change it', async () => {
    const world = await worldWith(aRule());
    await world.arrive(aMail());
    const { case: seen } = await world.app.createCase(agent, {
      subject: 'Door',
      description: 'It is stuck.',
      customer: { email: 'a@b.example', name: 'A' },
      source: 'tab',
    });
    await world.settle();
    const edited = await world.app.editCase(agent, seen.value.id, { priority: 'low' }, seen.etag);
    assert.deepEqual([edited.value.priority, edited.value.tags], ['low', ['seen']]);
  });

  it('run on their schedule, in their zone, once a round', async () => {
    const rule = aRule({
      when: [{ kind: 'schedule', every: 'day', at: '08:00' }],
      if: { field: 'status', op: 'is not', value: 'closed' },
      do: [{ kind: 'note', text: 'Good morning' }],
    });
    const world = await worldWith(rule);
    world.clock.set('2026-03-28T06:30:00.000Z');
    const id = await opened(world);
    const notes = async () => (await world.store.messages(id)).length - 1;
    assert.equal(await notes(), 0);
    world.clock.set('2026-03-28T07:00:01.000Z');
    await world.settle();
    await world.settle();
    assert.equal(await notes(), 1);
    // The clocks went forward in the night, so eight o'clock comes an hour earlier.
    world.clock.set('2026-03-29T05:59:00.000Z');
    await world.settle();
    assert.equal(await notes(), 1);
    world.clock.set('2026-03-29T06:00:01.000Z');
    await world.settle();
    assert.equal(await notes(), 2);
  });

  it('are counted, with the cases on which they fired last', async () => {
    const rule = aRule();
    const world = await worldWith(rule);
    const id = await opened(world);
    const [counted] = await world.app.listFirings();
    assert.equal(counted?.today, 1);
    assert.deepEqual(
      counted?.latest.map(({ caseId, number }) => [caseId, number]),
      [[id, 'HC-1001']],
    );
    world.clock.advance(86_400_000);
    const [later] = await world.app.listFirings();
    assert.deepEqual([later?.today, later?.last30Days], [0, 1]);
  });

  it('are refused where they could not run', async () => {
    const world = await workflowWorld();
    const bad = aRule({ if: { any: [{ field: 'subject', op: 'matches regex', value: '(' }] } });
    const { etag } = await world.app.readSettings('rules');
    await assert.rejects(
      world.app.writeSettings(system, 'rules', { timezone: 'Nowhere', rules: [bad, bad] }, etag),
      (error: { faults: { path: string }[] }) => {
        assert.deepEqual(
          error.faults.map(({ path }) => path),
          ['timezone', 'rules.0.if.any.0.value', 'rules.1.if.any.0.value', 'rules.1.id'],
        );
        return true;
      },
    );
  });

  it('try again what could not be sent, ever later, and give up in the end', async () => {
    const world = await worldWith(aRule({ do: [{ kind: 'webhook', url: 'https://example.com/hook' }] }));
    let calls = 0;
    world.engine.webhooks.post = async () => {
      calls += 1;
      throw new Failure('unavailable', 'No.');
    };
    await opened(world);
    for (let i = 0; i < 40; i++) {
      world.clock.advance(4 * 3_600_000);
      await world.settle();
    }
    assert.equal(calls, 15);
  });
});

describe('Macros', () => {
  it('do all they do in one entry of the history, in the name of whoever pressed the button', async () => {
    const world = await worldWith();
    const id = await opened(world);
    await world.write('macros', {
      macros: [
        {
          id: 'vendor',
          name: 'Vendor',
          do: [
            { kind: 'set', field: 'status', value: 'awaiting_vendor' },
            { kind: 'assign', to: 'ana' },
            { kind: 'note', text: 'Called the plumber.' },
            { kind: 'set', field: 'status', value: 'new' },
          ],
        },
      ],
    });
    const before = (await world.history(id)).length;
    const { value } = await world.app.applyMacro(agent, 'HC-1001', 'vendor');
    assert.deepEqual([value.status, value.assignee, value.messageCount], ['awaiting_vendor', 'ana', 2]);
    const added = (await world.history(id)).slice(before);
    assert.equal(added.length, 1);
    assert.equal(added[0]?.actor.id, 'ana');
    assert.match(
      added[0]?.reason ?? '',
      /^Macro “Vendor”: status to awaiting vendor, assigned, note added, could not become new\.$/,
    );
    await assert.rejects(world.app.applyMacro(agent, id, 'none'), { code: 'not-found' });
    await assert.rejects(world.app.applyMacro(agent, id, 'vendor', '0-0'), { code: 'stale' });
  });
});
