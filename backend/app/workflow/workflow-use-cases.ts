import type { Actor } from '../../domain/access/actor.ts';
import type { FieldChange } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { Tick } from '../../domain/workflow/compile-condition.ts';
import type { Condition, Subject } from '../../domain/workflow/condition.ts';
import type { Rule } from '../../domain/workflow/rule.ts';
import type { Trial, TrialRule } from '../../domain/workflow/trial.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';

export interface PreviewRequest {
  condition?: Condition | undefined;
  rules?: TrialRule[] | undefined;
  object?: Record<string, unknown> | undefined;
  /** Id or number of a case, instead of an object. */
  case?: string | undefined;
  changes?: Subject['changes'] | undefined;
  now?: string | undefined;
  timezone?: string | undefined;
  mode: { snapshot: boolean; firstOnly: boolean };
}

export interface Preview extends Partial<Trial> {
  matches?: boolean;
  ticks: Tick[];
}

export interface RuleFirings {
  ruleId: string;
  /** Since the day began in the rules' zone. */
  today: number;
  /** At most 1,000 are counted. */
  last30Days: number;
  /** Newest first. */
  latest: { caseId: string; number: string; at: Instant; said: string }[];
}

/** A case whose work has to go on while whoever has it is away. Instants are UTC. */
export interface HandOverOffer {
  case: VersionedCase;
  team: string | null;
  from: { id: string; name: string; endsAt: Instant | null; backAt: Instant | null };
  riskAt: Instant;
  dueAt: Instant;
  /** Who works next; empty when nobody of the team does before the other is back. */
  next: { id: string; name: string; from: Instant; until: Instant | null }[];
}

export interface RosterEntry {
  id: string;
  name: string;
  team: string | null;
  /** Open cases. */
  load: number;
  capacity: number | null;
  /** Why they can take no work now, or null. */
  away: string | null;
  /** When what they said of themselves ends. */
  until: Instant | null;
}

/** What somebody says of themselves. It ends by itself at `until`. */
export interface Availability {
  state: 'available' | 'away' | 'out_of_office';
  until: Instant | null;
}

export interface DryRunRequest {
  rules: Rule[];
  from: Instant;
  to: Instant;
  /** That of the rules in force where it is absent. */
  timezone?: string | undefined;
}

export interface DryRunReport {
  /** Cases looked at: all of the span unless `complete` is false. */
  examined: number;
  complete: boolean;
  tookMs: number;
  rules: {
    ruleId: string;
    name: string;
    /** Cases on which it would have fired. */
    fired: number;
    /** How many of them came to hold by other hands what it would have set. */
    alsoByHand: number;
    /** The newest cases. */
    samples: {
      caseId: string;
      number: string;
      subject: string;
      at: Instant;
      changes: FieldChange[];
      alsoByHand: boolean;
    }[];
  }[];
}

/** Trying and running rules, and sharing out the work. */
export interface WorkflowUseCases {
  /** @throws Failure `invalid` for what cannot be evaluated, `not-found` for an unknown case */
  previewWorkflow(request: PreviewRequest): Promise<Preview>;
  /** @throws Failure `invalid` naming what could not run */
  dryRun(request: DryRunRequest): Promise<DryRunReport>;
  listFirings(): Promise<RuleFirings[]>;
  /** @throws Failure `not-found` for an unknown case or macro, `stale` */
  applyMacro(actor: Actor, ref: string, macroId: string, ifMatch?: string): Promise<VersionedCase>;
  readAvailability(actor: Actor): Promise<Availability>;
  setAvailability(actor: Actor, availability: Availability): Promise<Availability>;
  listRoster(): Promise<RosterEntry[]>;
  /** The first at risk first; of one team, or of all. */
  listHandOver(team?: string): Promise<HandOverOffer[]>;
  /** `to` is an agent id, `me`, or null for the team. @throws Failure `invalid`, `conflict`, `not-found` */
  handOver(actor: Actor, ref: string, to: { to: string | null; note?: string | undefined }): Promise<VersionedCase>;
}
