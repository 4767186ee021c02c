import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { TemplatesDocument } from '../../../../backend/contracts/templates.ts';
import { useSession } from '../../../session/session.ts';

type Template = TemplatesDocument['templates'][number];

export interface Templates {
  /** Those an agent may start from, in the customer's language before others. */
  templates: Template[];
  /** The text with what is known of the case filled in. */
  fill: (template: Template) => Promise<string>;
}

export function useTemplates(value: Case): Templates {
  const { api } = useSession();
  const [all, setAll] = useState<Template[]>([]);
  useEffect(() => {
    // Without templates one writes from scratch.
    api('readTemplates', {}).then(
      ({ templates }) => setAll(templates),
      () => undefined,
    );
  }, [api]);
  const mine = all.filter(
    ({ kind, language }) => kind === 'reply' && (language === null || language === value.language),
  );
  const others = all.filter((template) => template.kind === 'reply' && !mine.includes(template));
  return {
    templates: [...mine, ...others],
    fill: async ({ text, language }) => {
      const trial = { text, language: language ?? value.language, case: value.id };
      return (await api('previewTemplate', { body: trial })).text;
    },
  };
}
