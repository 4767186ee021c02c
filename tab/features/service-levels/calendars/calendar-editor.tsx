import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import { locale } from '../../../../ui/language.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { Labelled } from '../labelled.tsx';
import { ParsedInput } from '../parsed-input.tsx';
import { words } from '../words.ts';
import { type Block, blocksText, days, readBlocks } from './blocks.ts';
import { DatedLines } from './dated-lines.tsx';

const text = words.calendars;
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))', gap: '16px 24px' },
  column: { display: 'grid', gap: '8px', alignContent: 'start', minWidth: 0 },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: '4px' },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  day: { display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', gap: '8px', alignItems: 'center' },
  input: { minWidth: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface CalendarEditorProps {
  calendar: CalendarSetting;
  /** Names of the policies that count by it. */
  usedBy: string[];
  /** Public holidays of the shown year. */
  publicDays: { days: ReadonlyMap<string, string>; error: unknown };
  year: number;
  readOnly: boolean;
  onChange: (calendar: CalendarSetting) => void;
  onRemove: () => void;
}

/** Everything a calendar says, each in the short text in which it is read as well. */
export function CalendarEditor(props: CalendarEditorProps) {
  const { calendar, usedBy, readOnly, onChange, onRemove } = props;
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      <div className={styles.column}>
        <Field label={text.name} size="small">
          <Input
            size="small"
            className={styles.input}
            maxLength={100}
            disabled={readOnly}
            value={calendar.name}
            onChange={(_, data) => onChange({ ...calendar, name: data.value })}
          />
        </Field>
        <Field label={text.zone} size="small">
          <Select
            size="small"
            className={styles.input}
            disabled={readOnly}
            value={calendar.tz}
            onChange={(_, data) => onChange({ ...calendar, tz: data.value })}
          >
            {(zones.includes(calendar.tz) ? zones : [calendar.tz, ...zones]).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </Field>
        <Country {...props} />
        <p className={styles.quiet}>{text.usedBy(usedBy)}</p>
        {!readOnly && (
          <div>
            <Button size="small" icon={<Delete16Regular />} disabledFocusable={usedBy.length > 0} onClick={onRemove}>
              {text.remove}
            </Button>
          </div>
        )}
      </div>
      <UsualHours calendar={calendar} readOnly={readOnly} onChange={onChange} />
      <Exceptions calendar={calendar} readOnly={readOnly} onChange={onChange} />
    </div>
  );
}

type FieldsProps = Pick<CalendarEditorProps, 'calendar' | 'readOnly' | 'onChange'>;

function UsualHours({ calendar, readOnly, onChange }: FieldsProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{text.hours}</legend>
      {days.map((day) => (
        <div key={day} className={styles.day}>
          <span aria-hidden>{text.days[day]}</span>
          <ParsedInput<Block[]>
            label={text.hoursOf(text.days[day])}
            value={calendar.hours[day] ?? []}
            format={blocksText}
            read={readBlocks}
            hint={text.hoursHint}
            placeholder={text.closed}
            disabled={readOnly}
            onChange={(blocks) => {
              const { [day]: _, ...others } = calendar.hours;
              onChange({ ...calendar, hours: blocks.length === 0 ? others : { ...others, [day]: blocks } });
            }}
          />
        </div>
      ))}
      <p className={styles.quiet}>{text.hoursHint}</p>
    </fieldset>
  );
}

/** The days that are not like their weekday. */
function Exceptions({ calendar, readOnly, onChange }: FieldsProps) {
  const styles = useStyles();
  const own = Object.fromEntries(
    (calendar.holidays ?? []).map((one) => (typeof one === 'string' ? [one, ''] : [one.date, one.name])),
  );
  const hours = { format: blocksText, read: readSomeBlocks, hint: text.hoursHint, readOnly };
  return (
    <div className={styles.column}>
      <DatedLines<string>
        legend={text.holidays}
        lines={own}
        fresh=""
        format={(name) => name}
        read={(typed) => (typed.length <= 100 ? typed.trim() : undefined)}
        hint={text.dayHint}
        readOnly={readOnly}
        onChange={(lines) =>
          onChange({
            ...calendar,
            holidays: Object.entries(lines).map(([date, name]) => (name === '' ? date : { date, name })),
          })
        }
      />
      <DatedLines<Block[]>
        legend={text.breaks}
        lines={calendar.breaks ?? {}}
        fresh={[['12:00', '24:00']]}
        {...hours}
        onChange={(breaks) => onChange({ ...calendar, breaks })}
      />
      <DatedLines<Block[]>
        legend={text.extra}
        lines={calendar.extra ?? {}}
        fresh={[['09:00', '12:00']]}
        {...hours}
        onChange={(extra) => onChange({ ...calendar, extra })}
      />
    </div>
  );
}

function readSomeBlocks(typed: string): Block[] | undefined {
  const blocks = readBlocks(typed);
  return blocks?.length === 0 ? undefined : blocks;
}

/** Whose public holidays close it, and what is known of them. */
function Country({ calendar, publicDays, year, readOnly, onChange }: CalendarEditorProps) {
  const styles = useStyles();
  const { country } = calendar;
  const set = (code: string, region: string) => {
    const { country: _, ...others } = calendar;
    onChange(code === '' ? others : { ...others, country: { code, ...(region !== '' && { region }) } });
  };
  return (
    <>
      <Labelled label={text.country} hint={text.countryHint}>
        <ParsedInput<string>
          label={text.country}
          value={country?.code ?? ''}
          format={(code) => code}
          read={(typed) => (/^(?:[a-z]{2})?$/i.test(typed.trim()) ? typed.trim().toUpperCase() : undefined)}
          hint={text.countryHint}
          disabled={readOnly}
          onChange={(code) => set(code, '')}
        />
      </Labelled>
      {country !== undefined && (
        <Labelled label={text.region} hint={text.regionHint}>
          <ParsedInput<string>
            label={text.region}
            value={country.region ?? ''}
            format={(region) => region}
            read={(typed) => (typed.trim().length <= 10 ? typed.trim().toUpperCase() : undefined)}
            hint={text.regionHint}
            disabled={readOnly}
            onChange={(region) => set(country.code, region)}
          />
        </Labelled>
      )}
      {country === undefined && <p className={styles.quiet}>{text.noCountry}</p>}
      {country !== undefined && publicDays.days.size > 0 && (
        <p className={styles.quiet} role="status">
          {text.holidaysKnown(publicDays.days.size, placeName(country), year)}
        </p>
      )}
      {country !== undefined && publicDays.error !== null && (
        <ProblemBar what={text.noCountry} error={publicDays.error} />
      )}
    </>
  );
}

function placeName({ code, region }: NonNullable<CalendarSetting['country']>): string {
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  return region === undefined ? name : `${name}, ${region}`;
}
