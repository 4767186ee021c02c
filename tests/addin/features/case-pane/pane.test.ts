import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPane, type Pane } from '../../../../addin/features/case-pane/pane.ts';
import { StaleItemError } from '../../../../addin/office/current-item.ts';
import type { OpenMail } from '../../../../addin/office/open-mail.ts';
import { SignInError } from '../../../../addin/office/sign-in-error.ts';
import type { Case } from '../../../../backend/contracts/case.ts';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { Api } from '../../../../ui/api.ts';
import { OfflineError } from '../../../../ui/transport.ts';
import { openMail, triage, wireCase } from './wire-cases.ts';

type Answers = Record<string, (input: Record<string, unknown>) => unknown>;

/** The API by the names of its endpoints; what a test does not name answers as an empty service would. */
function fakeApi(answers: Answers): { api: Api; calls: [string, Record<string, unknown>][] } {
  const calls: [string, Record<string, unknown>][] = [];
  const usual: Answers = {
    lookupMail: () => ({ case: null, customerCases: [] }),
    previewTriage: () => triage,
    listMessages: () => ({ items: [], total: 0 }),
    caseHistory: () => ({ items: [], total: 0 }),
  };
  const api = async (name: string, input: Record<string, unknown>) => {
    calls.push([name, input]);
    const answer = answers[name] ?? usual[name];
    if (answer === undefined) throw new Error(`nobody answers ${name}`);
    return answer(input);
  };
  return { api: api as unknown as Api, calls };
}

/** A pane beside an Outlook in which a test selects mails. */
function paneOf(answers: Answers): {
  pane: Pane;
  select: (mail: OpenMail | null) => Promise<void>;
  calls: [string, Record<string, unknown>][];
} {
  let selected: OpenMail | null = null;
  const { api, calls } = fakeApi(answers);
  const pane = createPane({
    api,
    currentItem: async () => selected,
    requireItem: (itemId) => {
      if (selected?.itemId !== itemId) throw new StaleItemError();
    },
  });
  const select = (mail: OpenMail | null) => {
    selected = mail;
    return pane.open();
  };
  return { pane, select, calls };
}

function shown<K extends ReturnType<Pane['state']>['kind']>(pane: Pane, kind: K) {
  const state = pane.state();
  assert.equal(state.kind, kind);
  return state as Extract<typeof state, { kind: K }>;
}

function problem(status: number, detail = 'Refused.'): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', status, code: 'x', detail, requestId: 'r-1' });
}

const change = (value: Case) => ({ case: value, kind: 'changed' as const, actor: { id: 'a', name: 'Ana Ruiz' } });

describe('the pane and the mail that is open', () => {
  it('never shows the case of another mail, whatever order the answers of fifty switches come in', async () => {
    const { pane, select } = paneOf({
      lookupMail: async ({ query }) => {
        const id = String((query as { internetMessageId: string }).internetMessageId).slice(1, -13);
        await sleep((Number(id.slice(1)) * 7919) % 40);
        const has = Number(id.slice(1)) % 2 === 0;
        return { case: has ? wireCase({ id: `case of ${id}`, subject: id }) : null, customerCases: [] };
      },
      previewTriage: async ({ body }) => {
        await sleep(5);
        return { ...triage, summary: (body as { subject: string }).subject };
      },
    });
    let wanted = '';
    pane.subscribe(() => {
      const state = pane.state();
      if (state.kind === 'case') assert.equal(state.value.subject, wanted);
      if (state.kind === 'no-case') assert.equal(state.mail.itemId, wanted);
      if (state.kind === 'no-case' && state.suggestion) assert.equal(state.suggestion.summary, `Subject of ${wanted}`);
    });
    const opened: Promise<void>[] = [];
    for (let at = 0; at < 50; at += 1) {
      wanted = `m${at}`;
      opened.push(select(openMail(wanted)));
      assert.equal(pane.state().kind, 'loading', 'everything blanks at once');
      if (at % 5 === 0) await sleep(12);
    }
    await Promise.all(opened);
    assert.equal(shown(pane, 'no-case').suggestion?.summary, 'Subject of m49');
  });

  it('shows the case of a mail with its conversation and leaves it out of the customer’s other cases', async () => {
    const value = wireCase();
    const { pane, select } = paneOf({
      lookupMail: () => ({ case: value, customerCases: [value, wireCase({ id: 'case-2' })] }),
      listMessages: () => ({ items: [{ id: 'message-1' }], total: 1 }),
    });
    await select(openMail('m1'));
    const state = shown(pane, 'case');
    assert.deepEqual(
      state.others.map(({ id }) => id),
      ['case-2'],
    );
    assert.equal(state.messages?.length, 1);
  });

  it('asks for a mail when none is selected', async () => {
    const { pane, select, calls } = paneOf({});
    await select(null);
    assert.equal(pane.state().kind, 'nothing');
    assert.deepEqual(calls, []);
  });

  it('makes a case with what the agent changed in the suggestion and shows it', async () => {
    const { pane, select, calls } = paneOf({ caseFromMail: () => wireCase() });
    await select(openMail('m1'));
    pane.choose({ priority: 'critical' });
    pane.choose({ category: 'billing' });
    await pane.convert();
    assert.equal(shown(pane, 'case').value.number, 'HC-1042');
    const body = calls.find(([name]) => name === 'caseFromMail')?.[1].body as Record<string, unknown>;
    assert.deepEqual(body.overrides, { priority: 'critical', category: 'billing' });
    assert.equal(body.internetMessageId, '<m1@example.com>');
    assert.equal((body.message as { subject: string }).subject, 'Subject of m1');
  });

  it('does not make a case of a mail that is no longer open', async () => {
    let selected = openMail('m1');
    const { api, calls } = fakeApi({});
    const pane = createPane({
      api,
      currentItem: async () => selected,
      requireItem: (itemId) => {
        if (selected.itemId !== itemId) throw new StaleItemError();
      },
    });
    await pane.open();
    selected = openMail('m2');
    await pane.convert();
    assert.equal(shown(pane, 'no-case').mail.itemId, 'm2');
    assert.equal(calls.filter(([name]) => name === 'caseFromMail').length, 0);
  });

  it('keeps the choice and says why when the case could not be made', async () => {
    const { pane, select } = paneOf({ caseFromMail: () => Promise.reject(problem(503, 'The store does not answer.')) });
    await select(openMail('m1'));
    pane.choose({ priority: 'low' });
    await pane.convert();
    const state = shown(pane, 'no-case');
    assert.equal(state.creating, false);
    assert.equal(state.choice.priority, 'low');
    assert.equal(state.problem?.text, 'The store does not answer.');
    assert.equal(state.problem?.requestId, 'r-1');
  });

  it('switches to the case by itself when the service opens one for the mail', async () => {
    let found: Case | null = null;
    const { pane, select } = paneOf({ lookupMail: () => ({ case: found, customerCases: [] }) });
    await select(openMail('m1'));
    assert.equal(pane.state().kind, 'no-case');
    found = wireCase();
    pane.caseChanged(change(wireCase({ customer: { email: 'somebody@example.org', name: '' } })));
    await sleep(1);
    assert.equal(pane.state().kind, 'no-case', 'a change of another customer asks for nothing');
    pane.caseChanged(change(found));
    await sleep(1);
    assert.equal(shown(pane, 'case').value.number, 'HC-1042');
  });
});

describe('the pane and its case', () => {
  it('takes a change made elsewhere, and no older version after it', async () => {
    const { pane, select } = paneOf({ lookupMail: () => ({ case: wireCase(), customerCases: [] }) });
    await select(openMail('m1'));
    pane.caseChanged(change(wireCase({ status: 'in_progress', updatedAt: '2026-11-24T13:10:00.000Z', etag: 'v3' })));
    pane.caseChanged(change(wireCase({ status: 'new', updatedAt: '2026-11-24T13:08:00.000Z', etag: 'v2' })));
    assert.equal(shown(pane, 'case').value.status, 'in_progress');
  });

  it('names the version it changes', async () => {
    const { pane, select, calls } = paneOf({
      lookupMail: () => ({ case: wireCase({ etag: 'v7' }), customerCases: [] }),
      patchCase: () => wireCase({ priority: 'low', etag: 'v8', updatedAt: '2026-11-24T13:10:00.000Z' }),
    });
    await select(openMail('m1'));
    await pane.edit({ field: 'priority', to: 'low' });
    assert.equal(calls.find(([name]) => name === 'patchCase')?.[1].ifMatch, 'v7');
    assert.equal(shown(pane, 'case').value.priority, 'low');
    assert.equal(shown(pane, 'case').saving, null);
  });

  it('shows what somebody else changed meanwhile and applies the edit only when asked again', async () => {
    const now = wireCase({ status: 'awaiting_customer', etag: 'v2', updatedAt: '2026-11-24T13:10:00.000Z' });
    let writes = 0;
    const { pane, select, calls } = paneOf({
      lookupMail: () => ({ case: wireCase(), customerCases: [] }),
      changeStatus: ({ ifMatch }) => {
        writes += 1;
        if (ifMatch !== 'v2') throw problem(412);
        return { ...now, status: 'resolved', etag: 'v3', updatedAt: '2026-11-24T13:11:00.000Z' };
      },
      getCase: () => now,
      caseHistory: () => ({
        items: [
          { actor: { id: 'ana', name: 'Ana Ruiz' }, changes: [{ field: 'status' }] },
          { actor: { id: 'system', name: 'HandyConnect' }, changes: [] },
        ],
        total: 2,
      }),
    });
    await select(openMail('m1'));
    await pane.edit({ field: 'status', to: 'resolved' });
    const { conflict, value } = shown(pane, 'case');
    assert.equal(conflict?.by, 'Ana Ruiz');
    assert.equal(conflict?.before.status, 'new');
    assert.equal(value.status, 'awaiting_customer');
    await pane.settle('mine');
    assert.equal(shown(pane, 'case').value.status, 'resolved');
    assert.equal(shown(pane, 'case').conflict, null);
    assert.equal(writes, 2);
    assert.equal(calls.filter(([name]) => name === 'changeStatus').at(-1)?.[1].ifMatch, 'v2');
  });

  it('keeps what somebody else set when the agent wants that', async () => {
    const { pane, select, calls } = paneOf({
      lookupMail: () => ({ case: wireCase(), customerCases: [] }),
      changeStatus: () => Promise.reject(problem(412)),
      getCase: () => wireCase({ status: 'in_progress', etag: 'v2', updatedAt: '2026-11-24T13:10:00.000Z' }),
    });
    await select(openMail('m1'));
    await pane.edit({ field: 'status', to: 'resolved' });
    await pane.settle('theirs');
    assert.equal(shown(pane, 'case').value.status, 'in_progress');
    assert.equal(calls.filter(([name]) => name === 'changeStatus').length, 1);
  });

  it('says in place that a change was forbidden', async () => {
    const { pane, select } = paneOf({
      lookupMail: () => ({ case: wireCase(), customerCases: [] }),
      assignCase: () => Promise.reject(problem(403, 'This needs the role manager.')),
    });
    await select(openMail('m1'));
    await pane.edit({ field: 'assignee', to: null });
    const state = shown(pane, 'case');
    assert.equal(state.problem?.kind, 'forbidden');
    assert.equal(state.problem?.text, 'This needs the role manager.');
  });
});

describe('the pane without an answer', () => {
  for (const [error, kind] of [
    [new OfflineError(undefined), 'offline'],
    [new SignInError('signed-out', undefined), 'signed-out'],
    [new SignInError('setup', undefined), 'setup'],
    [problem(401), 'signed-out'],
    [problem(403), 'forbidden'],
    [problem(500), 'failed'],
  ] as const) {
    it(`says ${kind} after ${error.name}${error instanceof ProblemError ? ` ${error.problem.status}` : ''}`, async () => {
      const { pane, select } = paneOf({ lookupMail: () => Promise.reject(error) });
      await select(openMail('m1'));
      assert.equal(shown(pane, 'stopped').problem.kind, kind);
    });
  }

  it('goes on by itself after being offline, but never asks for a sign-in unasked', async () => {
    let failure: Error | null = new OfflineError(undefined);
    const { pane, select, calls } = paneOf({
      lookupMail: () => (failure === null ? { case: wireCase(), customerCases: [] } : Promise.reject(failure)),
    });
    await select(openMail('m1'));
    failure = new SignInError('signed-out', undefined);
    await pane.refresh();
    assert.equal(shown(pane, 'stopped').problem.kind, 'signed-out');
    failure = null;
    const asked = calls.length;
    await pane.refresh();
    assert.equal(calls.length, asked);
    await pane.open();
    assert.equal(pane.state().kind, 'case');
  });
});
