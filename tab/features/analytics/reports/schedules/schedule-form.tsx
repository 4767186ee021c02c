import { Button, Checkbox, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { EditableSchedule } from '../../../../../backend/contracts/report.ts';
import { weekdayName } from './rhythm-words.ts';
import type { Channel } from './use-schedules.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '10px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
    alignItems: 'start',
  },
  whole: { gridColumn: '1 / -1' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

interface ScheduleFormProps {
  initial: EditableSchedule;
  channels: Channel[];
  /** @returns whether it was kept */
  onSave: (schedule: EditableSchedule) => Promise<boolean>;
  onClose: () => void;
}

const formats = ['csv', 'xlsx', 'pdf'] as const;

/** When a report is sent, to whom, and with which files. */
export function ScheduleForm({ initial, channels, onSave, onClose }: ScheduleFormProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState(initial);
  const [to, setTo] = useState(initial.to.join(', '));
  const edit = (part: Partial<EditableSchedule>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const addresses = to
      .split(/[,;\s]+/)
      .map((address) => address.trim().toLowerCase())
      .filter((address) => address !== '');
    void onSave({ ...draft, to: [...new Set(addresses)] }).then((kept) => kept && onClose());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={words.every}>
        <Select
          value={draft.every}
          onChange={(_, { value }) => edit({ every: value === 'day' || value === 'month' ? value : 'week' })}
        >
          {(['day', 'week', 'month'] as const).map((every) => (
            <option key={every} value={every}>
              {words.everies[every]}
            </option>
          ))}
        </Select>
      </Field>
      {draft.every === 'week' && (
        <Field label={words.weekday}>
          <Select value={String(draft.weekday)} onChange={(_, { value }) => edit({ weekday: Number(value) })}>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(weekday)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {draft.every === 'month' && (
        <Field label={words.dayOfMonth} hint={words.dayHint}>
          <Input
            type="number"
            min={1}
            max={31}
            value={String(draft.day)}
            onChange={(_, { value }) => edit({ day: Math.min(31, Math.max(1, Math.trunc(Number(value)) || 1)) })}
          />
        </Field>
      )}
      <Field label={words.time}>
        <Input type="time" required value={draft.time} onChange={(_, { value }) => edit({ time: value.slice(0, 5) })} />
      </Field>
      <Field label={words.zone}>
        <Input required maxLength={64} value={draft.zone} onChange={(_, { value }) => edit({ zone: value })} />
      </Field>
      <Field label={words.channel}>
        <Select value={draft.channel ?? ''} onChange={(_, { value }) => edit({ channel: value === '' ? null : value })}>
          <option value="">{words.noChannel}</option>
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.whole} label={words.to} hint={words.toHint}>
        <Input value={to} inputMode="email" onChange={(_, { value }) => setTo(value)} />
      </Field>
      <fieldset className={styles.whole} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>{words.files}</legend>
        <div className={styles.row}>
          {formats.map((format) => (
            <Checkbox
              key={format}
              label={format.toUpperCase()}
              checked={draft.formats.includes(format)}
              onChange={(_, { checked }) =>
                edit({
                  formats: formats.filter((one) => (one === format ? checked === true : draft.formats.includes(one))),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary">
          {words.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
