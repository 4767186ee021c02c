import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CalendarSetting, SlaPolicySetting } from '../../../../backend/contracts/sla-settings.ts';
import { serverNow } from '../../../../ui/server-clock.ts';
import type { SettingsPartProps } from '../../../page-props.ts';
import { useSession } from '../../../session/session.ts';
import { DocumentFrame } from '../../../settings/document-frame.tsx';
import { AddButton } from '../../../settings/panel.tsx';
import { useDocument } from '../../../settings/use-document.ts';
import { minutesText } from '../span-field.ts';
import { words } from '../words.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { usePublicDays } from './use-public-days.ts';
import { mondayOf, usualMinutes } from './week-hours.ts';
import { WeekPicture } from './week-picture.tsx';

const text = words.calendars;

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginLeft: '-8px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** When time counts: the calendars, one of them in full, and a week of it as it is worked. */
export default function CalendarsPart({ place, goTo, readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const document = useDocument('calendars');
  const policies = usePolicies();
  const items = document.draft?.calendars ?? [];
  const set = (calendars: CalendarSetting[]) => document.change(() => ({ calendars }));
  const open = items.find(({ id }) => id === place.calendar) ?? items[0];
  const add = () => {
    const made = newCalendar();
    set([...items, made]);
    goTo({ calendar: made.id });
  };
  return (
    <DocumentFrame
      document={document}
      title={text.title}
      lead={text.lead}
      readOnly={readOnly}
      actions={<AddButton words={text.add} disabled={document.saved === null} onAdd={add} />}
    >
      {() => (
        <>
          {items.length > 0 && (
            <TabList
              size="small"
              className={styles.tabs}
              aria-label={text.pick}
              selectedValue={open?.id}
              onTabSelect={(_, data) => goTo({ calendar: String(data.value) })}
            >
              {items.map(({ id, name }) => (
                <Tab key={id} value={id}>
                  {name === '' ? id : name}
                </Tab>
              ))}
            </TabList>
          )}
          {open === undefined && <p className={styles.quiet}>{text.none}</p>}
          {open !== undefined && (
            <OneCalendar
              key={open.id}
              calendar={open}
              usedBy={policies.filter(({ calendar }) => calendar === open.id).map(({ name }) => name)}
              readOnly={readOnly}
              onChange={(changed) => set(items.map((one) => (one.id === changed.id ? changed : one)))}
              onRemove={() => set(items.filter(({ id }) => id !== open.id))}
            />
          )}
        </>
      )}
    </DocumentFrame>
  );
}

interface OneCalendarProps {
  calendar: CalendarSetting;
  usedBy: string[];
  readOnly: boolean;
  onChange: (calendar: CalendarSetting) => void;
  onRemove: () => void;
}

function OneCalendar({ calendar, usedBy, readOnly, onChange, onRemove }: OneCalendarProps) {
  const styles = useStyles();
  const today = localDate(calendar.tz);
  const [monday, setMonday] = useState(mondayOf(today));
  const year = Number(monday.slice(0, 4));
  const publicDays = usePublicDays(calendar.country, year);
  return (
    <>
      <p className={styles.quiet}>{`${calendar.tz} · ${text.usual(minutesText(usualMinutes(calendar)))}`}</p>
      <WeekPicture calendar={calendar} monday={monday} today={today} publicDays={publicDays.days} onGo={setMonday} />
      <CalendarEditor
        calendar={calendar}
        usedBy={usedBy}
        publicDays={publicDays}
        year={year}
        readOnly={readOnly}
        onChange={onChange}
        onRemove={onRemove}
      />
    </>
  );
}

/** Who counts by a calendar; without an answer the server still refuses to remove one in use. */
function usePolicies(): SlaPolicySetting[] {
  const { api } = useSession();
  const [policies, setPolicies] = useState<SlaPolicySetting[]>([]);
  useEffect(() => {
    api('readSlaPolicies', {}).then(
      (found) => setPolicies(found.policies),
      () => undefined,
    );
  }, [api]);
  return policies;
}

function newCalendar(): CalendarSetting {
  const day: [string, string][] = [['09:00', '17:00']];
  return {
    id: `calendar-${crypto.randomUUID().slice(0, 8)}`,
    name: text.newName,
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
  };
}

/** The present date in a time zone. */
function localDate(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    serverNow(),
  );
}
