import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PresetList } from '../../../backend/contracts/settings.ts';
import { useSession } from '../../session/session.ts';
import { ChangesTable } from '../../settings/changes-table.tsx';
import { differences } from '../../settings/differences.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import type { Category } from './tree.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  quiet: { margin: '4px 0 8px', color: tokens.colorNeutralForeground3 },
  changes: { maxHeight: '320px', overflowY: 'auto' },
});

interface PresetChooserProps {
  open: boolean;
  disabled: boolean;
  present: readonly Category[];
  onOpen: (open: boolean) => void;
  onTake: (preset: PresetList['items'][number]) => void;
}

/** Trees to begin with, and what choosing one would change. */
export function PresetChooser({ open, disabled, present, onOpen, onTake }: PresetChooserProps) {
  const styles = useStyles();
  const { api } = useSession();
  const [presets, setPresets] = useState<PresetList['items']>([]);
  const [error, setError] = useState<unknown>(null);
  const [id, setId] = useState('');
  useEffect(() => {
    if (open) api('listPresets', {}).then(({ items }) => setPresets(items), setError);
  }, [api, open]);
  const chosen = presets.find((one) => one.id === id) ?? presets[0];
  const changes = chosen === undefined ? [] : differences({ categories: present }, { categories: chosen.categories });
  return (
    <Dialog open={open} onOpenChange={(_, data) => onOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" disabled={disabled}>
          {words.presets}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.presetsTitle}</DialogTitle>
          <DialogContent>
            {error !== null && <ProblemBar what={words.notListed} error={error} />}
            <RadioGroup
              aria-label={words.presetsTitle}
              value={chosen?.id ?? ''}
              onChange={(_, data) => setId(data.value)}
            >
              {presets.map(({ id: value, name, description }) => (
                <Radio key={value} value={value} label={`${name}: ${description}`} />
              ))}
            </RadioGroup>
            <p className={styles.quiet}>{words.presetLead(chosen?.teams.map(({ name }) => name) ?? [])}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
            <section className={styles.changes} aria-label={words.presetChanges} tabIndex={0}>
              <ChangesTable
                label={words.presetChanges}
                changes={changes.map(({ path, before, after }) => ({
                  ...{ field: path.slice(1).join('.'), from: before, to: after },
                }))}
              />
            </section>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.keepTree}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              disabledFocusable={chosen === undefined || changes.length === 0}
              onClick={() => {
                if (chosen !== undefined) onTake(chosen);
                onOpen(false);
              }}
            >
              {words.takePreset}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
