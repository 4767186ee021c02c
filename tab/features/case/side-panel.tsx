import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { HistoryEntry } from '../../../backend/contracts/message.ts';
import { words } from '../../words.ts';
import { CustomerSection } from './customer-section.tsx';
import { HistoryList } from './history-list.tsx';
import { LedgerSection } from './ledger/ledger-section.tsx';

export type SideSection = 'clocks' | 'customer' | 'history';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { fontWeight: tokens.fontWeightSemibold },
  panel: { margin: '0 0 12px', padding: '0 12px' },
});

/** Clocks, customer and history beside the conversation; each folds. */
export function SidePanel({ value, history }: { value: Case; history: HistoryEntry[] | null }) {
  return (
    <Accordion multiple collapsible defaultOpenItems={['clocks', 'customer', 'history']}>
      <Section name="clocks">
        <LedgerSection value={value} />
      </Section>
      <Section name="customer">
        <CustomerSection value={value} />
      </Section>
      <Section name="history">
        <HistoryList history={history} />
      </Section>
    </Accordion>
  );
}

function Section({ name, children }: { name: SideSection; children: ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={name} className={styles.item}>
      <AccordionHeader as="h2" size="small">
        <span className={styles.title}>{words.case[name]}</span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
