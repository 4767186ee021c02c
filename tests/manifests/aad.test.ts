import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { appRoles } from '../../backend/domain/access/app-roles.ts';

const application = JSON.parse(readFileSync(new URL('../../manifests/aad/aad.manifest.json', import.meta.url), 'utf8'));
const teams = JSON.parse(readFileSync(new URL('../../manifests/teams/manifest.json', import.meta.url), 'utf8'));

describe('The Entra application', () => {
  it('has exactly the roles that the server reads from a token', () => {
    const values = application.appRoles.map(({ value }: { value: string }) => value);
    assert.deepEqual(values.sort(), Object.values(appRoles).sort());
  });

  it('issues the tokens that the server believes: version 2, for its own address', () => {
    assert.equal(application.api.requestedAccessTokenVersion, 2);
    assert.deepEqual(application.identifierUris, [teams.webApplicationInfo.resource]);
  });

  it('lets Teams and Outlook sign people in without asking each of them', () => {
    const [scope] = application.api.oauth2PermissionScopes;
    assert.equal(scope.value, 'access_as_user');
    for (const { delegatedPermissionIds } of application.api.preAuthorizedApplications) {
      assert.deepEqual(delegatedPermissionIds, [scope.id]);
    }
  });

  it('asks for no right on the mailboxes of the tenant', () => {
    const kinds = application.requiredResourceAccess.flatMap(
      ({ resourceAccess }: { resourceAccess: { type: string }[] }) => resourceAccess.map(({ type }) => type),
    );
    assert.ok(kinds.every((kind: string) => kind === 'Scope'));
  });
});
