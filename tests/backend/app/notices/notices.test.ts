import assert from 'node:assert/strict';
import { system } from '../../../../backend/domain/access/actor.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import { usualPreferences } from '../../../../backend/domain/notices/preferences.ts';
import type { NoticeChannel, NoticeKind, Role } from '../../../../backend/domain/vocabulary.ts';
import type { Shifts } from '../../../../backend/domain/workflow/shifts.ts';
import type { Activity } from '../../../../backend/ports/activity-feed.ts';
import { aMail } from '../../../builders/mail.ts';
import { aRule } from '../../../builders/rule.ts';
import { people, type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';
import { startGraphFixture, support } from '../../adapters/graph/graph-fixture.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

const minute = 60_000;

function actor(id: string, role: Role = 'agent') {
  return { id, name: people.find((one) => one.id === id)?.name ?? id, role, surface: 'tab' as const };
}

describe('Who is told of what', () => {
  let world: WorkflowWorld;
  let id: string;
  beforeEach(async () => {
    world = await workflowWorld();
    await world.setRules();
    await world.arrive(aMail());
    await world.settle();
    id = (await world.cases())[0]?.value.id ?? '';
  });

  async function wants(
    agent: string,
    channels: Partial<Record<NoticeKind, NoticeChannel>>,
    quiet: Shifts | null = null,
  ): Promise<void> {
    const { etag } = await world.app.readNotifications(actor(agent));
    const wanted = { channels: { ...usualPreferences.channels, ...channels }, quiet };
    await world.app.writeNotifications(actor(agent), wanted, etag);
  }

  it('keeps mentions before whoever was mentioned until they do something on the case', async () => {
    const mentioned = async () => (await world.app.listMentions(actor('tom'))).map(({ note }) => note.visibleText);
    await world.app.addNote(actor('ana'), id, { text: 'Tom, do you know?', mentions: ['tom'] });
    world.clock.advance(minute);
    await world.app.addNote(actor('ana'), id, { text: 'Tom, please look.', mentions: ['tom', 'ana'] });
    await world.settle();
    assert.deepEqual(await mentioned(), ['Tom, please look.']);
    assert.deepEqual(await world.app.listMentions(actor('ana')), []);
    world.clock.advance(minute);
    await world.app.addNote(actor('tom'), id, { text: 'I do.' });
    assert.deepEqual(await mentioned(), []);
    world.clock.advance(minute);
    await world.app.addNote(actor('ana'), id, { text: 'And this?', mentions: ['tom'] });
    await world.settle();
    assert.deepEqual(await mentioned(), ['And this?']);
    world.clock.advance(15 * 24 * 60 * minute);
    assert.deepEqual(await mentioned(), []);
  });

  async function assign(by: string, to: string | null): Promise<void> {
    await world.app.assignCase(actor(by), id, { assignee: to });
    await world.settle();
  }

  const inTeams = () =>
    world.notices.map(({ target, text }) => [target.kind === 'people' ? target.ids.join() : 'channel', text]);
  const byMail = () => world.outlook.sent.map(({ to, subject }) => [to[0]?.email, subject]);

  it('tells who gets a case from somebody else, and nobody of what they did themselves', async () => {
    await assign('ana', 'ana');
    assert.deepEqual(inTeams(), []);
    await assign('ana', 'tom');
    assert.deepEqual(inTeams(), [['tom', 'Ana Ruiz has given you HC-1001: Water is coming through the ceiling']]);
    await world.settle();
    assert.equal(world.notices.length, 1);
  });

  it('tells as the house decided, unless somebody said it for themselves', async () => {
    await wants('sofia', {});
    await world.write('notifications', { channels: { ...usualPreferences.channels, assigned: 'off' }, quiet: null });
    await assign('ana', 'tom');
    await assign('ana', 'sofia');
    assert.deepEqual(
      inTeams().map(([who]) => who),
      ['sofia'],
    );
  });

  it('tells whom a note mentions, where they want it', async () => {
    await wants('tom', { mentioned: 'email' });
    await world.app.addNote(actor('ana'), id, { text: 'Tom, Sofia: please look', mentions: ['tom', 'sofia', 'ana'] });
    await world.settle();
    assert.deepEqual(inTeams(), [['sofia', 'Ana Ruiz mentions you on HC-1001: Tom, Sofia: please look']]);
    assert.deepEqual(byMail(), [
      ['tom.okafor@contoso.example', '[HC-1001] Ana Ruiz mentions you on HC-1001: Tom, Sofia: please look'],
    ]);
    const [letter] = world.outlook.sent;
    assert.equal(letter?.automatic, true);
    assert.match(letter?.html ?? '', /https:\/\/desk\.example\/tab\/\?case=HC-1001/);
    // The customer's conversation knows nothing of it.
    const directions = (await world.store.messages(id)).map(({ direction }) => direction);
    assert.deepEqual(directions.sort(), ['inbound', 'note']);
  });

  it('tells whose case it is that somebody outside wrote about their task, or else who gave it to them', async () => {
    const outside = { title: 'Fix the pipe', case: id, ownerEmail: 'joe@pipes.example' };
    const { task } = await world.app.createTask(actor('tom'), outside);
    await world.settle();
    const answer = {
      from: { email: 'joe@pipes.example', name: 'Joe' },
      subject: `[HC-1001 T-${task.value.id.slice(-8)}]`,
    };
    await world.arrive(aMail(answer));
    await world.settle();
    const text = 'HC-1001: Joe wrote about the task “Fix the pipe”.';
    assert.deepEqual(inTeams(), [['tom', text]]);
    await assign('ana', 'ana');
    await wants('ana', { contractor: 'email' });
    await world.arrive(aMail(answer));
    await world.settle();
    assert.deepEqual([inTeams().length, byMail()], [1, [['ana.ruiz@contoso.example', `[HC-1001] ${text}`]]]);
  });

  it('keeps silent where somebody wants nothing', async () => {
    await wants('tom', { assigned: 'off' });
    await assign('ana', 'tom');
    assert.deepEqual([inTeams(), byMail()], [[], []]);
  });

  it('knows a hand-over from an assignment', async () => {
    await wants('tom', { assigned: 'off', hand_over: 'email' });
    await assign('ana', 'ana');
    await world.app.handOver(actor('ana'), id, { to: 'tom', note: 'The plumber calls at six.' });
    await world.settle();
    assert.deepEqual(
      byMail().map(([to]) => to),
      ['tom.okafor@contoso.example'],
    );
  });

  it('goes by e-mail to whoever cannot be told in Teams', async () => {
    world.engine.notifier = { notify: async () => 0 };
    await assign('ana', 'tom');
    assert.deepEqual(
      byMail().map(([to]) => to),
      ['tom.okafor@contoso.example'],
    );
  });

  describe('in the activity feed', () => {
    let told: Activity[];
    beforeEach(async () => {
      told = [];
      world.engine.activityFeed = { tell: async (activity) => told.push(activity) > 0 };
      await wants('tom', { assigned: 'activity' });
    });

    it('tells there alone, and only of what somebody wants there', async () => {
      await assign('ana', 'tom');
      await world.app.addNote(actor('ana'), id, { text: 'Tom, please look', mentions: ['tom'] });
      await world.settle();
      assert.deepEqual(
        told.map(({ agentId, of, text }) => [agentId, of, text]),
        [['tom', 'assigned', 'Ana Ruiz has given you HC-1001: Water is coming through the ceiling']],
      );
      assert.deepEqual(inTeams(), [['tom', 'Ana Ruiz mentions you on HC-1001: Tom, please look']]);
      assert.deepEqual(byMail(), []);
    });

    it('posts a card where the feed does not take it, and mails whoever has no chat with the bot either', async () => {
      world.engine.activityFeed = { tell: async () => false };
      await assign('ana', 'tom');
      assert.deepEqual([inTeams().length, byMail().length], [1, 0]);
      world.engine.notifier = { notify: async () => 0 };
      await assign('tom', 'ana');
      await assign('ana', 'tom');
      assert.deepEqual(byMail().filter(([to]) => to === 'tom.okafor@contoso.example').length, 1);
    });

    it('tells by the same name once Graph lets it, and nowhere else meanwhile', async () => {
      const keys: string[] = [];
      world.engine.activityFeed = {
        tell: async ({ key }) => {
          if (keys.push(key) === 1) throw new Failure('throttled', 'Graph asked to wait', { retryAfterSeconds: 90 });
          return true;
        },
      };
      await assign('ana', 'tom');
      world.clock.advance(89_000);
      await world.settle();
      assert.equal(keys.length, 1);
      world.clock.advance(1_000);
      await world.settle();
      await world.settle();
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
      assert.deepEqual([inTeams(), byMail()], [[], []]);
    });
  });

  it('holds notices back in quiet hours, and drops what no longer matters by then', async () => {
    world.clock.set('2026-03-02T21:30:00.000Z');
    const nights = { timezone: 'Europe/Berlin', blocks: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '07:00' }] };
    await wants('tom', {}, nights);
    await wants('sofia', {}, nights);
    await assign('ana', 'sofia');
    await assign('ana', 'tom');
    world.clock.set('2026-03-03T05:59:00.000Z');
    await world.settle();
    const ofAssignment = () => inTeams().filter(([, text]) => text?.includes('has given you'));
    assert.deepEqual(ofAssignment(), []);
    world.clock.set('2026-03-03T06:00:00.000Z');
    await world.settle();
    assert.deepEqual(
      ofAssignment().map(([who]) => who),
      ['tom'],
    );
  });

  it('tells of a clock once, though a rule tells the same person of it', async () => {
    await world.setRules(
      aRule({
        name: 'at risk',
        when: [{ kind: 'sla', level: 'at_risk' }],
        do: [
          { kind: 'notify', whom: { kind: 'assignee' }, text: '{{number}} is at risk' },
          { kind: 'notify', whom: { kind: 'managers' }, text: '{{number}} is at risk' },
        ],
      }),
    );
    await assign('tom', 'tom');
    world.clock.advance(49 * minute);
    await world.settle();
    assert.deepEqual(
      inTeams()
        .map(([who]) => who)
        .sort(),
      ['sofia', 'tom'],
    );
  });

  it('tells whom the steps of a policy name, and the members of a team that has no channel', async () => {
    const { value } = await world.app.readSettings('sla-policies');
    const [policy] = (value as { policies: Record<string, unknown>[] }).policies;
    const actions = ['assignee', 'team', 'managers'].map((who) => ({ do: 'notify', who }));
    const escalation = [{ id: 'late', clock: 'resolution', minutesAfterDue: -60, actions }];
    const policies = { policies: [{ ...policy, escalation }] };
    await world.app.writeSettings(
      system,
      'sla-policies',
      policies,
      (await world.app.readSettings('sla-policies')).etag,
    );
    await world.app.editCase(actor('sofia', 'manager'), id, { team: 'property' });
    await assign('tom', 'tom');
    world.engine.notifier = {
      notify: async (notice) => (notice.target.kind === 'channel' ? 0 : world.notices.push(notice)),
    };
    world.clock.advance(181 * minute);
    await world.settle();
    const escalated = inTeams().filter(([, text]) => text?.includes('escalation step late'));
    // Tom has it and is of the team, Sofia manages the team and is of it: each hears of it once.
    assert.deepEqual(escalated.map(([who]) => who).sort(), ['ana', 'sofia', 'tom']);
  });
});

describe('What somebody says of notifications', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ app: (await workflowWorld()).app });
  });
  afterEach(() => harness.close());

  const path = '/api/me/notifications';
  const put = (body: unknown, etag?: string, as = 'agent') =>
    harness.call('PUT', path, { as, body, ...(etag !== undefined && { headers: { 'if-match': etag } }) });

  it('is everything in Teams until they say otherwise, and each has their own', async () => {
    const first = await harness.call('GET', path);
    assert.deepEqual(first.json, usualPreferences);
    const quiet = { timezone: 'Europe/Berlin', blocks: [{ days: [1, 2], from: '18:00', to: '08:00' }] };
    const wanted = { channels: { ...usualPreferences.channels, rule: 'off', overdue: 'email' }, quiet };
    const written = await put(wanted, first.headers.get('etag') ?? '');
    assert.equal(written.status, 200);
    const read = await harness.call('GET', path);
    assert.deepEqual(read.json, wanted);
    assert.equal(read.headers.get('etag'), written.headers.get('etag'));
    assert.deepEqual((await harness.call('GET', path, { as: 'manager' })).json, usualPreferences);
  });

  it('is not written over what was changed meanwhile, nor without saying over what', async () => {
    const etag = (await harness.call('GET', path)).headers.get('etag') ?? '';
    assert.equal((await put(usualPreferences)).status, 428);
    assert.equal((await put(usualPreferences, etag)).status, 200);
    const late = await put(usualPreferences, etag);
    assert.equal(late.status, 412);
    assert.deepEqual(late.json.current?.channels, usualPreferences.channels);
  });

  it('is refused where it cannot be followed', async () => {
    const etag = (await harness.call('GET', path)).headers.get('etag') ?? '';
    const block = { days: [1], from: '18:00', to: '08:00' };
    const { channels } = usualPreferences;
    for (const body of [
      { channels, quiet: { timezone: 'Mars/Olympus', blocks: [block] } },
      { channels, quiet: { timezone: 'UTC', blocks: [{ ...block, from: '25:00' }] } },
      { channels: { ...channels, assigned: 'pigeon' }, quiet: null },
      { channels: { assigned: 'teams' }, quiet: null },
    ]) {
      assert.equal((await put(body, etag)).status, 422, JSON.stringify(body));
    }
  });
});

describe('A notice by e-mail', () => {
  it('leaves through Graph once, and its case shows no message for it', async () => {
    const { emulator, another } = await startGraphFixture();
    try {
      const world = await workflowWorld();
      await world.setRules();
      await world.arrive(aMail());
      await world.settle();
      const id = (await world.cases())[0]?.value.id ?? '';
      world.engine.sender = another({});
      world.engine.notifier = { notify: async () => 0 };
      await world.app.assignCase(actor('ana'), id, { assignee: 'tom' });
      await world.settle();
      await world.settle();
      const sent = emulator.sent(support);
      assert.deepEqual(
        sent.map(({ toRecipients }) => toRecipients?.[0]?.emailAddress?.address),
        ['tom.okafor@contoso.example'],
      );
      assert.equal((await world.store.messages(id)).length, 1);
    } finally {
      await emulator.close();
    }
  });
});
