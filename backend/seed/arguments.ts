import { parseArgs } from 'node:util';

export interface SeedArguments {
  cases: number;
  /** Messages over all cases; null leaves it to chance, 1 to 4 a case. */
  mails: number | null;
}

const mostCases = 2_000_000;
const mostMailsPerCase = 10;

export const seedUsage = 'npm run seed -- --cases 10000 [--mails 25000]';

/** What to make, or every reason why not, in sentences. */
export function readSeedArguments(args: string[]): SeedArguments | { faults: string[] } {
  const given = namedValues(args);
  if (typeof given === 'string') return { faults: [given] };
  const cases = countOf(given.cases);
  const mails = given.mails === undefined ? null : countOf(given.mails);
  const faults: string[] = [];
  if (given.cases === undefined) faults.push('--cases is missing.');
  else if (cases === undefined || cases < 1 || cases > mostCases)
    faults.push(`--cases must be a whole number from 1 to ${mostCases}.`);
  if (mails === undefined || (mails !== null && cases !== undefined && mails > cases * mostMailsPerCase))
    faults.push(`--mails must be a whole number, at most ${mostMailsPerCase} for each case.`);
  return faults.length > 0 || cases === undefined || mails === undefined ? { faults } : { cases, mails };
}

function namedValues(args: string[]): { cases?: string; mails?: string } | string {
  try {
    return parseArgs({ args, options: { cases: { type: 'string' }, mails: { type: 'string' } } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
