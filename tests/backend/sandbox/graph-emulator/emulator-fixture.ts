import { type GraphEmulator, startGraphEmulator } from '../../../../backend/sandbox/graph-emulator/emulator.ts';

export const support = 'support@contoso.example';

export interface Answer {
  status: number;
  headers: Headers;
  json: Record<string, unknown> & { value?: Record<string, unknown>[]; error?: { code: string } };
  text: string;
}

export interface EmulatorFixture {
  emulator: GraphEmulator;
  /** `target` is a path after the version, or a whole address as found in a link. */
  call(method: string, target: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** The emulator, called by plain fetch. */
export async function startEmulatorFixture(
  options: Partial<Parameters<typeof startGraphEmulator>[0]> = {},
): Promise<EmulatorFixture> {
  const emulator = await startGraphEmulator({
    mailboxes: [support, 'sales@contoso.example'],
    notificationRetryDelaysMs: [10, 20],
    ...options,
  });
  const origin = new URL(emulator.url).origin;

  async function call(method: string, target: string, body?: unknown, headers: Record<string, string> = {}) {
    const address = target.startsWith('http') ? target : (target.startsWith('/_') ? origin : emulator.url) + target;
    const response = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${emulator.token}`,
        prefer: 'IdType="ImmutableId"',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  }

  return { emulator, call };
}

export function recipient(address: string) {
  return { emailAddress: { address, name: address } };
}

export function aMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Broken lift',
    from: recipient('ada@fabrikam.example'),
    toRecipients: [recipient(support)],
    body: { contentType: 'html', content: '<p>It is <b>stuck</b>.</p>' },
    ...changes,
  };
}
