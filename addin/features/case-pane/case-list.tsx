import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { statusWords } from '../../../backend/contracts/words.ts';
import { caseLink } from './case-link.ts';
import { Section, SectionHeading } from './layout.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '6px 0 0', padding: 0, display: 'grid', gap: '4px' },
  row: { display: 'flex', gap: '8px', alignItems: 'baseline', minHeight: '24px' },
  number: { fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
});

const shownAtMost = 5;

interface CaseListProps {
  title: string;
  cases: Case[];
  /** Adds the open mail to the case of this number. */
  onAdd?: (number: string) => void;
}

/** Other cases of the sender, each a line that opens it. */
export function CaseList({ title, cases, onAdd }: CaseListProps) {
  const styles = useStyles();
  if (cases.length === 0) return null;
  return (
    <Section>
      <SectionHeading>
        {title} <span className={styles.quiet}>{cases.length}</span>
      </SectionHeading>
      <ul className={styles.list}>
        {cases.slice(0, shownAtMost).map((value) => (
          <li key={value.id} className={styles.row}>
            <Link className={styles.number} href={caseLink(value.number)} target="_blank" rel="noopener">
              {value.number}
            </Link>
            <span className={styles.subject} title={value.subject}>
              {value.subject}
            </span>
            {onAdd === undefined ? (
              <span className={styles.quiet}>{statusWords[value.status]}</span>
            ) : (
              <Link as="button" className={styles.number} onClick={() => onAdd(value.number)}>
                Add mail to it
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const ended: Case['status'][] = ['resolved', 'closed'];

export function openCases(cases: Case[]): Case[] {
  return cases.filter((value) => !ended.includes(value.status));
}

export function endedCases(cases: Case[]): Case[] {
  return cases.filter((value) => ended.includes(value.status));
}
