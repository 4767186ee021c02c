import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { useHiddenText } from '../../../ui/hidden-text.ts';
import { useNavigation } from '../../navigation.tsx';
import { words } from '../../words.ts';
import { type Filter, type SortKey, sortKeys } from './filter.ts';
import { type ColumnKey, type GridShape, headHeight, useRowBox } from './grid-columns.ts';
import { headRole, rowRole, rowsRole } from './grid-roles.ts';
import { SelectBox } from './select-box.tsx';
import { listWords } from './words.ts';

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    height: `${headHeight}px`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    scrollbarGutter: 'stable',
    overflowY: 'hidden',
  },
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: 0,
    height: '28px',
    border: 'none',
    font: 'inherit',
    fontWeight: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '&:hover': { textDecorationLine: 'underline' },
  },
  end: { textAlign: 'right' },
  select: { paddingLeft: '4px' },
});

const sortOf: Partial<Record<ColumnKey, SortKey>> = {
  number: 'number',
  priority: 'priority',
  customer: 'customer',
  clock: 'due',
  created: '-created',
  updated: '-updated',
};

interface GridHeadProps {
  shape: GridShape;
  filter: Filter;
  /** How many of the loaded rows are selected, and what a press on the tick box does. */
  select: { state: 'on' | 'some' | 'off'; onToggle: () => void };
}

/** Column heads; a press sorts, a second one turns the order round. Keyboard users sort in the menu above. */
export function GridHead({ shape, filter, select }: GridHeadProps) {
  const styles = useStyles();
  const box = useRowBox();
  return (
    <div {...rowsRole}>
      <div
        className={mergeClasses(box.row, styles.head)}
        style={{ gridTemplateColumns: shape.template }}
        {...rowRole(1)}
      >
        {shape.columns.map((key) =>
          key === 'select' ? (
            <div key={key} {...headRole(undefined)} className={styles.select}>
              <button
                type="button"
                tabIndex={-1}
                className={styles.button}
                aria-label={listWords.bulk.selectLoaded}
                aria-pressed={select.state === 'some' ? 'mixed' : select.state === 'on'}
                onClick={select.onToggle}
              >
                <SelectBox state={select.state} />
              </button>
            </div>
          ) : (
            <HeadCell key={key} column={key} filter={filter} />
          ),
        )}
      </div>
    </div>
  );
}

export function columnWord(column: ColumnKey): string {
  return { ...words.columns, ...listWords.columns }[column];
}

function HeadCell({ column, filter }: { column: ColumnKey; filter: Filter }) {
  const styles = useStyles();
  const hidden = useHiddenText();
  const { go } = useNavigation();
  const key = sortOf[column];
  const turned = sortKeys.find((each) => key !== undefined && (each === `-${key}` || `-${each}` === key));
  const here = filter.sort === key ? key : filter.sort === turned ? turned : undefined;
  const descending = here?.startsWith('-') === true;
  const sort = () => {
    if (key !== undefined)
      go({ filter: { ...filter, sort: here === key ? (turned ?? key) : key }, caseId: null }, 'replace');
  };
  const order = here === undefined ? undefined : descending ? 'descending' : 'ascending';
  return (
    <div {...headRole(order)} className={column === 'updated' || column === 'created' ? styles.end : undefined}>
      {key === undefined ? (
        <span className={column === 'unread' ? hidden : undefined}>{columnWord(column)}</span>
      ) : (
        <button type="button" tabIndex={-1} className={styles.button} onClick={sort}>
          {columnWord(column)}
          {here !== undefined && (descending ? <ArrowDown12Regular /> : <ArrowUp12Regular />)}
        </button>
      )}
    </div>
  );
}
