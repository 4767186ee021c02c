import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFailure } from '../../../backend/domain/failure.ts';
import { createSandboxIdentity } from '../../../backend/sandbox/identity.ts';

describe('Signing in to the sandbox', () => {
  const dir = mkdtempSync(join(tmpdir(), 'identity-'));
  after(() => rmSync(dir, { recursive: true }));
  const identity = createSandboxIdentity(dir);

  async function who(role: 'agent' | 'manager' | 'admin', name?: string) {
    return (await identity.verify(await identity.issue({ role, name }))).actor;
  }

  it('without a name makes somebody the first sample agent of the role', async () => {
    assert.equal((await who('agent')).name, 'Jonas Weber');
    assert.equal((await who('manager')).name, 'Sofia Marin');
    assert.deepEqual(await who('admin'), {
      id: '00000000-0000-0000-0000-000000000006',
      name: 'Alex Admin',
      role: 'admin',
      surface: 'api',
    });
  });

  it('knows sample agents by name and gives everybody else an id that stays', async () => {
    assert.equal((await who('agent', 'ana ruiz')).id, '00000000-0000-0000-0000-000000000002');
    const somebody = await who('agent', 'Kim Example');
    assert.equal(somebody.name, 'Kim Example');
    assert.match(somebody.id, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    assert.equal((await who('manager', 'Kim Example')).id, somebody.id);
  });

  it('survives a restart, with a key that only its owner can read', async () => {
    const token = await identity.issue({ role: 'agent' });
    const { actor, expiresAtMs } = await createSandboxIdentity(dir).verify(token);
    assert.equal(actor.role, 'agent');
    assert.ok(expiresAtMs > Date.now());
    assert.equal(statSync(join(dir, 'sandbox-key')).mode & 0o777, 0o600);
  });

  it('is not good in another data folder, and garbage is good nowhere', async () => {
    const other = mkdtempSync(join(tmpdir(), 'identity-'));
    try {
      const foreign = await createSandboxIdentity(other).issue({ role: 'admin' });
      for (const token of [foreign, 'x', '']) {
        await assert.rejects(identity.verify(token), (error) => isFailure(error, 'unauthenticated'));
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});
