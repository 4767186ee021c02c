import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { replacedAt, withoutAt } from '../rule-edits.ts';
import { words } from '../words.ts';
import { Choose, choicesOf } from './choose.tsx';
import { ComparisonRow } from './comparison-row.tsx';
import {
  type Comparison,
  type Condition,
  fromGroup,
  type Group,
  groupOf,
  type Join,
  outcome,
  type Ticks,
} from './condition-edits.ts';
import { freshComparison } from './operators.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import type { Field } from './use-fields.ts';

const useStyles = makeStyles({
  members: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px' },
  nested: {
    margin: 0,
    minWidth: 0,
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    marginLeft: '22px',
    '@media (max-width: 639px)': { marginLeft: 0 },
  },
  head: { display: 'flex', alignItems: 'center', gap: '6px' },
  space: { flexGrow: 1 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px', paddingLeft: '16px' },
  button: { fontWeight: tokens.fontWeightRegular },
});

interface GroupEditorProps {
  group: Group;
  /** "" for the outermost, "2.1" for the first member of the second. */
  place: string;
  /** Of the group in the condition that was tried. */
  path: string;
  ticks: Ticks;
  fields: Field[];
  readOnly: boolean;
  onChange: (group: Group) => void;
}

/** Conditions of a group, one a line; groups stand in it as boxes. */
export function GroupEditor({ group, place, path, ticks, fields, readOnly, onChange }: GroupEditorProps) {
  const styles = useStyles();
  const { join, members } = group;
  const put = (at: number, member: Condition) => onChange({ join, members: replacedAt(members, at, member) });
  const drop = (at: number) => onChange({ join, members: withoutAt(members, at) });
  const add = (member: Condition) => onChange({ join, members: [...members, member] });
  const [first] = fields;
  const fresh = freshComparison(first?.path ?? 'status', first?.kind ?? 'choice');
  return (
    <div className={styles.members}>
      {members.map((member, at) => {
        const inner = groupOf(member);
        const innerPlace = place === '' ? `${at + 1}` : `${place}.${at + 1}`;
        const innerPath = `${path}.${join}.${at}`;
        const shared = { place: innerPlace, fields, readOnly, onRemove: () => drop(at) };
        const held = outcome(member, innerPath, ticks);
        return inner === null ? (
          <ComparisonRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place.
            key={at}
            {...shared}
            comparison={member as Comparison}
            held={held}
            onChange={(next) => put(at, next)}
          />
        ) : (
          <NestedGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name than its place.
            key={at}
            {...shared}
            group={inner}
            path={innerPath}
            ticks={ticks}
            held={held}
            onChange={(next) => put(at, fromGroup(next))}
          />
        );
      })}
      {!readOnly && (
        <div className={styles.foot}>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            aria-label={words.if.addTo(place)}
            onClick={() => add(fresh)}
          >
            {words.if.add}
          </Button>
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            aria-label={words.if.addGroupTo(place)}
            onClick={() => add({ any: [fresh] })}
          >
            {words.if.addGroup}
          </Button>
        </div>
      )}
    </div>
  );
}

interface NestedGroupProps extends GroupEditorProps {
  held: boolean | null;
  onRemove: () => void;
}

function NestedGroup({ held, onRemove, ...props }: NestedGroupProps) {
  const styles = useStyles();
  const { group, place, onChange } = props;
  return (
    <fieldset className={styles.nested} aria-label={words.if.group(place)}>
      <div className={styles.members}>
        <div className={styles.head}>
          <OutcomeMark held={held} />
          <JoinChoice group={group} place={place} onChange={onChange} />
          <span className={styles.space} />
          {!props.readOnly && (
            <Button
              appearance="subtle"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words.if.removeGroup(place)}
              onClick={onRemove}
            />
          )}
        </div>
        <GroupEditor {...props} />
      </div>
    </fieldset>
  );
}

export function JoinChoice({ group, place, onChange }: Pick<GroupEditorProps, 'group' | 'place' | 'onChange'>) {
  return (
    <Choose
      label={words.if.join(place)}
      value={group.join}
      choices={choicesOf(place === '' ? words.if.lead : words.if.joins)}
      onChoose={(join) => onChange({ ...group, join: join as Join })}
    />
  );
}
