import { useEffect, useState } from 'react';
import type { Heartbeats } from '../../../backend/contracts/fates.ts';
import type { MailboxesDocument } from '../../../backend/contracts/settings.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { useSession } from '../../session/session.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ChoiceField, NumberField, SwitchField } from '../../settings/fields.tsx';
import { ItemList } from '../../settings/item-list.tsx';
import { Panel } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { words } from './words.ts';

type Mailbox = MailboxesDocument['mailboxes'][number];
const text = words.mailboxes;
const usual = { bulkOpensCase: false, closedCase: 'reopen', followUpAfterDays: null, silenceMinutes: null } as const;

/** The mailboxes that are watched, and how the mail of each is treated. */
export default function MailboxesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('mailboxes');
  const watched = useWatched();
  const listed = document.draft?.mailboxes ?? [];
  const known = [...new Set([...watched.map(({ mailbox }) => mailbox), ...listed.map(({ address }) => address)])];
  const address = known.find((one) => one === place.mailbox) ?? known[0];
  const at = listed.findIndex((one) => one.address === address);
  const chosen: Mailbox | undefined = address === undefined ? undefined : (listed[at] ?? { address, ...usual });
  const set = (value: Mailbox) =>
    document.change((now) => {
      const others = now.mailboxes.filter((one) => one.address !== value.address);
      const { address: _, ...options } = value;
      const isUsual = JSON.stringify({ ...usual, ...options }) === JSON.stringify(usual);
      return { mailboxes: isUsual ? others : [...others, value] };
    });
  const field = (name: keyof Mailbox) => ({ path: `mailboxes.${at}.${name}`, readOnly });
  return (
    <DocumentFrame document={document} title={text.title} lead={text.lead} readOnly={readOnly}>
      {() => (
        <ItemList
          label={text.title}
          items={known.map((one) => ({ id: one, name: one, note: noteOf(watched, one) }))}
          chosen={address}
          none={text.none}
          onChoose={(mailbox) => goTo({ mailbox })}
        >
          {chosen !== undefined && (
            <Panel title={chosen.address}>
              <ChoiceField
                {...{ label: text.closed, ...field('closedCase'), value: chosen.closedCase, options: text.closedKinds }}
                onChange={(value) => set({ ...chosen, closedCase: value as Mailbox['closedCase'] })}
              />
              <NumberField
                {...{ label: text.days, ...field('followUpAfterDays'), value: chosen.followUpAfterDays }}
                readOnly={readOnly || chosen.closedCase !== 'reopen'}
                hint={text.daysHint}
                onChange={(value) => set({ ...chosen, followUpAfterDays: value })}
              />
              <NumberField
                {...{ label: text.silence, ...field('silenceMinutes'), value: chosen.silenceMinutes }}
                hint={text.silenceHint}
                onChange={(value) => set({ ...chosen, silenceMinutes: value })}
              />
              <SwitchField
                {...{ label: text.bulk, ...field('bulkOpensCase'), value: chosen.bulkOpensCase, hint: text.bulkHint }}
                onChange={(value) => set({ ...chosen, bulkOpensCase: value })}
              />
            </Panel>
          )}
        </ItemList>
      )}
    </DocumentFrame>
  );
}

type Watched = Heartbeats['items'];

function noteOf(watched: Watched, mailbox: string): string {
  const found = watched.find((one) => one.mailbox === mailbox);
  if (found === undefined) return text.unwatched;
  return found.silence === null ? text.watched : text.silent;
}

/** Which mailboxes are watched; without an answer those that have settings are still listed. */
function useWatched(): Watched {
  const { api } = useSession();
  const [watched, setWatched] = useState<Watched>([]);
  useEffect(() => {
    api('mailHeartbeats', {}).then(
      ({ items }) => setWatched(items),
      () => undefined,
    );
  }, [api]);
  return watched;
}
