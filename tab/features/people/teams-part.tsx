import type { TeamsDocument } from '../../../backend/contracts/settings.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ChoiceField, NumberField, SwitchField, TextField } from '../../settings/fields.tsx';
import { ItemList } from '../../settings/item-list.tsx';
import { AddButton, Panel, replaced } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { words } from './words.ts';

type Team = TeamsDocument['teams'][number];
const text = words.teams;

/** Teams, and how each hands out its work. */
export default function TeamsPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('teams');
  const agents = useDocument('agents').saved?.agents ?? [];
  const teams = document.draft?.teams ?? [];
  const at = Math.max(
    0,
    teams.findIndex(({ id }) => id === place.open),
  );
  const open = teams[at];
  const set = (value: Team | null) => document.change((now) => ({ teams: replaced(now.teams, at, value) }));
  const add = () => {
    const id = `team-${crypto.randomUUID().slice(0, 8)}`;
    document.change((now) => ({ teams: [...now.teams, { id, name: text.fresh }] }));
    goTo({ open: id });
  };
  const members = agents.filter(({ team }) => team === open?.id).map(({ name }) => name);
  return (
    <DocumentFrame
      document={document}
      title={text.title}
      lead={text.lead}
      readOnly={readOnly}
      actions={<AddButton words={text.add} disabled={document.saved === null} onAdd={add} />}
    >
      {() => (
        <ItemList
          label={text.title}
          items={teams.map(({ id, name }) => ({
            ...{ id, name },
            note: words.people(agents.filter(({ team }) => team === id).length),
          }))}
          chosen={open?.id}
          none={text.none}
          onChoose={(id) => goTo({ open: id })}
        >
          {open !== undefined && (
            <Panel
              key={open.id}
              title={open.name || open.id}
              onRemove={readOnly ? undefined : { words: text.remove, act: () => set(null) }}
            >
              <TextField
                {...{ label: text.name, path: `teams.${at}.name`, readOnly, value: open.name, required: true }}
                hint={members.length === 0 ? text.nobody : text.members(members)}
                onChange={(name) => set({ ...open, name })}
              />
              <ChoiceField
                {...{ label: text.assignment, path: `teams.${at}.assignment`, readOnly, options: text.kinds }}
                value={open.assignment?.kind ?? 'manual'}
                hint={text.assignmentHint}
                onChange={(kind) => {
                  const sticky = open.assignment?.sticky ?? false;
                  set({ ...open, assignment: { kind: kind as 'manual', sticky } });
                }}
              />
              <NumberField
                {...{ label: text.handOver, path: `teams.${at}.handOverMinutes`, readOnly, hint: text.handOverHint }}
                value={open.handOverMinutes ?? null}
                onChange={(minutes) => {
                  const { handOverMinutes: _, ...rest } = open;
                  set(minutes === null ? rest : { ...rest, handOverMinutes: minutes });
                }}
              />
              <SwitchField
                {...{ label: text.sticky, path: `teams.${at}.assignment.sticky`, hint: text.stickyHint }}
                readOnly={readOnly || open.assignment === undefined || open.assignment.kind === 'manual'}
                value={open.assignment?.sticky ?? false}
                onChange={(sticky) => set({ ...open, assignment: { kind: open.assignment?.kind ?? 'manual', sticky } })}
              />
            </Panel>
          )}
        </ItemList>
      )}
    </DocumentFrame>
  );
}
