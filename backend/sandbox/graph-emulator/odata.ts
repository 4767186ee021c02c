import { badRequest } from './graph-error.ts';
import type { StoredMessage } from './graph-types.ts';

export interface Query {
  /** Undefined asks for everything that comes unasked. */
  select: string[] | undefined;
  filter: Condition[];
  orderBy: { field: string; descending: boolean }[];
  top: number | undefined;
  skip: number;
  count: boolean;
  /** Properties of each attachment, when attachments are to come along. */
  attachments: string[] | 'all' | undefined;
}

export interface Condition {
  field: string;
  operator: 'eq' | 'ge' | 'gt' | 'le' | 'lt';
  value: string | number | boolean;
}

const known = new Set(['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand']);
const term = /^\s*([A-Za-z/]+)\s+(eq|ge|gt|le|lt)\s+('(?:[^']|'')*'|[^\s']+)\s*(and\s|$)/i;

/** The value of every property a filter or order may name. */
const fields: Record<string, (stored: StoredMessage) => string | number | boolean> = {
  receivedDateTime: ({ content }) => Date.parse(content.receivedDateTime),
  sentDateTime: ({ content }) => Date.parse(content.sentDateTime),
  internetMessageId: ({ content }) => content.internetMessageId,
  conversationId: ({ content }) => content.conversationId,
  subject: ({ content }) => content.subject ?? '',
  'from/emailAddress/address': ({ content }) => content.from?.emailAddress?.address?.toLowerCase() ?? '',
  isRead: ({ content }) => content.isRead,
  isDraft: ({ content }) => content.isDraft,
  hasAttachments: ({ content }) => content.hasAttachments,
};

export function readQuery(parameters: URLSearchParams): Query {
  for (const name of parameters.keys()) {
    if (name.startsWith('$') && !known.has(name)) throw badRequest(`The query option '${name}' is not supported.`);
  }
  const filter = readFilter(parameters.get('$filter') ?? '');
  const orderBy = readOrder(parameters.get('$orderby') ?? '');
  checkEfficient(filter, orderBy);
  return {
    select: readList(parameters.get('$select')),
    filter,
    orderBy,
    top: readTop(parameters.get('$top')),
    skip: Number(parameters.get('$skip') ?? 0) || 0,
    count: parameters.get('$count') === 'true',
    attachments: readExpand(parameters.get('$expand')),
  };
}

export function readList(value: string | null): string[] | undefined {
  if (value === null) return undefined;
  return value.split(',').map((name) => name.trim());
}

function readTop(value: string | null): number | undefined {
  if (value === null) return undefined;
  const top = Number(value);
  if (Number.isInteger(top) && top >= 1 && top <= 1000) return top;
  throw badRequest(`Invalid value '${value}' for $top query option found.`);
}

function readExpand(value: string | null): Query['attachments'] {
  if (value === null) return undefined;
  const match = /^attachments(?:\(\$select=([^()]*)\))?$/.exec(value.trim());
  if (!match) throw badRequest(`Parsing OData Select and Expand failed: '${value}'.`, 'RequestBroker--ParseUri');
  return readList(match[1] ?? null) ?? 'all';
}

function readFilter(value: string): Condition[] {
  const conditions: Condition[] = [];
  let rest = value;
  while (rest.trim() !== '') {
    const match = term.exec(rest);
    if (!match?.[1] || !match[2] || !match[3]) throw invalidFilter();
    conditions.push(condition(match[1], match[2].toLowerCase(), match[3]));
    rest = rest.slice(match[0].length);
  }
  return conditions;
}

function condition(field: string, operator: string, literal: string): Condition {
  if (!Object.hasOwn(fields, field)) throw invalidFilter();
  const comparison = operator as Condition['operator'];
  if (field.endsWith('DateTime')) {
    const ms = Date.parse(literal);
    if (Number.isNaN(ms) || !/^\d{4}-/.test(literal)) throw invalidFilter();
    return { field, operator: comparison, value: ms };
  }
  if (comparison !== 'eq') throw invalidFilter();
  if (literal === 'true' || literal === 'false') return { field, operator: 'eq', value: literal === 'true' };
  if (!literal.startsWith("'")) throw invalidFilter();
  const text = literal.slice(1, -1).replaceAll("''", "'");
  return { field, operator: 'eq', value: field.startsWith('from/') ? text.toLowerCase() : text };
}

function invalidFilter() {
  return badRequest('Invalid filter clause', 'ErrorInvalidUrlQueryFilter');
}

function readOrder(value: string): Query['orderBy'] {
  return value
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [field = '', direction = 'asc'] = part.trim().split(/\s+/);
      if (!Object.hasOwn(fields, field)) throw badRequest(`Could not find a property named '${field}'.`);
      return { field, descending: direction.toLowerCase() === 'desc' };
    });
}

/** Exchange sorts only by what it also filters by, in the same order. */
function checkEfficient(filter: Condition[], orderBy: Query['orderBy']): void {
  if (filter.length === 0) return;
  const fits = orderBy.every(({ field }, index) => filter[index]?.field === field);
  if (!fits) throw badRequest('The restriction or sort order is too complex for this operation.', 'InefficientFilter');
}

export function matches(stored: StoredMessage, filter: Condition[]): boolean {
  return filter.every(({ field, operator, value }) => {
    const actual = fields[field]?.(stored);
    if (actual === undefined) return false;
    if (operator === 'eq') return actual === value;
    if (operator === 'ge') return actual >= value;
    if (operator === 'gt') return actual > value;
    return operator === 'le' ? actual <= value : actual < value;
  });
}

/** Without an order Exchange shows the newest first. */
export function sortMessages(messages: StoredMessage[], orderBy: Query['orderBy']): StoredMessage[] {
  const [order = { field: 'receivedDateTime', descending: true }] = orderBy;
  const keyed = messages.map((stored) => ({ stored, key: fields[order.field]?.(stored) ?? '' }));
  const sign = order.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return sign * (a.stored.serial - b.stored.serial);
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ stored }) => stored);
}
