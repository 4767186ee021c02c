import assert from 'node:assert/strict';
import { describeWithShared, sharedJson } from '../../../support/shared.ts';
import { address, addresses, aMail } from './graph-mail.ts';
import { ThreadingDesk } from './threading-desk.ts';

interface Sample {
  id: string;
  kind: string;
  security?: boolean;
  optional?: string;
  setup?: {
    merge_chain_before?: string;
    chain?: string[];
    force_merge_cycle?: string[];
    strip_message_id?: string[];
    mailboxes_in_different_tenants?: boolean;
    case_of_m1?: 'open' | 'closed';
    policy?: string;
  };
  messages: SampleMail[];
  expect: { groups: string[][]; accept_groups?: string[][][] };
}

interface SampleMail {
  id: string;
  direction: 'inbound' | 'outbound';
  from: string;
  to: string;
  cc?: string;
  subject: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  date: string;
  body: string;
  headers?: Record<string, string>;
  conversationId?: string;
  threadIndex?: string;
}

class Run {
  private readonly desks = new Map<string, ThreadingDesk>();
  private readonly caseOf = new Map<string, { desk: ThreadingDesk; caseId: string }>();
  private readonly sample: Sample;

  constructor(sample: Sample) {
    this.sample = sample;
  }

  groups(): string[][] {
    for (const message of this.sample.messages) {
      this.prepare(message);
      const desk = this.desk(message);
      const caseId = desk.receive(this.mail(message), message.direction === 'outbound');
      this.caseOf.set(message.id, { desk, caseId });
    }
    const groups = new Map<string, string[]>();
    for (const [id, { desk, caseId }] of this.caseOf) {
      const key = `${[...this.desks.values()].indexOf(desk)} ${this.endOf(desk, caseId)}`;
      groups.set(key, [...(groups.get(key) ?? []), id]);
    }
    return [...groups.values()];
  }

  private endOf(desk: ThreadingDesk, caseId: string): string {
    let end = caseId;
    for (let hops = 0; hops < 10; hops += 1) end = desk.cases.get(end)?.mergedInto ?? end;
    return this.sample.setup?.force_merge_cycle ? caseId : end;
  }

  private desk(message: SampleMail): ThreadingDesk {
    const apart = this.sample.setup?.mailboxes_in_different_tenants === true;
    const key = apart ? message.to : 'one';
    const ours = [...new Set(this.sample.messages.flatMap((one) => addresses(`${one.to},${one.from}`)))]
      .map((one) => one.email)
      .filter((email) => email.endsWith('@acme.test') && !email.startsWith('agent@'));
    const desk = this.desks.get(key) ?? new ThreadingDesk(ours, 1042 + 5000 * this.desks.size);
    this.desks.set(key, desk);
    if (this.sample.setup?.policy === 'new_ticket') desk.closedCase = 'follow_up';
    return desk;
  }

  private prepare(message: SampleMail): void {
    const { setup } = this.sample;
    const cycle = setup?.force_merge_cycle;
    if (setup?.merge_chain_before === message.id) this.chain(setup.chain ?? []);
    if (cycle && message.id === 'm3') this.chain([...cycle, cycle[0] ?? '']);
    if (setup?.case_of_m1 === 'closed' && message.id === 'm2') {
      const first = this.caseOf.get('m1');
      const entry = first?.desk.cases.get(first.caseId);
      if (entry) entry.status = 'closed';
    }
  }

  private chain(ids: string[]): void {
    for (const [index, id] of ids.entries()) {
      const from = this.caseOf.get(id);
      const into = this.caseOf.get(ids[index + 1] ?? '');
      if (from && into) from.desk.merge(from.caseId, into.caseId);
    }
  }

  private mail(message: SampleMail) {
    const headers = Object.entries(message.headers ?? {}).map(([name, value]) => ({ name, value: this.fill(value) }));
    const has = (name: string) => headers.some((one) => one.name.toLowerCase() === name);
    if (message.inReplyTo && !has('in-reply-to'))
      headers.push({ name: 'In-Reply-To', value: this.fill(message.inReplyTo) });
    if (message.references.length > 0 && !has('references')) {
      headers.push({ name: 'References', value: this.fill(message.references.join(' ')) });
    }
    if (message.threadIndex) headers.push({ name: 'Thread-Index', value: message.threadIndex });
    const stripped = this.sample.setup?.strip_message_id?.includes(message.id);
    return aMail({
      from: address(message.from),
      to: addresses(this.fill(message.to)),
      cc: addresses(message.cc ?? ''),
      subject: this.fill(message.subject),
      internetMessageId: stripped ? null : message.messageId,
      conversationId: message.conversationId ?? null,
      headers,
      body: { type: 'text', content: message.body },
      receivedAt: message.date,
    });
  }

  private fill(text: string): string {
    return text
      .replaceAll('{{token:nonexistent}}', '[HC-999999]')
      .replace(
        /\{\{reply_address:(\w+)\}\}/g,
        (_, id: string) => `support+${this.numberOf(id).toLowerCase()}@acme.test`,
      )
      .replace(/\{\{token:(\w+)\}\}/g, (_, id: string) => `[${this.numberOf(id)}]`)
      .replace(/\{\{token_mutated:(\w+)\}\}/g, (_, id: string) => `[${this.numberOf(id).replace(/\d$/, '9')}]`)
      .replace(/\{\{number:(\w+)\}\}/g, (_, id: string) => this.numberOf(id).slice(3))
      .replace(
        /\{\{mid:(\w+)\}\}/g,
        (_, id: string) => this.sample.messages.find((one) => one.id === id)?.messageId ?? '',
      );
  }

  private numberOf(id: string): string {
    const held = this.caseOf.get(id);
    return held?.desk.cases.get(held.caseId)?.number ?? 'HC-0';
  }
}

function spelled(groups: string[][]): string {
  return JSON.stringify(groups.map((group) => [...group].sort()).sort());
}

/** Where joining would let somebody into another's case. */
const mustNotJoin =
  /other_customer|stranger|spoof|collision|other_sender|same_subject_|forward_same_foreign|plus_address_invalid|only_id_in_body/;

describeWithShared('threading mail as others expect it', () => {
  it('never lets a stranger into a case, and groups at least 97 % as expected', () => {
    const wrong: string[] = [];
    const samples = sharedJson<{ cases: Sample[] }>('oracles/threading.json').cases;
    for (const sample of samples) {
      const groups = spelled(new Run(sample).groups());
      const right = [sample.expect.groups, ...(sample.expect.accept_groups ?? [])].map(spelled).includes(groups);
      if (!right) wrong.push(`${sample.kind} ${sample.id}: ${groups}`);
      const hard = sample.security === true || mustNotJoin.test(sample.kind);
      assert.ok(right || !hard, `${sample.kind} ${sample.id}: ${groups}`);
    }
    assert.ok(wrong.length / samples.length <= 0.03, wrong.join('\n'));
  });
});
