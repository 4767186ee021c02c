import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { Info12Regular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';
import { inLanguage } from '../../ui/language.ts';

const useStyles = makeStyles({
  button: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: 0,
    color: tokens.colorNeutralForeground3,
    verticalAlign: 'middle',
  },
  surface: { maxWidth: '320px', padding: '12px 14px', fontSize: tokens.fontSizeBase200 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: '4px 0 0' },
  formula: {
    margin: '8px 0 0',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '11px',
    lineHeight: '16px',
    whiteSpace: 'pre-wrap',
  },
  foot: { display: 'flex', justifyContent: 'space-between', gap: '12px', marginTop: '8px' },
});

const label = inLanguage(
  (figure: string) => `What “${figure}” means`,
  (figure) => `Was „${figure}“ bedeutet`,
);

interface MeaningProps {
  /** Name of the figure. */
  of: string;
  words: string;
  formula?: string;
  /** Such as the way to the cases behind it. */
  children?: ReactNode;
}

/** What a figure means, behind a small i beside its name. */
export function Meaning({ of, words, formula, children }: MeaningProps) {
  const styles = useStyles();
  return (
    <Popover withArrow trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          size="small"
          className={styles.button}
          icon={<Info12Regular />}
          aria-label={label(of)}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={of} tabIndex={-1}>
        <h2 className={styles.title}>{of}</h2>
        <p className={styles.words}>{words}</p>
        {formula !== undefined && <p className={styles.formula}>{formula}</p>}
        {children !== undefined && <div className={styles.foot}>{children}</div>}
      </PopoverSurface>
    </Popover>
  );
}
