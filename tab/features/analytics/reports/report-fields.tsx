import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { measures } from '../../../../backend/contracts/measures.ts';
import type { ReportQuestion } from '../../../../backend/contracts/report.ts';
import { Meaning } from '../../../components/meaning.tsx';
import { ClockChoice } from '../clock-choice.tsx';
import { type Measure, measureKeys, measureMeaning, measureName } from '../measure-words.ts';
import { PeriodMenu } from '../period-menu.tsx';
import type { Where } from '../where.ts';
import { WhereBar } from '../where-bar.tsx';
import { analyticsWords } from '../words.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px',
    padding: '14px 16px 20px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px', justifyItems: 'start' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  list: { display: 'grid', gap: '4px', width: '100%', margin: 0, padding: 0, listStyle: 'none' },
  measure: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    padding: '0 2px 0 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { flexGrow: 1 },
  small: { minWidth: '24px', padding: 0 },
  popover: { maxHeight: '360px' },
});

const mostMeasures = 8;

interface ReportFieldsProps {
  question: ReportQuestion;
  onChange: (question: ReportQuestion) => void;
}

/** The question in the order of a sentence: measure what, by what, over which period, of which cases. */
export function ReportFields({ question, onChange }: ReportFieldsProps) {
  const styles = useStyles();
  const set = (part: Partial<ReportQuestion>) => onChange({ ...question, ...part });
  return (
    <div className={styles.fields}>
      <Part title={words.measures} aside={words.most}>
        <MeasureList question={question} onChange={(measures) => set({ measures })} />
      </Part>
      <Part title={words.by}>
        <Select
          size="small"
          aria-label={words.by}
          value={question.by}
          onChange={(_, data) => set(withBy(question, data.value as ReportQuestion['by']))}
        >
          {(Object.keys(words.byNames) as ReportQuestion['by'][]).map((by) => (
            <option key={by} value={by}>
              {words.byNames[by]}
            </option>
          ))}
        </Select>
        {question.by === 'time' && (
          <Select
            size="small"
            aria-label={words.interval}
            value={question.interval ?? 'auto'}
            onChange={(_, data) =>
              set({ interval: data.value === 'auto' ? null : (data.value as NonNullable<ReportQuestion['interval']>) })
            }
          >
            {(['auto', 'hour', 'day', 'week', 'month'] as const).map((interval) => (
              <option key={interval} value={interval}>
                {words.intervals[interval]}
              </option>
            ))}
          </Select>
        )}
      </Part>
      <Part title={words.period}>
        <PeriodMenu period={question.period} onChoose={(period) => set({ period })} />
      </Part>
      <Part title={words.where}>
        <WhereBar
          where={question.filter as Where}
          onChange={(where) => set({ filter: where as ReportQuestion['filter'] })}
        />
      </Part>
      <Part title={analyticsWords.clock.label}>
        <ClockChoice clock={question.clock} onChoose={(clock) => set({ clock })} />
      </Part>
    </div>
  );
}

/** What only says how things stand now goes when the lines are intervals. */
function withBy(question: ReportQuestion, by: ReportQuestion['by']): Partial<ReportQuestion> {
  if (by !== 'time') return { by, interval: null };
  const left = question.measures.filter((measure) => measures[measure].standing !== true);
  return { by, measures: left.length > 0 ? left : ['created'] };
}

function Part({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h2 className={styles.title}>
        {title} {aside !== undefined && <span className={styles.quiet}>{aside}</span>}
      </h2>
      {children}
    </div>
  );
}

interface MeasureListProps {
  question: ReportQuestion;
  onChange: (measures: Measure[]) => void;
}

function MeasureList({ question: { measures: chosen, by }, onChange }: MeasureListProps) {
  const styles = useStyles();
  const left = measureKeys.filter(
    (key) => !chosen.includes(key) && !(by === 'time' && measures[key].standing === true),
  );
  const move = (at: number, by: -1 | 1) => {
    const moved = [...chosen];
    const [one] = moved.splice(at, 1);
    if (one !== undefined) moved.splice(at + by, 0, one);
    onChange(moved);
  };
  return (
    <>
      <ul className={styles.list}>
        {chosen.map((measure, at) => {
          const name = measureName(measure);
          const button = { className: styles.small, size: 'small', appearance: 'subtle' } as const;
          return (
            <li key={measure} className={styles.measure}>
              <span className={styles.name}>{name}</span>
              <Meaning of={name} words={measureMeaning(measure)} />
              <Button
                {...button}
                icon={<ArrowUp16Regular />}
                aria-label={words.up(name)}
                disabledFocusable={at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                {...button}
                icon={<ArrowDown16Regular />}
                aria-label={words.down(name)}
                disabledFocusable={at === chosen.length - 1}
                onClick={() => move(at, 1)}
              />
              <Button
                {...button}
                icon={<Dismiss16Regular />}
                aria-label={words.without(name)}
                disabledFocusable={chosen.length === 1}
                onClick={() => onChange(chosen.filter((each) => each !== measure))}
              />
            </li>
          );
        })}
      </ul>
      {left.length > 0 && chosen.length < mostMeasures && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" appearance="subtle" icon={<Add16Regular />}>
              {words.addMeasure}
            </Button>
          </MenuTrigger>
          <MenuPopover className={styles.popover}>
            <MenuList aria-label={words.measures}>
              {left.map((measure) => (
                <MenuItem key={measure} onClick={() => onChange([...chosen, measure])}>
                  {measureName(measure)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  );
}
