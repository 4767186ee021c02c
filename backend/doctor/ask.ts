/** What a server answered, or that it did not. */
export type Asked = { kind: 'answer'; status: number; body: unknown } | { kind: 'silence'; why: string };

const longestWaitMs = 10_000;

/** One request, never repeated: the doctor tells what it saw. The body is parsed where it is JSON. */
export async function ask(url: string, request: RequestInit = {}): Promise<Asked> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(longestWaitMs) });
    const text = await response.text();
    return { kind: 'answer', status: response.status, body: parsed(text) };
  } catch (error) {
    return { kind: 'silence', why: reasonOf(error) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's code, such as ENOTFOUND or CERT_HAS_EXPIRED, says more than "fetch failed". */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer within 10 seconds';
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined);
  return code ?? 'no connection';
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
