import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { priorityWords, statusWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { Labelled } from '../labelled.tsx';
import { ParsedInput } from '../parsed-input.tsx';
import { isNone, minutesText, readMinutes } from '../span-field.ts';
import { words } from '../words.ts';
import { type Policy, priorities, withScope, withTargets } from './policy.ts';

const text = words.editor;
const pausing = Object.keys(statusWords).filter((key) => key !== 'resolved' && key !== 'closed');

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gap: '12px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '12px 20px',
    alignItems: 'start',
  },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, color: tokens.colorNeutralForeground2 },
  checks: { display: 'flex', flexWrap: 'wrap' },
  scroll: { maxHeight: '132px', overflowY: 'auto' },
  spans: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', gap: '6px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface PolicyEditorProps {
  policy: Policy;
  /** The one for everyone else: for whom it is cannot be changed. */
  last: boolean;
  readOnly: boolean;
  onChange: (policy: Policy) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** All of one policy that its line has no room for. */
export function PolicyEditor({ policy, last, readOnly, onChange, onRemove, onClose }: PolicyEditorProps) {
  const styles = useStyles();
  return (
    <section className={styles.frame} aria-label={text.title(policy.name)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{text.title(policy.name)}</h2>
        {!last && !readOnly && (
          <Button size="small" appearance="subtle" icon={<Delete16Regular />} onClick={onRemove}>
            {text.remove}
          </Button>
        )}
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} onClick={onClose}>
          {text.close}
        </Button>
      </div>
      <div className={styles.grid}>
        <Field label={text.name} size="small">
          <Input
            size="small"
            maxLength={100}
            disabled={readOnly}
            value={policy.name}
            onChange={(_, data) => onChange({ ...policy, name: data.value })}
          />
        </Field>
        {!last && <Scopes policy={policy} readOnly={readOnly} onChange={onChange} />}
        <Conduct policy={policy} readOnly={readOnly} onChange={onChange} />
      </div>
      {policy.escalation.length > 0 && <p className={styles.quiet}>{text.escalation(policy.escalation.length)}</p>}
    </section>
  );
}

type FieldsProps = Pick<PolicyEditorProps, 'policy' | 'readOnly' | 'onChange'>;

/** For which cases it is. */
function Scopes({ policy, readOnly, onChange }: FieldsProps) {
  const { categories, teams } = useDirectory();
  const { when } = policy;
  const set = (scope: keyof Policy['when']) => (values: string[]) => onChange(withScope(policy, scope, values));
  const ranked = priorities.map((id) => ({ id, name: priorityWords[id] }));
  return (
    <>
      <Checks
        legend={text.priorities}
        all={ranked}
        chosen={when.priority ?? []}
        {...{ readOnly }}
        onChange={set('priority')}
      />
      <Checks
        legend={text.category}
        all={categories}
        chosen={when.category ?? []}
        {...{ readOnly }}
        onChange={set('category')}
      />
      <Checks legend={text.team} all={teams} chosen={when.team ?? []} {...{ readOnly }} onChange={set('team')} />
      <Addresses
        label={text.customer}
        hint={text.customerHint}
        values={when.customer ?? []}
        {...{ readOnly }}
        onChange={set('customer')}
      />
      <Addresses
        label={text.mailbox}
        hint={text.mailboxHint}
        values={when.mailbox ?? []}
        {...{ readOnly }}
        onChange={set('mailbox')}
      />
    </>
  );
}

/** How its clocks run. */
function Conduct({ policy, readOnly, onChange }: FieldsProps) {
  const styles = useStyles();
  const { atRisk } = policy;
  return (
    <>
      <Checks
        legend={text.paused}
        all={pausing.map((id) => ({ id, name: statusWords[id as keyof typeof statusWords] }))}
        chosen={policy.pauseStatuses}
        readOnly={readOnly}
        onChange={(chosen) => onChange({ ...policy, pauseStatuses: chosen as Policy['pauseStatuses'] })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{text.nextReply}</legend>
        <div className={styles.spans}>
          {priorities.map((priority) => {
            const targets = policy.targets[priority];
            return (
              <Labelled key={priority} label={priorityWords[priority]}>
                <ParsedInput<number | null>
                  label={text.nextReplyOf(priorityWords[priority])}
                  value={targets?.nextResponse ?? null}
                  format={minutesText}
                  read={readMinutes}
                  hint={text.spanHint}
                  disabled={readOnly || targets === undefined}
                  onChange={(nextResponse) =>
                    targets !== undefined && onChange(withTargets(policy, priority, { ...targets, nextResponse }))
                  }
                />
              </Labelled>
            );
          })}
        </div>
      </fieldset>
      <Field label={text.owed} size="small">
        <Select
          size="small"
          disabled={readOnly}
          value={policy.nextResponse}
          onChange={(_, data) => onChange({ ...policy, nextResponse: data.value as Policy['nextResponse'] })}
        >
          {Object.entries(text.owedKinds).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Labelled label={text.percent}>
        <ParsedInput<number | null>
          label={text.percent}
          value={atRisk.percent}
          format={(percent) => (percent === null ? words.none : String(percent))}
          read={readPercent}
          hint={text.percentHint}
          disabled={readOnly}
          onChange={(percent) => onChange({ ...policy, atRisk: { ...atRisk, percent } })}
        />
      </Labelled>
      <Labelled label={text.before}>
        <ParsedInput<number | null>
          label={text.before}
          value={atRisk.minutesBefore}
          format={minutesText}
          read={readMinutes}
          hint={text.spanHint}
          disabled={readOnly}
          onChange={(minutesBefore) => onChange({ ...policy, atRisk: { ...atRisk, minutesBefore } })}
        />
      </Labelled>
    </>
  );
}

function readPercent(typed: string): number | null | undefined {
  if (isNone(typed)) return null;
  const percent = Number(typed);
  return typed.trim() !== '' && percent >= 1 && percent <= 100 ? percent : undefined;
}

interface ChecksProps {
  legend: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[];
  readOnly: boolean;
  onChange: (chosen: string[]) => void;
}

/** What is chosen stays in sight even when nobody lists it any more. */
function Checks({ legend, all, chosen, readOnly, onChange }: ChecksProps) {
  const styles = useStyles();
  const lost = chosen.filter((id) => all.every((one) => one.id !== id)).map((id) => ({ id, name: id }));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={`${styles.checks} ${styles.scroll}`}>
        {[...all, ...lost].map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            disabled={readOnly}
            checked={chosen.includes(id)}
            onChange={(_, data) =>
              onChange(data.checked === true ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

interface AddressesProps {
  label: string;
  hint: string;
  values: readonly string[];
  readOnly: boolean;
  onChange: (values: string[]) => void;
}

function Addresses({ label, hint, values, readOnly, onChange }: AddressesProps) {
  return (
    <Labelled label={label} hint={hint}>
      <ParsedInput<readonly string[]>
        label={label}
        value={values}
        format={(list) => list.join(', ')}
        read={readAddresses}
        hint={hint}
        placeholder={text.any}
        disabled={readOnly}
        onChange={(list) => onChange([...list])}
      />
    </Labelled>
  );
}

function readAddresses(typed: string): string[] | undefined {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
  return parts.every((part) => part.includes('@')) ? [...new Set(parts)] : undefined;
}
