import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowUpload16Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef } from 'react';
import type { PageProps } from '../../page-props.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { TextButton } from '../../shell/text-button.tsx';
import { ImportList } from './import-list.tsx';
import { ImportView } from './import-view.tsx';
import { useFileReading } from './use-imports.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', padding: '10px 20px 20px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
});

/** Cases and changes from files: choose one, see what would become of each row, carry it out, take it back. */
export default function ImportsPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { reading, error, read, clearError } = useFileReading((id) => goTo({ import: id }));
  const here = place.import;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <span className={styles.quiet}>{words.lead}</span>
        <span className={styles.space} />
        {reading !== null && <Spinner size="extra-tiny" label={words.reading(reading)} />}
        {here !== undefined && <TextButton onClick={() => goTo({})}>{words.all}</TextButton>}
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx"
          hidden
          aria-label={words.choose}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void read(file);
            event.currentTarget.value = '';
          }}
        />
        <Button
          size="small"
          appearance={here === undefined ? 'primary' : 'secondary'}
          icon={<ArrowUpload16Regular />}
          disabledFocusable={reading !== null}
          onClick={() => input.current?.click()}
        >
          {here === undefined ? words.choose : words.again}
        </Button>
      </div>
      {error !== null && <ProblemBar what={words.notRead} error={error} onClose={clearError} />}
      {here === undefined ? <ImportList onOpen={(id) => goTo({ import: id })} /> : <ImportView key={here} id={here} />}
    </div>
  );
}
