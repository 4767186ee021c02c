import type { AskQuery } from '../../../../backend/contracts/ask.ts';

/** What the address says is asked: a question in words, and the query where somebody changed what was understood. */
export interface Asked {
  question: string;
  query: AskQuery | null;
}

/** The server decides whether a query is one; here it only has to be an object. */
export function readAsked({ question = '', query = '' }: Record<string, string>): Asked {
  try {
    const read: unknown = JSON.parse(query);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return { question, query: isObject ? (read as AskQuery) : null };
  } catch {
    return { question, query: null };
  }
}

export function writeAsked({ question, query }: Asked): Record<string, string> {
  return { ...(question !== '' && { question }), ...(query !== null && { query: JSON.stringify(query) }) };
}

/**
 * The address of the list behind an answer, from the path of the API; `group` narrows it to one line of the answer.
 * Null where there is no case.
 */
export function addressOf(path: string | null, group?: { by: string; key: string | null }): string | null {
  if (path === null) return null;
  const asked = new URLSearchParams(path.slice(path.indexOf('?') + 1));
  if (group !== undefined) asked.set(group.by, group.key ?? 'none');
  const params = new URLSearchParams({ view: 'all' });
  for (const name of new Set(asked.keys())) params.set(name, asked.getAll(name).join(','));
  return `?${params.toString().replaceAll('%2C', ',')}`;
}
