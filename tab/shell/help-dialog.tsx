import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { useWorkspace } from '../session/workspace.tsx';
import { words } from '../words.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '20px' },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: '6px 12px',
    fontSize: tokens.fontSizeBase200,
  },
  key: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  meaning: { margin: 0 },
});

/** What the single keys do. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { keys } = words.help;
  const { layout, change } = useWorkspace();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.help.title}</DialogTitle>
          <DialogContent>
            <p>{words.help.lead}</p>
            <Switch
              label={words.help.single}
              checked={layout.singleKeys}
              onChange={(_, data) => void change({ singleKeys: data.checked }).catch(() => undefined)}
            />
            <div className={styles.columns}>
              {(Object.keys(keys) as (keyof typeof keys)[]).map((part) => (
                <section key={part}>
                  <h3 className={styles.heading}>{words.help[part]}</h3>
                  <dl className={styles.list}>
                    {keys[part].map(([key, meaning]) => (
                      <KeyLine key={key} name={key} meaning={meaning} />
                    ))}
                  </dl>
                </section>
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.help.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function KeyLine({ name, meaning }: { name: string; meaning: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.key}>{name}</dt>
      <dd className={styles.meaning}>{meaning}</dd>
    </>
  );
}
