import { MessageBar, MessageBarBody, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { PageProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { words as ofParts } from '../../settings/words.ts';
import { settingsParts } from '../../settings-parts.tsx';
import { useWidth } from '../../shell/width.ts';
import { PartList } from './part-list.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: { flexGrow: 1, minWidth: 0, overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground1 },
  pick: { padding: '8px 20px 0', '@media (max-width: 639px)': { padding: '8px 16px 0' } },
  note: { padding: '8px 20px 0' },
});

/** What is in force, and what a change would do: one part of the settings at a time. */
export default function SettingsPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const width = useWidth();
  const { me } = useSession();
  const part = settingsParts.find(({ key }) => key === place.part) ?? settingsParts[0];
  const Part = part.component;
  const readOnly = me.role !== 'admin';
  return (
    <div className={styles.page}>
      {(width === 'full' || width === 'wide') && <PartList here={part.key} />}
      <main id="main" className={styles.main} tabIndex={-1}>
        {(width === 'medium' || width === 'phone') && (
          <div className={styles.pick}>
            <Select
              aria-label={words.parts}
              size="small"
              value={part.key}
              onChange={(_, data) => goTo({ part: data.value })}
            >
              {settingsParts.map(({ key, group }) => (
                <option key={key} value={key}>{`${ofParts.groups[group]}: ${ofParts.parts[key]}`}</option>
              ))}
            </Select>
          </div>
        )}
        {readOnly && (
          <div className={styles.note}>
            <MessageBar>
              <MessageBarBody>{words.readOnly}</MessageBarBody>
            </MessageBar>
          </div>
        )}
        <Suspense fallback={<div aria-busy />}>
          <Part key={part.key} place={place} goTo={(words) => goTo({ ...words, part: part.key })} readOnly={readOnly} />
        </Suspense>
      </main>
    </div>
  );
}
