const secretName = /authorization|token|secret|password|cookie|api-?key|account-?key|signature|clientstate/i;
/** Addresses carry secrets too: shared access signatures, validation tokens. */
const secretInText = /\b((?:sig|token|secret|password|code|key)=)[^&\s"']+/gi;
const bearer = /\b(bearer\s+)[\w.~+/=-]+/gi;
const hidden = '[hidden]';
const deepest = 5;

/** A copy for the log in which secrets are hidden by the name of their field, and errors keep what helps to find them. */
export function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return copyFields(fields, 0);
}

function copyFields(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretName.test(name) ? hidden : copy(value, depth + 1)]),
  );
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(secretInText, `$1${hidden}`).replace(bearer, `$1${hidden}`);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deep]';
  if (value instanceof Error) return copyError(value, depth);
  if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
  return copyFields(value as Record<string, unknown>, depth);
}

// Errors of SDKs drag their request along, with its headers and body; only these fields are ours to show.
function copyError(error: Error, depth: number): Record<string, unknown> {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    name: error.name,
    message: copy(error.message, depth),
    ...(typeof code === 'string' && { code }),
    ...(typeof statusCode === 'number' && { statusCode }),
    stack: copy(error.stack, depth),
    ...(error.cause !== undefined && { cause: copy(error.cause, depth + 1) }),
  };
}
