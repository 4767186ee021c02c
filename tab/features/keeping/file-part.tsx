import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { SettingsFile, SettingsImportPreview } from '../../../backend/contracts/settings-history.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { ChangesTable } from '../../settings/changes-table.tsx';
import { words as ofSettings } from '../../settings/words.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { words } from './words.ts';

const text = words.file;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    padding: '10px 20px 20px',
    '@media (max-width: 639px)': { padding: '10px 16px 16px' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '4px 0 8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  faults: { margin: '0 0 4px', paddingLeft: '28px', color: tokens.colorStatusDangerForeground3 },
});

interface Opened {
  file: SettingsFile;
  preview: SettingsImportPreview;
  /** Names of the documents to take over. */
  chosen: string[];
}

/** All settings as one file, and back: what a file would change is shown before it does. */
export default function FilePart({ readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<{ what: string; error: unknown } | null>(null);
  const fail = (what: string) => (error: unknown) => setFailure({ what, error });

  const leave = () => {
    setFailure(null);
    api('exportSettings', {}).then(download, fail(text.notExported));
  };
  const read = async (picked: File) => {
    setFailure(null);
    setOpened(null);
    const file = JSON.parse(await picked.text()) as SettingsFile;
    const preview = await api('previewSettingsImport', { body: file });
    const ready = preview.documents.filter(({ changes, faults }) => changes.length > 0 && faults.length === 0);
    setOpened({ file, preview, chosen: ready.map(({ name }) => name) });
  };
  const take = async ({ file, preview, chosen }: Opened) => {
    setFailure(null);
    const wanted = preview.documents.filter(({ name }) => chosen.includes(name));
    const replaces = Object.fromEntries(wanted.map(({ name, version }) => [name, version]));
    const { documents } = await api('importSettings', { body: { file, replaces } });
    setOpened(null);
    const back = documents.map(({ name, before, version }) => ({ name, version: before, replaces: version }));
    done({ text: text.taken(documents.length), undo: () => api('restoreSettings', { body: { documents: back } }) });
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{text.title}</h1>
      <p className={styles.quiet}>{text.lead}</p>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button size="small" onClick={leave}>
            {text.export}
          </Button>
          <Button size="small" onClick={() => input.current?.click()}>
            {text.open}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept="application/json,.json"
            aria-label={text.open}
            onChange={(event) => {
              const picked = event.target.files?.[0];
              event.target.value = '';
              if (picked !== undefined) read(picked).catch(fail(text.notRead));
            }}
          />
        </div>
      )}
      {failure !== null && <ProblemBar {...failure} onClose={() => setFailure(null)} />}
      {opened !== null && (
        <Preview
          opened={opened}
          onChoose={(chosen) => setOpened({ ...opened, chosen })}
          onTake={() => take(opened).catch(fail(text.notTaken))}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

interface PreviewProps {
  opened: Opened;
  onChoose: (chosen: string[]) => void;
  onTake: () => void;
  onClose: () => void;
}

function Preview({ opened: { preview, chosen }, onChoose, onTake, onClose }: PreviewProps) {
  const styles = useStyles();
  const same = preview.documents.filter(({ changes, faults }) => changes.length === 0 && faults.length === 0);
  const others = preview.documents.filter((one) => !same.includes(one));
  return (
    <section aria-label={text.preview}>
      <ul className={styles.list}>
        {others.map(({ name, changes, faults }) => (
          <li key={name} className={styles.item}>
            <Checkbox
              label={`${ofSettings.documents[name]}: ${ofSettings.history.changes(changes.length)}`}
              disabled={faults.length > 0}
              checked={chosen.includes(name)}
              onChange={(_, { checked }) =>
                onChoose(checked === true ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            {faults.length > 0 && (
              <ul className={styles.faults}>
                {faults.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{`${path}: ${message}`}</li>
                ))}
              </ul>
            )}
            {changes.length > 0 && <ChangesTable label={ofSettings.documents[name]} changes={changes} />}
          </li>
        ))}
      </ul>
      {same.length > 0 && (
        <p className={styles.quiet}>{text.same(same.map(({ name }) => ofSettings.documents[name]))}</p>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={onClose}>
          {text.close}
        </Button>
        <Button size="small" appearance="primary" disabledFocusable={chosen.length === 0} onClick={onTake}>
          {text.take(chosen.length)}
        </Button>
      </div>
    </section>
  );
}

function download(file: SettingsFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `handyconnect-settings-${(file.exportedAt ?? '').slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
