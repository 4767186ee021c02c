import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { useState } from 'react';
import type { Rule } from '../../../../backend/contracts/workflow.ts';
import type { DryRunReport } from '../../../../backend/contracts/workflow-trials.ts';
import { numberText } from '../../../../ui/language.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { Choose } from '../builder/choose.tsx';
import { isOfTime } from '../builder/fresh-trigger.ts';
import { type Field, fieldAt, valueWord } from '../builder/use-fields.ts';
import { words } from '../words.ts';
import { CaseLink } from './case-link.tsx';

const dayMs = 86_400_000;
const periods = [7, 30, 90, 365];

const useStyles = makeStyles({
  ask: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  figures: { margin: 0 },
  fired: {
    marginRight: '8px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  sample: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) 16px',
    columnGap: '8px',
    alignItems: 'center',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  change: { gridColumn: '2', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  mark: { display: 'inline-flex', gridColumn: '3', gridRow: '1' },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorNeutralForeground3 },
});

/** On how many past cases the rule would have fired, and on which. */
export function PastCases({ rule, timezone, fields }: { rule: Rule; timezone: string; fields: Field[] }) {
  const styles = useStyles();
  const { api } = useSession();
  const [days, setDays] = useState(30);
  const [running, setRunning] = useState(false);
  const [report, setReport] = useState<{ of: Rule; found: DryRunReport } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = () => {
    const nowMs = serverNow();
    const span = { from: new Date(nowMs - days * dayMs).toISOString(), to: new Date(nowMs).toISOString() };
    setRunning(true);
    setError(null);
    api('dryRunRules', { body: { rules: [{ ...rule, enabled: true }], ...span, timezone } })
      .then((found) => setReport({ of: rule, found }), setError)
      .finally(() => setRunning(false));
  };
  return (
    <>
      <div className={styles.ask}>
        <Choose
          label={words.trial.period}
          value={String(days)}
          choices={periods.map((count) => ({ id: String(count), name: words.trial.days(count) }))}
          onChoose={(count) => setDays(Number(count))}
        />
        <Button size="small" disabledFocusable={running} onClick={run}>
          {words.trial.run}
        </Button>
        {running && <Spinner size="extra-tiny" aria-label={words.trial.running} />}
      </div>
      {rule.when.every(isOfTime) && <p className={styles.quiet}>{words.trial.noPlay}</p>}
      {error !== null && <ProblemBar what={words.trial.failed} error={error} />}
      {report !== null && report.of === rule && <Report report={report.found} fields={fields} />}
    </>
  );
}

function Report({ report, fields }: { report: DryRunReport; fields: Field[] }) {
  const styles = useStyles();
  const { examined, complete, tookMs } = report;
  const [one] = report.rules;
  if (one === undefined) return null;
  return (
    <>
      <p className={styles.figures} role="status">
        <span className={styles.fired}>{numberText(one.fired)}</span>
        {words.trial.of(examined)}
      </p>
      <p className={styles.quiet}>
        {one.fired > 0 && `${words.trial.byHand(one.alsoByHand)} `}
        {!complete && `${words.trial.incomplete} `}
        {words.trial.took(tookMs)}
      </p>
      {one.samples.length > 0 && (
        <>
          <h3 className={styles.head}>
            <span>{words.trial.samples}</span>
            <span>{words.trial.hand}</span>
          </h3>
          <ul className={styles.list}>
            {one.samples.map((sample) => (
              <SampleLine key={sample.caseId} sample={sample} fields={fields} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type Sample = DryRunReport['rules'][number]['samples'][number];

function SampleLine({ sample, fields }: { sample: Sample; fields: Field[] }) {
  const styles = useStyles();
  const { number, subject, changes, alsoByHand } = sample;
  const said = changes.map(({ field: path, from, to }) => {
    const field = fieldAt(fields, path);
    return `${field.name}: ${worded(valueWord(field, from ?? ''))} → ${worded(valueWord(field, to ?? ''))}`;
  });
  return (
    <li className={styles.sample}>
      <CaseLink number={number} />
      <span className={styles.subject} title={subject}>
        {subject}
      </span>
      <span className={styles.change}>{said.length === 0 ? words.trial.noChange : said.join(' · ')}</span>
      <span className={styles.mark} role="img" aria-label={alsoByHand ? words.trial.handYes : words.trial.handNo}>
        {alsoByHand ? (
          <CheckmarkCircle16Filled className={styles.yes} />
        ) : (
          <DismissCircle16Regular className={styles.no} />
        )}
      </span>
    </li>
  );
}

function worded(value: string): string {
  return value === '' ? '–' : value;
}
