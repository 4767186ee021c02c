import assert from 'node:assert/strict';
import { defaultRules } from '../../../../backend/default-rules.ts';
import type { CaseEvent } from '../../../../backend/domain/case/case.ts';
import { aMail } from '../../../builders/mail.ts';
import { plainAnalysis } from '../../../support/intake-world.ts';
import { people, type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';
import { type Harness, startHarness } from '../../http/harness.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Every shipped rule, from the mail or the click that begins it to what people see of it. */
describe('The shipped rules', () => {
  let world: WorkflowWorld;
  let harness: Harness;
  const fired = new Set<string>();

  beforeEach(async () => {
    world = await workflowWorld();
    harness = await startHarness({ app: world.app });
  });
  afterEach(() => harness.close());

  async function mailOpensCase(analysis = {}): Promise<string> {
    world.deps.analyst = { analyse: async () => ({ ...plainAnalysis, ...analysis }) };
    await world.arrive(aMail());
    await world.settle();
    const [opened] = await world.cases();
    return opened?.value.id ?? '';
  }

  /** The last firing of the rule in the case's history, by the API. */
  async function firingOf(caseId: string, ruleName: string): Promise<Pick<CaseEvent, 'actor' | 'changes' | 'reason'>> {
    const { json } = await harness.call('GET', `/api/cases/${caseId}/history`);
    const found = json.items.findLast(({ reason }: CaseEvent) => reason?.includes(`Rule “${ruleName}”`));
    assert.ok(found, JSON.stringify(json.items));
    assert.equal(found.actor.id, 'system');
    fired.add(ruleName);
    return found;
  }

  function assertTold(who: string | 'managers', words: RegExp): void {
    const ids = who === 'managers' ? people.filter(({ role }) => role === 'manager').map(({ id }) => id) : [who];
    assert.deepEqual(
      world.notices.filter(({ text }) => words.test(text)).map(({ target }) => target),
      [{ kind: 'people', ids }],
    );
  }

  async function click(method: string, path: string, body: unknown): Promise<void> {
    const { status, text } = await harness.call(method, path, { body });
    assert.ok(status < 300, text);
    await world.settle();
  }

  it('bring a complaint to the managers', async () => {
    const id = await mailOpensCase({ complaint: true });
    await firingOf(id, 'Complaint to the managers');
    assertTold('managers', /^Nadia Haddad complains: Water drips/);
    const { json } = await harness.call('GET', `/api/cases/${id}`);
    assert.deepEqual(json.tags, ['complaint']);
  });

  it('say when nobody takes what is pressing, and not when somebody does', async () => {
    const id = await mailOpensCase({ priority: 'urgent' });
    world.clock.advance(14 * minute);
    await world.settle();
    assert.deepEqual(world.notices, []);
    world.clock.advance(minute);
    await world.settle();
    await firingOf(id, 'Pressing and nobody has it');
    assertTold('managers', /^Nobody has taken HC-1001 yet, which is urgent/);
  });

  it('tell the managers what is overdue', async () => {
    const id = await mailOpensCase();
    world.clock.advance(61 * minute);
    await world.settle();
    await firingOf(id, 'Overdue: tell the managers');
    assertTold('managers', /^HC-1001 is overdue/);
    const { json } = await harness.call('GET', `/api/cases/${id}`);
    assert.deepEqual(json.tags, ['overdue']);
  });

  it('close what was resolved and stayed quiet for five days', async () => {
    const id = await mailOpensCase();
    await click('PATCH', `/api/cases/${id}/status`, { status: 'resolved' });
    world.clock.advance(4 * day);
    await world.settle();
    assert.equal((await world.store.get(id))?.value.status, 'resolved');
    world.clock.advance(day + minute);
    await world.settle();
    const { changes } = await firingOf(id, 'Close after 5 quiet days');
    assert.deepEqual(changes, [{ field: 'status', from: 'resolved', to: 'closed' }]);
  });

  it('tell whoever had a case that its customer has written again', async () => {
    const first = aMail();
    await world.arrive(first);
    await world.settle();
    const [opened] = await world.cases();
    const id = opened?.value.id ?? '';
    await click('PATCH', `/api/cases/${id}/assign`, { assignee: 'tom' });
    await click('PATCH', `/api/cases/${id}/status`, { status: 'resolved' });
    const headers = [{ name: 'In-Reply-To', value: first.internetMessageId ?? '' }];
    await world.arrive(aMail({ subject: 'Re: leak', conversationId: first.conversationId, headers }));
    await world.settle();
    await firingOf(id, 'Reopened: tell whoever had it');
    assertTold('tom', /^Nadia Haddad has written again/);
  });

  after(() => {
    assert.deepEqual([...fired].sort(), defaultRules.rules.map(({ name }) => name).sort());
  });
});
