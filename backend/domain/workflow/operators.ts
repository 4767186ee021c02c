import type { ConditionOperator } from '../vocabulary.ts';
import type { Comparison, Subject, Test } from './condition.ts';
import { isSet, numberOf, textsOf, valueAt } from './field-value.ts';
import { holdsWord, listOf, sameText, textTest } from './text-tests.ts';
import { timeTests } from './time-tests.ts';
import { instantOf } from './zoned-time.ts';

const not =
  (test: Test): Test =>
  (...given) =>
    !test(...given);

/** Any value of a list equals any operand; numbers by value, texts letter by letter. No operand means "is empty". */
const is: Test = (value, comparison) => {
  const operands = listOf(comparison.value);
  if (operands.length === 0) return !isSet(value);
  const found = textsOf(value);
  return operands.some((operand) => found.some((text) => sameText(text, operand, comparison)));
};

/** Part of a text; of a list, one whole member. */
const contains: Test = (value, comparison) => {
  if (Array.isArray(value)) return listOf(comparison.value).length > 0 && is(value, comparison, {} as Subject);
  return textTest(value, comparison, (text, part) => text.includes(part));
};

const containsAll: Test = (value, comparison, subject) => {
  const operands = listOf(comparison.value);
  return (
    operands.length > 0 && operands.every((operand) => contains(value, { ...comparison, value: operand }, subject))
  );
};

const startsWith: Test = (value, comparison) => textTest(value, comparison, (text, part) => text.startsWith(part));
const endsWith: Test = (value, comparison) => textTest(value, comparison, (text, part) => text.endsWith(part));
const hasWord: Test = (value, comparison) => textTest(value, comparison, holdsWord);

/** By value for numbers, by time for instants; anything else is neither greater nor less. */
function compared(value: unknown, comparison: Comparison, { timezone }: Subject): number | null {
  const numbers = [numberOf(value), numberOf(comparison.value)];
  const [left, right] = numbers.includes(null)
    ? [instantOf(value, timezone), instantOf(comparison.value, timezone)]
    : numbers;
  return left == null || right == null ? null : left - right;
}

/** The category itself, or one below it in the tree. */
const isUnder: Test = (value, comparison, subject) => {
  const seen = new Set<string>();
  for (let key = textsOf(value)[0]; key !== undefined && !seen.has(key); key = subject.parents[key] ?? undefined) {
    if (is(key, comparison, subject)) return true;
    seen.add(key);
  }
  return false;
};

const hasChanged: Test = (_value, { field }, { changes }) => {
  const change = changeOf(field, changes);
  return change !== undefined && JSON.stringify(change[0] ?? null) !== JSON.stringify(change[1] ?? null);
};

function changeOf(field: string, changes: Subject['changes']): readonly [unknown, unknown] | undefined {
  if (Object.hasOwn(changes, field)) return changes[field];
  const [root = '', ...rest] = field.split('.');
  const whole = rest.length > 0 && Object.hasOwn(changes, root) ? changes[root] : undefined;
  if (whole === undefined) return undefined;
  const within = (value: unknown) => valueAt({ whole: value }, ['whole', ...rest].join('.'));
  return [within(whole[0]), within(whole[1])];
}

function changedSide(side: 0 | 1): Test {
  return (value, comparison, subject) =>
    hasChanged(value, comparison, subject) &&
    is(changeOf(comparison.field, subject.changes)?.[side], comparison, subject);
}

/** Every operator but those with an expression, which are compiled (`compile-condition.ts`). */
export const tests: Record<Exclude<ConditionOperator, PatternOperator>, Test> = {
  is,
  'is not': not(is),
  'is any of': is,
  'is none of': not(is),
  contains,
  'contains not': not(contains),
  'contains any of': contains,
  'contains all of': containsAll,
  'contains none of': not(contains),
  'contains a word of': hasWord,
  'starts with': startsWith,
  'starts with one of': startsWith,
  'ends with': endsWith,
  'ends with one of': endsWith,
  'is set': (value) => isSet(value),
  'is not set': (value) => !isSet(value),
  'is under': isUnder,
  'greater than': (...given) => (compared(...given) ?? 0) > 0,
  'less than': (...given) => (compared(...given) ?? 0) < 0,
  ...timeTests,
  'has changed': hasChanged,
  'has changed to': changedSide(1),
  'has changed from': changedSide(0),
};

export type PatternOperator = 'matches regex' | 'does not match regex' | 'sender pattern';
