import { createHash, createPublicKey } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { actorOfClaims, appRoles } from '../domain/access/app-roles.ts';
import { Failure } from '../domain/failure.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Agent } from '../ports/directory.ts';
import type { Authenticate } from '../ports/sign-in.ts';
import { sandboxAgents } from './agents.ts';
import { sandboxKey } from './sandbox-key.ts';

const issuer = 'https://sandbox.handyconnect.example';
const audience = 'handyconnect-sandbox';
const lifetime = '12h';

/** Signs anybody in, for trying the product alone. Its tokens are good in the data folder they were made in. */
export interface SandboxIdentity {
  /** Without a name: the first sample agent of the role. The same name is always the same person. */
  issue(who: { role: Role; name?: string | undefined }): Promise<string>;
  verify: Authenticate;
}

export function createSandboxIdentity(dataDir: string): SandboxIdentity {
  const privateKey = sandboxKey(dataDir);
  const publicKey = createPublicKey(privateKey);
  return {
    issue: ({ role, name }) => {
      const { id, name: known } = personFor(role, name);
      return new SignJWT({ oid: id, name: known, roles: [appRoles[role]] })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(privateKey);
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          issuer,
          audience,
          algorithms: ['ES256'],
          requiredClaims: ['exp'],
        });
        return { actor: actorOfClaims(payload), expiresAtMs: (payload.exp ?? 0) * 1_000 };
      } catch (error) {
        throw new Failure('unauthenticated', 'The access token is not valid.', { cause: error });
      }
    },
  };
}

function personFor(role: Role, name: string | undefined): Pick<Agent, 'id' | 'name'> {
  const wanted = name?.toLowerCase();
  const known = sandboxAgents.find((agent) =>
    wanted === undefined ? agent.role === role : agent.name.toLowerCase() === wanted,
  );
  if (known !== undefined) return known;
  return { id: idFromName(name ?? role), name: name ?? role };
}

/** Shaped like an Entra object id. */
function idFromName(name: string): string {
  const hex = createHash('sha256').update(name.toLowerCase()).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
