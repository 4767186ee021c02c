/** Posts only ever go to this machine: the sandbox must not reach anybody else. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return local && (protocol === 'http:' || protocol === 'https:');
}

/** True when the receiver answered with a success within `timeoutMs`. */
export async function postJson(address: string, body: unknown, timeoutMs: number, stop: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The handshake of a new subscription: the receiver repeats the token as plain text. */
export async function answersValidation(address: string, token: string, timeoutMs: number): Promise<boolean> {
  const url = new URL(address);
  const separator = url.search === '' ? '?' : '&';
  try {
    const response = await fetch(`${address}${separator}validationToken=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const plain = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
    return response.status === 200 && plain && text === token;
  } catch {
    return false;
  }
}
