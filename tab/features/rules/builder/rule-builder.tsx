import type { Rule } from '../../../../backend/contracts/workflow.ts';
import { words } from '../words.ts';
import { fromRoot, rootOf, type Ticks } from './condition-edits.ts';
import { GroupEditor, JoinChoice } from './group-editor.tsx';
import { Section } from './section.tsx';
import { ThenEditor } from './then-editor.tsx';
import type { Field } from './use-fields.ts';
import { WhenEditor } from './when-editor.tsx';

interface RuleBuilderProps {
  rule: Rule;
  timezone: string;
  fields: Field[];
  ticks: Ticks;
  readOnly: boolean;
  onEdit: (part: Partial<Rule>) => void;
}

/** When, If and Then of a rule. */
export function RuleBuilder({ rule, timezone, fields, ticks, readOnly, onEdit }: RuleBuilderProps) {
  const root = rootOf(rule.if);
  const putRoot = (group: typeof root) => onEdit({ if: fromRoot(group) });
  return (
    <>
      <WhenEditor
        triggers={rule.when}
        timezone={timezone}
        fields={fields}
        readOnly={readOnly}
        onChange={(when) => onEdit({ when })}
      />
      <Section
        title={words.if.title}
        lead={root.members.length === 0 ? words.if.always : <JoinChoice group={root} place="" onChange={putRoot} />}
      >
        <GroupEditor
          group={root}
          place=""
          path=""
          ticks={ticks}
          fields={fields}
          readOnly={readOnly}
          onChange={putRoot}
        />
      </Section>
      <ThenEditor actions={rule.do} stop={rule.stop} readOnly={readOnly} onChange={onEdit} />
    </>
  );
}
