import type { SandboxPlaces } from '../../contracts/sandbox.ts';
import type { sandboxEndpoints } from '../../contracts/sandbox-endpoints.ts';
import type { Handlers } from '../../http/call.ts';
import type { SandboxIdentity } from '../identity.ts';
import type { Mailroom } from '../mailroom.ts';
import type { SampleDelivery } from '../sample-delivery.ts';

export interface SandboxRouteDeps {
  identity: Pick<SandboxIdentity, 'issue'>;
  mailroom: Mailroom;
  samples: SampleDelivery;
  /** Asked anew each time, because the playground may come up late. */
  places: () => SandboxPlaces;
}

export function sandboxRoutes(deps: SandboxRouteDeps): Handlers<typeof sandboxEndpoints> {
  const { identity, mailroom, samples, places } = deps;
  return {
    token: async ({ body }) => ({ body: { token: await identity.issue(body) } }),
    places: async () => ({ body: places() }),
    inbox: async ({ query }) => ({ body: await mailroom.inbox(query.limit) }),
    openMail: async ({ params }) => ({ body: await mailroom.open(params.id) }),
    openFile: async ({ params }) => ({ body: mailroom.file(params.id, params.file) }),
    sendMail: async ({ body, actor }) => ({ body: mailroom.send(body, actor.name) }),
    writeMail: async ({ body }) => ({ body: await mailroom.write(body) }),
    samples: async () => ({ body: samples.samples() }),
    deliverSamples: async ({ body }) => ({ body: await samples.deliver(body) }),
  };
}
