import { useEffect, useState } from 'react';
import type { CalendarSetting } from '../../../../backend/contracts/sla-settings.ts';
import type { SettingsPartProps } from '../../../page-props.ts';
import { useSession } from '../../../session/session.ts';
import { DocumentFrame } from '../../../settings/document-frame.tsx';
import { AddButton } from '../../../settings/panel.tsx';
import { useDocument } from '../../../settings/use-document.ts';
import { words } from '../words.ts';
import type { Policy } from './policy.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyTable } from './policy-table.tsx';
import { PolicyTester } from './policy-tester.tsx';
import { useTestedCase } from './use-tested-case.ts';
import { judge } from './which-policy.ts';

/** Which promise a case gets: the policies in their order, one of them in full, and a case to try them on. */
export default function PoliciesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('sla-policies');
  const calendars = useCalendars();
  const [tested, setTested] = useTestedCase();
  const set = (policies: readonly Policy[]) => document.change(() => ({ policies: [...policies] }));
  const items = document.draft?.policies ?? [];
  const verdicts = judge(items, tested);
  const replace = (changed: Policy) => set(items.map((one) => (one.id === changed.id ? changed : one)));
  const open = items.find(({ id }) => id === place.policy) ?? null;
  const add = () => {
    const made = newPolicy(items);
    set([...items.slice(0, -1), made, ...items.slice(-1)]);
    goTo({ policy: made.id });
  };
  return (
    <DocumentFrame
      document={document}
      title={words.policies.title}
      lead={words.policies.lead}
      readOnly={readOnly}
      actions={<AddButton words={words.policies.add} disabled={document.saved === null} onAdd={add} />}
    >
      {(_, saved) => (
        <>
          <PolicyTable
            policies={items}
            saved={saved.policies}
            calendars={calendars}
            verdicts={verdicts}
            priority={tested.priority}
            open={open?.id ?? null}
            readOnly={readOnly}
            onChange={replace}
            onOrder={set}
            onOpen={(id) => goTo(id === open?.id ? {} : { policy: id })}
          />
          {open !== null && (
            <PolicyEditor
              key={open.id}
              policy={open}
              last={open.id === items.at(-1)?.id}
              readOnly={readOnly}
              onChange={replace}
              onRemove={() => set(items.filter(({ id }) => id !== open.id))}
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
    </DocumentFrame>
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
