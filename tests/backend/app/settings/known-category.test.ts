import assert from 'node:assert/strict';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { ana } from '../../../support/lifecycle-world.ts';
import { workflowWorld } from '../../../support/workflow-world.ts';

const pat = { email: 'pat@example.com', name: 'Pat' };

function refusedAt(path: string) {
  return (error: unknown) => {
    assert.ok(isFailure(error, 'invalid'), String(error));
    assert.deepEqual(error.faults, [
      { path, message: 'must be the key of a category: technical, billing, account, feature_request, general' },
    ]);
    return true;
  };
}

describe('A category that is not in the tree', () => {
  it('is refused wherever somebody gives it, naming the field and what could be said', async () => {
    const { app } = await workflowWorld();
    const input = { subject: 'S', customer: pat, description: '', source: 'api' } as const;
    await assert.rejects(app.createCase(ana, { ...input, category: 'pets' }), refusedAt('category'));
    const made = await app.createCase(ana, { ...input, category: 'billing' });
    const { id } = made.case.value;
    await assert.rejects(app.editCase(ana, id, { category: 'pets' }), refusedAt('category'));
    const message = { subject: 'S', from: { emailAddress: { address: pat.email } } };
    const mail = { mailbox: 'support@contoso.example', message, overrides: { category: 'pets' } };
    await assert.rejects(app.caseFromMail(ana, mail as never), refusedAt('overrides.category'));
    const task = { case: id, title: 'T', description: '' };
    await assert.rejects(app.createTask(ana, { ...task, category: 'pets' }), refusedAt('category'));
    const { value } = (await app.createTask(ana, task)).task;
    assert.equal(value.category, 'billing');
    await assert.rejects(app.editTask(ana, value.id, { category: 'pets' }), refusedAt('category'));
  });

  it('stays on cases and tasks that have it from before, and all are welcome without a tree', async () => {
    const { app, write } = await workflowWorld();
    const input = { subject: 'S', customer: pat, description: '', source: 'api' } as const;
    const made = await app.createCase(ana, { ...input, category: 'billing' });
    await write('categories', { categories: [{ key: 'pets', name: 'Pets', parent: null }] });
    const edit = { category: 'billing', priority: 'low' } as const;
    assert.equal((await app.editCase(ana, made.case.value.id, edit)).value.priority, 'low');
    await write('categories', { categories: [] });
    assert.equal((await app.createCase(ana, { ...input, category: 'fish' })).case.value.category, 'fish');
  });
});
