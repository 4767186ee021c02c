import type { FieldFault } from '../failure.ts';
import { type Comparison, type Condition, membersOf, type Subject, type Test } from './condition.ts';
import { numberOf, textsOf, valueAt } from './field-value.ts';
import { type PatternOperator, tests } from './operators.ts';
import { compilePattern, compileSender, type Pattern } from './pattern.ts';
import { listOf } from './text-tests.ts';
import { instantOf } from './zoned-time.ts';

/** A condition ready to be asked often. */
export interface CompiledCondition {
  /** What is wrong with it, by JSON path; such a comparison does not match. Empty for a sound one. */
  faults: FieldFault[];
  matches(subject: Subject): boolean;
}

/** Null: says nothing. */
type Node = (subject: Subject) => boolean | null;

/** @param path where the condition stands in what was sent, for its faults */
export function compileCondition(condition: Condition, path = 'condition'): CompiledCondition {
  const faults: FieldFault[] = [];
  const node = compile(condition, path, faults);
  return { faults, matches: (subject) => node(subject) ?? true };
}

function compile(condition: Condition, path: string, faults: FieldFault[]): Node {
  const group = membersOf(condition);
  if (group === null) return compileComparison(condition as Comparison, path, faults);
  const nodes = group.members.map((member, i) => compile(member, `${path}.${group.join}.${i}`, faults));
  return (subject) => {
    const answers = nodes.map((node) => node(subject)).filter((answer) => answer !== null);
    if (answers.length === 0) return null;
    if (group.join === 'all') return !answers.includes(false);
    return answers.includes(true) === (group.join === 'any');
  };
}

/** The test of one comparison; a faulty one is told of and never matches. */
export function compileComparison(comparison: Comparison, path: string, faults: FieldFault[]): (s: Subject) => boolean {
  const { op, field } = comparison;
  const test = isPattern(op) ? patternTest(comparison, op) : (operandFault(comparison) ?? tests[op]);
  if (typeof test === 'string') {
    faults.push({ path: `${path}.value`, message: test });
    return () => false;
  }
  return (subject) => test(valueAt(subject.object, field), comparison, subject);
}

function isPattern(op: Comparison['op']): op is PatternOperator {
  return op === 'matches regex' || op === 'does not match regex' || op === 'sender pattern';
}

function patternTest({ op, value, caseSensitive }: Comparison, kind: PatternOperator): Test | string {
  const expressions = listOf(value);
  if (expressions.length === 0) return 'must be an expression';
  const patterns = expressions.map((text) =>
    kind === 'sender pattern' ? compileSender(text) : compilePattern(text, caseSensitive === true),
  );
  const fault = patterns.find((pattern) => typeof pattern === 'string');
  if (fault !== undefined) return fault as string;
  const found: Test = (texts) =>
    textsOf(texts).some((text) => (patterns as Pattern[]).some((pattern) => pattern(text.normalize('NFC'))));
  return op === 'does not match regex' ? (...given) => !found(...given) : found;
}

function operandFault({ op, value, unit }: Comparison): string | null {
  if (op.endsWith('(relative)')) {
    if (unit === undefined) return 'needs a unit of time';
    const amount = numberOf(value);
    return amount === null || amount < 0 || amount > 100_000 ? 'must be a number from 0 to 100000' : null;
  }
  if (op.endsWith('(absolute)')) return instantOf(value, 'UTC') === null ? 'must be a date or an instant' : null;
  if (op === 'greater than' || op === 'less than') {
    return numberOf(value) === null && instantOf(value, 'UTC') === null ? 'must be a number or an instant' : null;
  }
  return null;
}

/** How one comparison of a condition came out, for people who build rules. */
export interface Tick {
  /** Where it stands in the condition. */
  path: string;
  field: string;
  op: Comparison['op'];
  matches: boolean;
  /** What the field held, cut to a readable length. */
  actual: unknown;
}

/** Every comparison with its outcome, in the order in which it stands. */
export function explainCondition(condition: Condition, subject: Subject, path = 'condition'): Tick[] {
  const group = membersOf(condition);
  if (group !== null) {
    return group.members.flatMap((member, i) => explainCondition(member, subject, `${path}.${group.join}.${i}`));
  }
  const { field, op } = condition as Comparison;
  const matches = compileComparison(condition as Comparison, path, [])(subject);
  return [{ path, field, op, matches, actual: readable(valueAt(subject.object, field)) }];
}

function readable(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 199)}…` : value;
  return value ?? null;
}
