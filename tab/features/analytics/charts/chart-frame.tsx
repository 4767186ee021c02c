import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DataBarVertical16Regular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { Table16Regular } from '@fluentui/react-icons/svg/table';
import { type ReactNode, useState } from 'react';
import { analyticsWords as words } from '../words.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px', minHeight: '32px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  space: { flexGrow: 1 },
  aside: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  button: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
});

interface ChartFrameProps {
  title: string;
  meaning?: ReactNode;
  /** Beside the title, quiet. */
  aside?: ReactNode;
  /** Further choices in the head. */
  tools?: ReactNode;
  chart: ReactNode;
  /** The same values as a table. */
  table: ReactNode;
  className?: string;
}

/** A chart with its title, its meaning, and the table that says the same. */
export function ChartFrame({ title, meaning, aside, tools, chart, table, className }: ChartFrameProps) {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={mergeClasses(styles.frame, className)} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {meaning}
        <span className={styles.space} />
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        {tools}
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={asTable ? <DataBarVertical16Regular /> : <Table16Regular />}
          aria-label={asTable ? words.chart.showChart(title) : words.chart.showTable(title)}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.chart.chart : words.chart.table}
        </Button>
      </div>
      {asTable ? table : chart}
    </section>
  );
}
