/** What is kept of a request that took long. */
export interface SlowRequest {
  atMs: number;
  requestId: string;
  /** Name of the endpoint's row. */
  name: string;
  /** See `describeQuery`. */
  asked: string;
  status: number;
  tookMs: number;
}

const mostKept = 50;

/** The latest requests that took long. */
export class SlowRequests {
  readonly #kept: SlowRequest[] = [];

  note(request: SlowRequest): void {
    this.#kept.push(request);
    if (this.#kept.length > mostKept) this.#kept.shift();
  }

  /** The newest first. */
  newest(): SlowRequest[] {
    return this.#kept.toReversed();
  }
}

/** Parameters of which the values are words of the product, instants or numbers, and so say nothing of anybody. */
const spoken = new Set([
  'status',
  'priority',
  'category',
  'sentiment',
  'sla',
  'source',
  'sort',
  'limit',
  'interval',
  'by',
  'clock',
  'format',
  'became',
  'createdFrom',
  'createdTo',
  'updatedFrom',
  'updatedTo',
  'dueBefore',
  'from',
  'to',
  'days',
]);
/** A mistyped value may be anything, so only what looks like such a word is repeated. */
const word = /^[\w:.,+-]{1,40}$/;
const longest = 300;

/** A query as it may be shown to whoever looks after the machine: without names, addresses and what was searched for. */
export function describeQuery(search: string): string {
  const params = new URLSearchParams(search);
  const parts = [...new Set(params.keys())].map((name) => {
    const values = params.getAll(name);
    if (!spoken.has(name)) return word.test(name) ? `${name}: ${amountOf(name, values)}` : 'another parameter';
    return `${name}: ${values.map((value) => (word.test(value) ? value : 'another value')).join(', ')}`;
  });
  return parts.join(' · ').slice(0, longest);
}

function amountOf(name: string, values: string[]): string {
  if (name !== 'q') return counted(values.flatMap((value) => value.split(',')).length, 'value');
  return counted(
    values
      .join(' ')
      .split(/\s+/)
      .filter((part) => part !== '').length,
    'word',
  );
}

function counted(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
