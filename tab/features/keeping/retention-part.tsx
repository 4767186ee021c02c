import { useEffect, useState } from 'react';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { NumberField } from '../../settings/fields.tsx';
import { Panel } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { words } from './words.ts';

const text = words.retention;

/** How long things are kept, and what a shorter time would take at once. */
export default function RetentionPart({ readOnly }: SettingsPartProps) {
  const document = useDocument('retention');
  const days = document.draft?.closedCasesDays ?? null;
  const past = usePast(readOnly ? null : days);
  return (
    <DocumentFrame document={document} title={text.title} lead={text.lead} readOnly={readOnly}>
      {(draft) => (
        <Panel title={text.days}>
          <NumberField
            {...{ label: text.cases, path: 'closedCasesDays', readOnly, value: draft.closedCasesDays }}
            hint={days === null ? text.casesForever : past === null ? text.casesHint : text.past(past)}
            onChange={(closedCasesDays) => document.change((now) => ({ ...now, closedCasesDays }))}
          />
          <NumberField
            {...{ label: text.audit, path: 'auditDays', readOnly, value: draft.auditDays, hint: text.auditHint }}
            onChange={(auditDays) => document.change((now) => ({ ...now, auditDays }))}
          />
        </Panel>
      )}
    </DocumentFrame>
  );
}

/** How many cases would be taken now; null until that is known. */
function usePast(days: number | null): number | null {
  const { api } = useSession();
  const [found, setFound] = useState<{ days: number; cases: number } | null>(null);
  useEffect(() => {
    if (days === null || !Number.isInteger(days) || days < 1) return;
    // Whoever types 365 does not ask about 3 and 36.
    const timer = setTimeout(() => {
      api('previewRetention', { body: { closedCasesDays: days } }).then(
        ({ cases }) => setFound({ days, cases }),
        () => undefined,
      );
    }, 400);
    return () => clearTimeout(timer);
  }, [api, days]);
  return found?.days === days ? found.cases : null;
}
