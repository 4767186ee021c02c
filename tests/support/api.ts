import { type Call, createClient } from '../../backend/contracts/client.ts';
import { endpoints } from '../../backend/contracts/endpoints.ts';
import { sandboxEndpoints } from '../../backend/contracts/sandbox-endpoints.ts';

export interface TestApi {
  call: Call<typeof endpoints>;
  sandbox: Call<typeof sandboxEndpoints>;
  token: string;
}

/** The typed client of a running product, signed in as somebody of the sandbox. */
export async function signIn(
  url: string,
  role: 'agent' | 'manager' | 'admin' = 'agent',
  name?: string,
): Promise<TestApi> {
  const answer = await fetch(`${url}/sandbox/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(name !== undefined && { name }) }),
  });
  const { token } = (await answer.json()) as { token: string };
  const send = async (request: { method: string; path: string; headers: Record<string, string>; body?: string }) => {
    const { path, ...init } = request;
    const response = await fetch(url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { call: createClient(endpoints, send), sandbox: createClient(sandboxEndpoints, send), token };
}

/** Every case that matches, over all pages. */
export async function allCases(api: TestApi, query: Record<string, string> = {}) {
  const items = [];
  let after: string | undefined;
  do {
    const page = await api.call('listCases', {
      query: { ...query, limit: 200, sort: 'created', ...(after && { after }) },
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
