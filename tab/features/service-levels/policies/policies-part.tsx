import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import type { SettingsPartProps } from '../../../page-props.ts';
import { useSession } from '../../../session/session.ts';
import { usePolicyCalls } from '../calls.ts';
import { PartHead } from '../part-head.tsx';
import { useDraft } from '../use-draft.ts';
import { words } from '../words.ts';
import type { Policy } from './policy.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyTable } from './policy-table.tsx';
import { PolicyTester } from './policy-tester.tsx';
import { useTestedCase } from './use-tested-case.ts';
import { judge } from './which-policy.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    padding: '10px 20px 20px',
    '@media (max-width: 639px)': { padding: '10px 16px 16px' },
  },
  loading: { display: 'grid', gap: '8px' },
});

/** Which promise a case gets: the policies in their order, one of them in full, and a case to try them on. */
export default function PoliciesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const styles = useStyles();
  const draft = useDraft(usePolicyCalls());
  const calendars = useCalendars();
  const [tested, setTested] = useTestedCase();
  const { saved, items } = draft;
  const verdicts = judge(items, tested);
  const replace = (changed: Policy) => draft.set(items.map((one) => (one.id === changed.id ? changed : one)));
  const open = items.find(({ id }) => id === place.policy) ?? null;
  const add = () => {
    const made = newPolicy(items);
    draft.set([...items.slice(0, -1), made, ...items.slice(-1)]);
    goTo({ policy: made.id });
  };
  return (
    <div className={styles.page}>
      <PartHead
        title={words.policies.title}
        lead={words.policies.lead}
        draft={draft}
        readOnly={readOnly}
        addWord={words.policies.add}
        onAdd={add}
      />
      {saved === null && draft.error === null && (
        <Skeleton className={styles.loading} aria-label={words.loading}>
          <SkeletonItem size={32} />
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {saved !== null && (
        <>
          <PolicyTable
            policies={items}
            saved={saved}
            calendars={calendars}
            verdicts={verdicts}
            priority={tested.priority}
            open={open?.id ?? null}
            readOnly={readOnly}
            onChange={replace}
            onOrder={draft.set}
            onOpen={(id) => goTo(id === open?.id ? {} : { policy: id })}
          />
          {open !== null && (
            <PolicyEditor
              key={open.id}
              policy={open}
              last={open.id === items.at(-1)?.id}
              readOnly={readOnly}
              onChange={replace}
              onRemove={() => draft.set(items.filter(({ id }) => id !== open.id))}
              onClose={() => goTo({})}
            />
          )}
          <PolicyTester
            policies={items}
            calendars={calendars}
            verdicts={verdicts}
            tested={tested}
            onChange={setTested}
          />
        </>
      )}
    </div>
  );
}

/** Without the calendars the policies are still there, with the ids of their calendars. */
function useCalendars(): CalendarSetting[] {
  const { api } = useSession();
  const [calendars, setCalendars] = useState<CalendarSetting[]>([]);
  useEffect(() => {
    api('readCalendars', {}).then(
      (found) => setCalendars(found.calendars),
      () => undefined,
    );
  }, [api]);
  return calendars;
}

/** Like the one for everyone else, and off until somebody has said for whom it is. */
function newPolicy(policies: readonly Policy[]): Policy {
  const model = policies.at(-1) as Policy;
  const id = `policy-${crypto.randomUUID().slice(0, 8)}`;
  return { ...model, id, name: words.policies.newName, on: false, when: {}, escalation: [] };
}
