import { makeStyles, Skeleton, SkeletonItem, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { ClockName } from '../../../../backend/contracts/clock-words.ts';
import type { Ledger } from '../../../../backend/contracts/sla-ledger.ts';
import { clockNames } from '../../../../ui/words.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { ClockTable } from '../clock-table.tsx';
import { LedgerPicture } from './ledger-picture.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { useLedger } from './use-ledger.ts';
import { ledgerWords as words } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6px' },
  promise: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Where the clocks stand, the picture of how they came there, and the ledger of one of them. */
export function LedgerSection({ value }: { value: Case }) {
  const styles = useStyles();
  const { ledger, error } = useLedger(value);
  return (
    <div className={styles.section}>
      <ClockTable sla={value.sla} />
      {error !== null && <ProblemBar what={words.notLoaded} error={error} />}
      {ledger === null && error === null && (
        <Skeleton aria-label={words.title}>
          <SkeletonItem size={96} />
        </Skeleton>
      )}
      {ledger !== null && <Explained ledger={ledger} value={value} />}
    </div>
  );
}

function Explained({ ledger, value }: { ledger: Ledger; value: Case }) {
  const styles = useStyles();
  const names = (Object.keys(clockNames) as ClockName[]).filter((name) => ledger.clocks[name] !== null);
  const running = names.findLast((name) => ledger.clocks[name]?.stoppedAt === null);
  const [chosen, setChosen] = useState<ClockName | null>(null);
  const shown = chosen ?? running ?? names.at(-1);
  const clock = shown === undefined ? null : ledger.clocks[shown];
  return (
    <>
      <p className={styles.promise}>{words.promise(ledger.promise.policy?.name ?? null, ledger.calendar.name)}</p>
      <LedgerPicture ledger={ledger} value={value} />
      {names.length > 1 && (
        <TabList size="small" selectedValue={shown} onTabSelect={(_, data) => setChosen(data.value as ClockName)}>
          {names.map((name) => (
            <Tab key={name} value={name}>
              {clockNames[name]}
            </Tab>
          ))}
        </TabList>
      )}
      {shown !== undefined && clock !== null && clock !== undefined && (
        <LedgerTable name={shown} ledger={clock} nowMs={Date.parse(ledger.at)} />
      )}
    </>
  );
}
