import { Tab, TabList } from '@fluentui/react-components';
import type { Template, TemplatesDocument } from '../../../backend/contracts/templates.ts';
import type { SettingsPartProps } from '../../page-props.ts';
import { DocumentFrame } from '../../settings/document-frame.tsx';
import { NumberField, SwitchField } from '../../settings/fields.tsx';
import { ItemList } from '../../settings/item-list.tsx';
import { AddButton, Panel, replaced } from '../../settings/panel.tsx';
import { useDocument } from '../../settings/use-document.ts';
import { TemplatePanel } from './template-panel.tsx';
import { words } from './words.ts';

const kinds = Object.keys(words.kinds) as Template['kind'][];

/** What is written by itself and what people choose from, by kind and language, and when it is sent. */
export default function TemplatesPart({ place, goTo, readOnly }: SettingsPartProps) {
  const document = useDocument('templates');
  const templates = document.draft?.templates ?? [];
  const kind = kinds.find((one) => one === place.kind) ?? kinds[0] ?? 'reply';
  const shown = templates.filter((one) => one.kind === kind);
  const open = shown.find(({ id }) => id === place.template) ?? shown[0];
  const at = templates.findIndex(({ id }) => id === open?.id);
  const set = (value: Template | null) =>
    document.change((now) => ({ ...now, templates: replaced(now.templates, at, value) }));
  const add = () => {
    const id = `template-${crypto.randomUUID().slice(0, 8)}`;
    const made: Template = { id, kind, name: words.fresh, language: 'en', when: {}, text: words.freshText };
    document.change((now) => ({ ...now, templates: [...now.templates, made] }));
    goTo({ kind, template: id });
  };
  return (
    <DocumentFrame
      document={document}
      title={words.title}
      lead={words.lead}
      readOnly={readOnly}
      actions={<AddButton words={words.add} disabled={document.saved === null} onAdd={add} />}
    >
      {(draft) => (
        <>
          <TabList
            size="small"
            style={{ flexWrap: 'wrap' }}
            selectedValue={kind}
            onTabSelect={(_, data) => goTo({ kind: String(data.value) })}
          >
            {kinds.map((one) => (
              <Tab key={one} value={one}>
                {words.kinds[one]}
              </Tab>
            ))}
          </TabList>
          {kind === 'acknowledgement' && (
            <Sending
              draft={draft}
              readOnly={readOnly}
              onChange={(part) => document.change((now) => ({ ...now, ...part }))}
            />
          )}
          <ItemList
            label={words.kinds[kind]}
            items={shown.map(({ id, name, language }) => ({ id, name, note: language ?? words.every }))}
            chosen={open?.id}
            none={words.none}
            onChoose={(template) => goTo({ kind, template })}
          >
            {open !== undefined && (
              <TemplatePanel key={open.id} template={open} at={at} readOnly={readOnly} onChange={set} />
            )}
          </ItemList>
        </>
      )}
    </DocumentFrame>
  );
}

interface SendingProps {
  draft: TemplatesDocument;
  readOnly: boolean;
  onChange: (part: Partial<TemplatesDocument>) => void;
}

function Sending({ draft: { acknowledgements }, readOnly, onChange }: SendingProps) {
  return (
    <Panel title={words.sending}>
      <SwitchField
        {...{ label: words.enabled, path: 'acknowledgements.enabled', readOnly, value: acknowledgements.enabled }}
        onChange={(enabled) => onChange({ acknowledgements: { ...acknowledgements, enabled } })}
      />
      <NumberField
        {...{ label: words.perSender, path: 'acknowledgements.perSenderMinutes', readOnly }}
        value={acknowledgements.perSenderMinutes}
        onChange={(minutes) => onChange({ acknowledgements: { ...acknowledgements, perSenderMinutes: minutes ?? 0 } })}
      />
    </Panel>
  );
}
