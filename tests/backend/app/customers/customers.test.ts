import assert from 'node:assert/strict';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { aMail } from '../../../builders/mail.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const ana = { id: 'ana', name: 'Ana Ruiz', role: 'agent', surface: 'tab' } as const;

describe('Customers', () => {
  it('are listed by their newest case, found by name and address, and paged', async () => {
    const world = await workflowWorld();
    for (let n = 0; n < 12; n++) {
      const who = { email: `Customer${n % 5}@Example.com`, name: `Name ${n % 5}` };
      await world.arrive(aMail({ from: who, subject: `Matter ${n}` }));
      await world.settle();
    }
    const { app } = world;
    const [first] = (await world.cases()).filter(({ value }) => value.subject === 'Matter 0');
    world.clock.advance(60_000);
    await app.changeStatus(ana, first?.value.id ?? '', { status: 'resolved' });
    const all = await app.listCustomers({ limit: 50 });
    assert.deepEqual(
      all.items.map(({ email, cases, openCases }) => [email.toLowerCase(), cases, openCases]),
      [
        ['customer1@example.com', 3, 3],
        ['customer0@example.com', 3, 2],
        ['customer4@example.com', 2, 2],
        ['customer3@example.com', 2, 2],
        ['customer2@example.com', 2, 2],
      ],
    );
    assert.equal(all.total, 5);
    const pages: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await app.listCustomers({ limit: 2, after });
      pages.push(...page.items.map(({ email }) => email));
      after = page.next;
      if (after === undefined) break;
    }
    assert.deepEqual(
      pages,
      all.items.map(({ email }) => email),
    );
    const found = await app.listCustomers({ q: 'NAME 3', limit: 50 });
    assert.deepEqual([found.total, found.items[0]?.name], [1, 'Name 3']);
    assert.equal((await app.listCustomers({ q: 'nobody', limit: 50 })).total, 0);
    await assert.rejects(app.listCustomers({ limit: 1, after: 'x' }), (error) => isFailure(error, 'invalid'));

    const one = await app.getCustomer('CUSTOMER0@example.com', { limit: 2 });
    assert.deepEqual([one.name, one.cases, one.openCases, one.page.total], ['Name 0', 3, 2, 3]);
    assert.equal(one.page.items[0]?.value.subject, 'Matter 0', 'the one that changed last comes first');
    assert.equal(one.firstCaseAt, first?.value.createdAt);
    assert.ok(one.page.next !== undefined);
    await assert.rejects(app.getCustomer('nobody@example.com', { limit: 1 }), (error) => isFailure(error, 'not-found'));
  });
});
