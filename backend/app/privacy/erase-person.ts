import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Erasing, Trace } from '../../domain/privacy/erased.ts';
import { erasingOf } from '../../domain/privacy/person-of.ts';
import { type OutgoingKind, outgoingKinds } from '../../domain/vocabulary.ts';
import type { AnswerAllowance } from '../../ports/answer-allowance.ts';
import type { AuditLog } from '../../ports/audit.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { Directory } from '../../ports/directory.ts';
import { type Erasure, type ErasureCounts, type Erasures, nothingErased } from '../../ports/erasures.ts';
import type { MessageFiles } from '../../ports/message-files.ts';
import type { Ids, Log } from '../../ports/system.ts';
import { fileKey } from '../files/keep-file.ts';
import { type EraseDeps, eraseFromCase, eraseTraces, filesGone } from './erase-traces.ts';
import { type Known, knownOf, type Touched, touchedBy } from './find-traces.ts';

export interface PersonDeps extends EraseDeps {
  erasures: Erasures;
  files: MessageFiles;
  blobs: Blobs;
  allowance: AnswerAllowance;
  directory: Directory;
  audit: AuditLog;
  ids: Ids;
  log: Log;
  ourMailboxes: string[];
  /** Goes on with one old case that was being erased. */
  finishCase: (caseId: string) => Promise<void>;
  /** Lets others have a turn. */
  pause: () => Promise<void>;
  /** Resolves when a caller has waited for long enough; the erasure goes on without them. */
  patience: () => Promise<void>;
  /** Lets lists, text search and snapshots forget what was overwritten. */
  forgetLists: () => Promise<void>;
  /** The same for the files of the store. */
  forgetFiles: () => Promise<void>;
}

export interface ErasureResult {
  id: string;
  dryRun: boolean;
  state: 'running' | 'done';
  /** Null while everything is still being looked through. */
  counts: ErasureCounts | null;
}

/** Its process says so often that it is still at work. */
const beatMs = 5_000;
/** Silent for so long, its process is thought dead and the erasure is taken over. */
const restMs = 20_000;

/**
 * Takes a customer out of everything that is kept: on record before the first step, so that a crash only delays it.
 * @throws Failure `conflict` for the address of somebody who works here, or of a mailbox of ours
 */
export async function erasePerson(
  deps: PersonDeps,
  actor: Actor,
  address: string,
  dryRun: boolean,
): Promise<ErasureResult> {
  const email = address.trim().toLowerCase();
  await mustBeCustomer(deps, email);
  const id = deps.ids.caseId();
  if (dryRun) return { id, dryRun, state: 'done', counts: await countTraces(deps, email) };
  const now = deps.clock.now();
  const alias = `erased-${id.slice(0, 12)}@erased.invalid`;
  const erasure: Erasure = {
    ...{ id, actor, begunAt: now, touchedAt: now, email, names: [], alias },
    ...{ counts: null, underWay: null },
  };
  await deps.erasures.put(erasure);
  const done = finishErasure(deps, erasure);
  const ended = await Promise.race([done.then(() => true), deps.patience().then(() => false)]);
  if (!ended) done.catch((error) => deps.log.error('an erasure waits to go on', { id, error: String(error) }));
  return { id, dryRun, state: ended ? 'done' : 'running', counts: erasure.counts };
}

/** Takes over erasures whose process died. */
export async function finishErasures(deps: PersonDeps): Promise<void> {
  const now = deps.clock.nowMs();
  for (const erasure of await deps.erasures.unfinished()) {
    if (Date.parse(erasure.touchedAt) + restMs > now) continue;
    if (erasure.caseId === undefined) await finishErasure(deps, erasure);
    else await deps.finishCase(erasure.caseId);
  }
}

async function mustBeCustomer(deps: PersonDeps, email: string): Promise<void> {
  const agents = await deps.directory.agents();
  const works = agents.some((agent) => agent.email.toLowerCase() === email);
  if (works) throw new Failure('conflict', 'Whoever works here is no customer; take them off the agents first.');
  if (deps.ourMailboxes.includes(email)) throw new Failure('conflict', 'That is a mailbox of ours.');
}

async function countTraces(deps: PersonDeps, email: string): Promise<ErasureCounts> {
  const alias = 'erased@erased.invalid';
  const known = await knownOf(deps.traces, { email, alias }, deps.pause);
  const erasing = erasingOf({ email, names: known.names, alias });
  const touched = await touchedBy(deps.traces, erasing, known.cases, deps.pause);
  return countsOf(touched, known);
}

async function finishErasure(deps: PersonDeps, erasure: Erasure): Promise<void> {
  if (erasure.email === '') return endErasure(deps, erasure);
  const beat = heartbeat(deps, erasure);
  const known = await knownOf(deps.traces, erasure, beat);
  erasure.names = [...new Set([...erasure.names, ...known.names])];
  const erasing = erasingOf(erasure);
  const touched = await touchedBy(deps.traces, erasing, known.cases, beat);
  erasure.counts ??= countsOf(touched, known);
  await deps.erasures.put(erasure);
  const begun = erasure.underWay?.caseId;
  for (const caseId of new Set(begun === undefined ? touched.cases : [begun, ...touched.cases])) {
    await eraseOne(deps, erasure, caseId, erasing(known.cases.has(caseId)));
  }
  await eraseLoose(deps, erasure, touched.loose, erasing(false));
  const beside = await deps.traces.scrubBeside({
    email: erasure.email,
    own: known.cases,
    scrub: erasing(false).scrub,
  });
  erasure.counts = { ...erasure.counts, beside: erasure.counts.beside + beside };
  for (const kind of outgoingKinds) await deps.allowance.forget(allowanceKey(kind, erasure.email));
  await deps.audit.note(auditOf(erasure, erasure.counts));
  await deps.forgetLists();
  await deps.erasures.put({ ...erasure, email: '', names: [] });
  await endErasure(deps, erasure);
}

/** The files are written anew once nothing names the person any more, the record of the erasure included. */
async function endErasure(deps: PersonDeps, { id }: Erasure): Promise<void> {
  await deps.forgetFiles();
  await deps.erasures.end(id);
}

/** Says what was done, and nothing of whom it was done to. */
function auditOf({ id, actor, alias, begunAt: at }: Erasure, counts: ErasureCounts): AuditEntry {
  const changes = Object.entries(counts).map(([field, to]) => ({ field, from: null, to }));
  return { id, at, kind: 'customer.erased', actor, subject: alias, changes };
}

async function eraseLoose(deps: PersonDeps, erasure: Erasure, loose: Trace[], how: Erasing): Promise<void> {
  const by = { opId: `erase|${erasure.id}`, actor: erasure.actor, reason: '' };
  for (const trace of loose) {
    const route = routeOf(trace);
    if (route !== null) await eraseTraces(deps, route, [trace], how, by);
  }
}

/** What lies with no case is about a mail or a task that stands alone. */
function routeOf(trace: Trace): string | null {
  if (trace.kind === 'task') return trace.value.id;
  if (trace.kind === 'fate') return trace.value.mailKey;
  return trace.kind === 'event' ? (trace.value.mail?.mailKey ?? trace.value.task?.id ?? null) : null;
}

/** The case's rows first, then the blobs that nothing refers to any more; which they are is on record before. */
export async function eraseOne(deps: PersonDeps, erasure: Erasure, caseId: string, how: Erasing): Promise<void> {
  const traces = await deps.traces.ofCase(caseId);
  const messages = traces.flatMap((trace) => (trace.kind === 'message' ? [trace.value] : []));
  const gone = messages.filter((message) => filesGone(message, how).length > 0);
  const files = gone.flatMap((message) =>
    filesGone(message, how).map((file) => fileKey(deps.ids, message.id, file.id)),
  );
  const earlier = erasure.underWay?.caseId === caseId ? erasure.underWay : { blobs: [], messages: [] };
  erasure.underWay = {
    caseId,
    blobs: [...new Set([...earlier.blobs, ...files, ...(await deps.traces.bodies(caseId))])],
    messages: [...new Set([...earlier.messages, ...gone.map((message: CaseMessage) => message.id)])],
  };
  erasure.touchedAt = deps.clock.now();
  await deps.erasures.put(erasure);
  const { id, actor } = erasure;
  await eraseFromCase(deps, caseId, how, { opId: `erase|${id}`, actor, reason: 'Personal data was erased.' });
  const used = new Set(await deps.traces.bodies(caseId));
  for (const key of erasure.underWay.blobs) if (!used.has(key)) await deps.blobs.delete(key);
  for (const messageId of erasure.underWay.messages) await deps.files.forget(messageId);
  erasure.underWay = null;
}

function countsOf({ cases, counts }: Touched, known: Known): ErasureCounts {
  const theirs = [...cases].filter((caseId) => known.cases.has(caseId)).length;
  const { openCases } = known;
  return { ...nothingErased, ...counts, cases: theirs, openCases, casesOfOthers: cases.size - theirs };
}

/** The key under which automatic mail to an address is counted. */
function allowanceKey(kind: OutgoingKind, email: string): string {
  return `${kind}|${email}`;
}

function heartbeat(deps: PersonDeps, erasure: Erasure): () => Promise<void> {
  return async () => {
    await deps.pause();
    if (deps.clock.nowMs() - Date.parse(erasure.touchedAt) < beatMs) return;
    erasure.touchedAt = deps.clock.now();
    await deps.erasures.put(erasure);
  };
}
