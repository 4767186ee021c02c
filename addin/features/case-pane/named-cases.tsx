import { useEffect, useState } from 'react';
import type { Case } from '../../../backend/contracts/case.ts';
import type { Api } from '../../../ui/api.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import { CaseList } from './case-list.tsx';
import { caseByNumber } from './mail-questions.ts';

const mostNamed = 5;

/** Numbers of the cases that a mail names in brackets, such as [HC-1042], each once. */
export function numbersIn({ subject, text }: Pick<OpenMail, 'subject' | 'text'>): string[] {
  const found = `${subject}\n${text.slice(0, 50_000)}`.matchAll(/\[(HC-\d{1,12})\]/gi);
  return [...new Set([...found].map((match) => (match[1] ?? '').toUpperCase()))].slice(0, mostNamed);
}

interface NamedCasesProps {
  api: Api;
  mail: OpenMail;
  /** Number of the case that is shown, which need not be named again. */
  shown?: string;
  onAdd?: (number: string) => void;
}

/** The cases that the open mail names, each a line that opens it. Names that are no cases are left out. */
export function NamedCases({ api, mail, shown, onAdd }: NamedCasesProps) {
  const [cases, setCases] = useState<Case[]>([]);
  const numbers = numbersIn(mail)
    .filter((number) => number !== shown)
    .join();
  useEffect(() => {
    let wanted = true;
    const asked = numbers === '' ? [] : numbers.split(',');
    const each = asked.map((number) => caseByNumber(api, number).catch(() => null));
    void Promise.all(each).then((found) => wanted && setCases(found.filter((one) => one !== null)));
    return () => {
      wanted = false;
    };
  }, [api, numbers]);
  return <CaseList title="Named in this mail" cases={cases} {...(onAdd && { onAdd })} />;
}
