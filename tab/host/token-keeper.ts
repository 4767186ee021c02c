/** Keeps a token in memory until shortly before it ends, so that not every request asks for a new one. */
export function keepToken(fetchToken: () => Promise<string>, nowMs: () => number): () => Promise<string> {
  let token = '';
  let endsMs = 0;
  return async () => {
    if (nowMs() < endsMs - 60_000) return token;
    token = await fetchToken();
    endsMs = expiryMs(token) ?? nowMs() + 5 * 60_000;
    return token;
  };
}

/** The `exp` of a JSON web token in milliseconds, or null when it cannot be read. The server alone judges the token. */
function expiryMs(token: string): number | null {
  const payload = token.split('.')[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null;
    return typeof exp === 'number' ? exp * 1000 : null;
  } catch {
    return null;
  }
}
