import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { HistoryEntry } from '../../../backend/contracts/message.ts';
import { words } from '../../words.ts';
import type { CaseActions } from './actions/use-case-actions.ts';
import { CustomerSection } from './customer-section.tsx';
import type { FieldChange } from './field-words.ts';
import { HistoryList } from './history-list.tsx';
import { LedgerSection } from './ledger/ledger-section.tsx';
import { foldedSections, keepFolded } from './side/folded.ts';
import { KnowledgeSection } from './side/knowledge-section.tsx';
import { LinksSection } from './side/links-section.tsx';
import { OwnFields, useOwnFields } from './side/own-fields.tsx';
import { SimilarSection } from './side/similar-section.tsx';
import { sideWords } from './side/words.ts';
import { TasksSection } from './tasks/tasks-section.tsx';

const sections = {
  clocks: words.case.clocks,
  customer: words.case.customer,
  ...sideWords.sections,
  history: words.case.history,
};
export type SideSection = keyof typeof sections;
const allSections = Object.keys(sections) as SideSection[];

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { fontWeight: tokens.fontWeightSemibold },
  panel: { margin: '0 0 12px', padding: '0 12px' },
});

export interface SidePanelProps {
  value: Case;
  history: HistoryEntry[] | null;
  actions: CaseActions | null;
  onChange: (change: FieldChange) => void;
  /** Those that stand elsewhere on this width. */
  without?: SideSection[];
}

/** What stands beside the conversation; each part folds, and stays folded. */
export function SidePanel({ value, history, actions, onChange, without = [] }: SidePanelProps) {
  const [folded, setFolded] = useState(foldedSections);
  const fields = useOwnFields(value);
  const parts: Record<SideSection, ReactNode> = {
    clocks: <LedgerSection value={value} />,
    customer: <CustomerSection value={value} />,
    tasks: <TasksSection value={value} onChange={onChange} />,
    fields: fields.length === 0 ? null : <OwnFields value={value} fields={fields} onChange={onChange} />,
    links: <LinksSection value={value} actions={actions} />,
    knowledge: <KnowledgeSection value={value} />,
    similar: <SimilarSection caseId={value.id} />,
    history: <HistoryList history={history} />,
  };
  return (
    <Accordion
      multiple
      collapsible
      openItems={allSections.filter((name) => !folded.includes(name))}
      onToggle={(_, { openItems }) => {
        const next = allSections.filter((name) => !openItems.includes(name));
        setFolded(next);
        keepFolded(next);
      }}
    >
      {allSections
        .filter((name) => parts[name] !== null && !without.includes(name))
        .map((name) => (
          <Section key={name} name={name}>
            {parts[name]}
          </Section>
        ))}
    </Accordion>
  );
}

function Section({ name, children }: { name: SideSection; children: ReactNode }) {
  const styles = useStyles();
  return (
    <AccordionItem value={name} className={styles.item}>
      <AccordionHeader as="h2" size="small">
        <span className={styles.title}>{sections[name]}</span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
