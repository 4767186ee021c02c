import type { Comparison } from './condition-edits.ts';

export type Operator = Comparison['op'];
export type FieldKind = 'choice' | 'category' | 'text' | 'list' | 'number' | 'boolean' | 'date';

const changes = ['has changed', 'has changed to', 'has changed from'] as const;
const presence = ['is set', 'is not set'] as const;
const parts = ['contains', 'contains not', 'contains any of', 'contains all of', 'contains none of'] as const;
const choice = ['is', 'is not', 'is any of', 'is none of', ...presence, ...changes] as const;

const byKind: Record<FieldKind, readonly Operator[]> = {
  choice,
  category: ['is under', ...choice],
  text: [
    'contains a word of',
    ...parts,
    'is',
    'is not',
    'is any of',
    'is none of',
    'starts with',
    'starts with one of',
    'ends with',
    'ends with one of',
    'matches regex',
    'does not match regex',
    'sender pattern',
    ...presence,
    ...changes,
  ],
  list: [...parts, ...presence, 'has changed'],
  number: ['greater than', 'less than', 'is', 'is not', ...presence, 'has changed'],
  boolean: ['is', 'is not', ...presence, 'has changed'],
  date: [
    'before (relative)',
    'after (relative)',
    'till (relative)',
    'from (relative)',
    'within last (relative)',
    'within next (relative)',
    'today',
    'before (absolute)',
    'after (absolute)',
    ...presence,
    ...changes,
  ],
};

/** Operators that make sense for a field; one that a rule has already is kept among them. */
export function operatorsOf(kind: FieldKind, present?: Operator): readonly Operator[] {
  const usual = byKind[kind];
  return present === undefined || usual.includes(present) ? usual : [present, ...usual];
}

/** What an operator compares with. */
export type Operand = 'none' | 'one' | 'many' | 'span' | 'day';

export function operandOf(op: Operator): Operand {
  if (op === 'today' || op === 'has changed' || op === 'is set' || op === 'is not set') return 'none';
  if (op.endsWith('(relative)')) return 'span';
  if (op.endsWith('(absolute)')) return 'day';
  return /\b(?:any|none|all|one|word) of$/.test(op) ? 'many' : 'one';
}

/** The comparison with another operator; what was entered stays where it still fits. */
export function withOperator(comparison: Comparison, op: Operator, kind: FieldKind): Comparison {
  const { field, value, caseSensitive } = comparison;
  const before = operandOf(comparison.op);
  const after = operandOf(op);
  const kept = { field, op, ...(caseSensitive !== undefined && { caseSensitive }) };
  if (after === 'none') return kept;
  if (after === 'span') return before === 'span' ? { ...comparison, op } : { ...kept, value: 1, unit: 'day' };
  if (after === before) return { ...kept, value };
  const fits = before === 'one' || before === 'many';
  const [first] = fits ? [value].flat() : [];
  if (after === 'many') return { ...kept, value: fits && value !== undefined && value !== '' ? [value].flat() : [] };
  if (after === 'day') return { ...kept, value: '' };
  return { ...kept, value: first ?? firstValue(kind) };
}

/** A comparison of another field begins anew. */
export function freshComparison(field: string, kind: FieldKind): Comparison {
  const [op = 'is'] = operatorsOf(kind);
  return withOperator({ field, op: 'is set' }, op, kind);
}

function firstValue(kind: FieldKind): unknown {
  if (kind === 'boolean') return true;
  return kind === 'number' ? 0 : '';
}
