import assert from 'node:assert/strict';
import { demand, may } from '../../../../backend/domain/access/permissions.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { permissions, roles } from '../../../../backend/domain/vocabulary.ts';

describe('Permissions', () => {
  it('grow with the role', () => {
    for (const permission of permissions) {
      const granted = roles.map((role) => may(role, permission));
      assert.deepEqual(granted, [...granted].sort(), `${permission} must not be lost by a higher role`);
      assert.equal(may('admin', permission), true);
    }
  });

  it('leave somebody without a role with nothing', () => {
    for (const permission of permissions) assert.equal(may(null, permission), false);
  });

  it('let only administrators change settings, and say what is missing', () => {
    assert.throws(
      () => demand('manager', 'settings.write'),
      (error) => isFailure(error, 'forbidden') && error.message.includes('admin'),
    );
    demand('admin', 'settings.write');
  });
});
