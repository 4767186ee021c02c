import type { Rule } from '../../backend/domain/workflow/rule.ts';

let counter = 0;

/** A rule that tags every new case; each one has its own id. */
export function aRule(fields: Partial<Rule> = {}): Rule {
  counter += 1;
  return {
    id: `rule-${counter}`,
    name: `Rule ${counter}`,
    enabled: true,
    when: [{ kind: 'case_created' }],
    if: null,
    do: [{ kind: 'add_tags', tags: ['seen'] }],
    stop: false,
    ...fields,
  };
}
