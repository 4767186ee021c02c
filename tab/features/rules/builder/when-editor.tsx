import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Trigger } from '../../../../backend/contracts/workflow.ts';
import { statusWords } from '../../../../ui/words.ts';
import { replacedAt, withoutAt } from '../rule-edits.ts';
import { words } from '../words.ts';
import { Choose, choicesOf } from './choose.tsx';
import { freshTrigger, kindOfTrigger, type TriggerKind } from './fresh-trigger.ts';
import { Section } from './section.tsx';
import type { Field } from './use-fields.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
  or: { color: tokens.colorNeutralForeground3, width: '16px' },
  amount: { width: '84px' },
  button: { fontWeight: tokens.fontWeightRegular },
});

interface WhenEditorProps {
  triggers: Trigger[];
  timezone: string;
  fields: Field[];
  readOnly: boolean;
  onChange: (triggers: Trigger[]) => void;
}

/** What sets the rule off: any of its triggers. */
export function WhenEditor({ triggers, timezone, fields, readOnly, onChange }: WhenEditorProps) {
  const styles = useStyles();
  return (
    <Section title={words.when.title} lead={words.when.lead}>
      {triggers.map((trigger, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a trigger has no other name than its place.
        <div key={at} className={styles.row}>
          <span className={styles.or}>{at > 0 && words.when.or}</span>
          <Choose
            label={words.when.trigger(at + 1)}
            value={kindOfTrigger(trigger)}
            choices={choicesOf(words.when.kinds)}
            onChoose={(kind) => onChange(replacedAt(triggers, at, freshTrigger(kind as TriggerKind)))}
          />
          <TriggerDetails
            trigger={trigger}
            timezone={timezone}
            fields={fields}
            onChange={(next) => onChange(replacedAt(triggers, at, next))}
          />
          {!readOnly && triggers.length > 1 && (
            <Button
              appearance="subtle"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words.when.remove(at + 1)}
              onClick={() => onChange(withoutAt(triggers, at))}
            />
          )}
        </div>
      ))}
      {!readOnly && triggers.length < 10 && (
        <div className={styles.row}>
          <span className={styles.or} />
          <Button
            className={styles.button}
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            onClick={() => onChange([...triggers, freshTrigger('mail_arrived')])}
          >
            {words.when.add}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface TriggerDetailsProps {
  trigger: Trigger;
  timezone: string;
  fields: Field[];
  onChange: (trigger: Trigger) => void;
}

function TriggerDetails({ trigger, timezone, fields, onChange }: TriggerDetailsProps) {
  const styles = useStyles();
  switch (trigger.kind) {
    case 'field_changed':
      return (
        <Choose
          label={words.when.which}
          value={trigger.field ?? ''}
          choices={[
            { id: '', name: words.when.anyField },
            ...fields
              .filter(({ path }) => !/^(?:message\.|hours|sla$|updatedAt)/.test(path))
              .map(({ path, name }) => ({ id: path, name })),
          ]}
          onChoose={(field) => onChange({ kind: 'field_changed', ...(field !== '' && { field }) })}
        />
      );
    case 'status_changed':
      return (
        <Choose
          label={words.when.status}
          value={trigger.to ?? ''}
          choices={[
            { id: '', name: words.when.anyStatus },
            ...choicesOf(statusWords).map(({ id, name }) => ({ id, name: words.when.to(name) })),
          ]}
          onChoose={(to) =>
            onChange({ kind: 'status_changed', ...(to !== '' && { to: to as keyof typeof statusWords }) })
          }
        />
      );
    case 'time_since':
      return (
        <>
          <Input
            className={styles.amount}
            size="small"
            type="number"
            min={1}
            aria-label={words.when.amount}
            value={String(trigger.amount)}
            onChange={(_, data) => onChange({ ...trigger, amount: Math.max(1, Number(data.value)) })}
          />
          <Choose
            label={words.when.unit}
            value={trigger.unit}
            choices={choicesOf(words.units)}
            onChoose={(unit) => onChange({ ...trigger, unit: unit as typeof trigger.unit })}
          />
          <Choose
            label={words.when.since}
            value={trigger.since}
            choices={choicesOf(words.when.sinceWhat)}
            onChoose={(since) => onChange({ ...trigger, since: since as typeof trigger.since })}
          />
        </>
      );
    case 'schedule':
      return <Schedule trigger={trigger} timezone={timezone} onChange={onChange} />;
    default:
      return null;
  }
}

interface ScheduleProps {
  trigger: Extract<Trigger, { kind: 'schedule' }>;
  timezone: string;
  onChange: (trigger: Trigger) => void;
}

function Schedule({ trigger, timezone, onChange }: ScheduleProps) {
  const { kind, every, at, weekday = 1 } = trigger;
  return (
    <>
      <Choose
        label={words.when.every}
        value={every}
        choices={choicesOf(words.when.everyWhat)}
        onChoose={(next) => onChange({ kind, at, every: next as typeof every, ...(next === 'week' && { weekday }) })}
      />
      {every === 'week' && (
        <Choose
          label={words.when.weekday}
          value={String(weekday)}
          choices={words.when.weekdays.map((name, day) => ({ id: String(day + 1), name }))}
          onChoose={(day) => onChange({ ...trigger, weekday: Number(day) })}
        />
      )}
      <Input
        size="small"
        type="time"
        aria-label={words.when.at}
        value={at}
        onChange={(_, data) => data.value !== '' && onChange({ ...trigger, at: data.value.slice(0, 5) })}
      />
      <span>{words.when.zone(timezone)}</span>
    </>
  );
}
