import type { Notifications } from '../../../backend/contracts/notifications.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { ChoiceField, SwitchField, TextField } from '../../settings/fields.tsx';
import { Panel } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { words } from './notification-words.ts';

type Kind = keyof Notifications['channels'];
type Channel = Notifications['channels'][Kind];
type Quiet = NonNullable<Notifications['quiet']>;
type Block = Quiet['blocks'][number];

const kinds = Object.keys(words.kinds) as Kind[];
const nights: Block = { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '07:00' };

/** Of what people are told, where, and when not, for whoever has not said it for themselves. */
export default function NotificationsPart({ readOnly }: SettingsPartProps) {
  const document = useDocument('notifications');
  const set = (part: Partial<Notifications>) => document.change((now) => ({ ...now, ...part }));
  const setQuiet = (part: Partial<Quiet>) =>
    document.change((now) => (now.quiet === null ? now : { ...now, quiet: { ...now.quiet, ...part } }));
  return (
    <DocumentFrame document={document} title={words.title} lead={words.lead} readOnly={readOnly}>
      {({ channels, quiet }) => (
        <>
          <Panel title={words.where}>
            {kinds.map((kind) => (
              <ChoiceField
                key={kind}
                {...{ label: words.kinds[kind], path: `channels.${kind}`, readOnly, value: channels[kind] }}
                options={words.channels}
                onChange={(value) => set({ channels: { ...channels, [kind]: value as Channel } })}
              />
            ))}
          </Panel>
          <Panel title={words.quiet}>
            <SwitchField
              {...{ label: words.quietOn, path: 'quiet', readOnly, value: quiet !== null, hint: words.quietHint }}
              onChange={(on) => set({ quiet: on ? { timezone: here(), blocks: [nights] } : null })}
            />
            {quiet !== null && (
              <>
                <TextField
                  {...{ label: words.zone, path: 'quiet.timezone', readOnly, value: quiet.timezone, required: true }}
                  onChange={(timezone) => setQuiet({ timezone })}
                />
                {quiet.blocks.map((block, i) => (
                  <BlockFields
                    // biome-ignore lint/suspicious/noArrayIndexKey: a block has nothing but its place.
                    key={i}
                    block={block}
                    path={`quiet.blocks.${i}`}
                    readOnly={readOnly}
                    onChange={(value) => setQuiet({ blocks: quiet.blocks.map((one, at) => (at === i ? value : one)) })}
                  />
                ))}
              </>
            )}
          </Panel>
        </>
      )}
    </DocumentFrame>
  );
}

interface BlockFieldsProps {
  block: Block;
  path: string;
  readOnly: boolean;
  onChange: (block: Block) => void;
}

function BlockFields({ block, path, readOnly, onChange }: BlockFieldsProps) {
  return (
    <>
      <TextField
        {...{ label: words.from, path: `${path}.from`, readOnly, value: block.from, hint: words.timeHint }}
        onChange={(from) => onChange({ ...block, from })}
      />
      <TextField
        {...{ label: words.to, path: `${path}.to`, readOnly, value: block.to, hint: words.toHint }}
        onChange={(to) => onChange({ ...block, to })}
      />
    </>
  );
}

function here(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
