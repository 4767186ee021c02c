/** The words of the product: what may stand in a status, a priority, a mood. Everything else derives its lists from here. */

export const caseStatuses = [
  'new',
  'in_progress',
  'awaiting_customer',
  'awaiting_vendor',
  'awaiting_approval',
  'resolved',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Statuses in which nobody owes work any more. */
export const endedStatuses: readonly CaseStatus[] = ['resolved', 'closed'];

/** Statuses in which the service level clocks stand still because somebody else must act. */
export const pausedStatuses: readonly CaseStatus[] = ['awaiting_customer', 'awaiting_vendor', 'awaiting_approval'];

/** From the most to the least pressing; the order is the sort order. */
export const priorities = ['critical', 'urgent', 'high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];

export const sentiments = ['positive', 'neutral', 'negative', 'frustrated'] as const;
export type Sentiment = (typeof sentiments)[number];

/** Category keys of the shipped taxonomy; an administrator may add others, so a case holds any key. */
export const shippedCategories = ['technical', 'billing', 'account', 'feature_request', 'general'] as const;
export type ShippedCategory = (typeof shippedCategories)[number];

export const slaStates = ['ok', 'at_risk', 'breached', 'paused', 'met', 'none'] as const;
export type SlaState = (typeof slaStates)[number];

/** `agent` works on cases, `manager` also sees figures and reads settings, `admin` also changes settings. */
export const roles = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Where somebody acted from. `mail` is the customer's own mail, `system` is the product itself. */
export const surfaces = ['api', 'tab', 'outlook', 'teams', 'mail', 'system'] as const;
export type Surface = (typeof surfaces)[number];

/** What a mail is, apart from what became of it. */
export const mailKinds = ['human', 'auto_reply', 'bounce', 'bulk', 'own_message', 'feedback_report'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What became of a mail. Every mail seen ends in exactly one of them. */
export const mailOutcomes = ['opened', 'joined', 'kept_apart', 'parked'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** What became of a mail in one word. The words exclude one another, so counts of them add up to all mails. */
export const mailBecame = [
  'opened',
  'joined',
  'auto_reply',
  'bulk',
  'bounce',
  'feedback_report',
  'own_message',
  'kept_apart',
  'parked',
] as const;
export type MailBecame = (typeof mailBecame)[number];

export const caseSources = ['mail', 'outlook', 'teams', 'tab', 'api', 'sandbox'] as const;
export type CaseSource = (typeof caseSources)[number];

export const messageDirections = ['inbound', 'outbound', 'note'] as const;
export type MessageDirection = (typeof messageDirections)[number];

/** Which rule put a message on its case. */
export const threadingRules = [
  'own_message_id',
  'case_token',
  'in_reply_to',
  'references',
  'awaited_parent',
  'conversation',
  'new_conversation',
  'by_hand',
  'sent_from_case',
  'plus_address',
  'report',
  'foreign_ticket',
  'same_subject',
  'task_thread',
  'task_token',
  'survey',
] as const;
export type ThreadingRule = (typeof threadingRules)[number];

/** Why a file that came with a mail is not handed out. */
export const withheldReasons = ['infected', 'too_large', 'dangerous_type', 'gone'] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** What a caller may do next with a case, given the case's status and the caller's role. */
export const caseActions = [
  'assign',
  'set_status',
  'set_priority',
  'edit',
  'add_note',
  'merge',
  'unmerge',
  'move_messages',
  'link',
] as const;
export type CaseAction = (typeof caseActions)[number];

export const analystEngines = ['openai', 'local'] as const;
export type AnalystEngine = (typeof analystEngines)[number];

/** Everything somebody may be allowed to do; who may is decided in `domain/access/permissions.ts`. */
export const permissions = [
  'cases.read',
  'cases.write',
  'settings.read',
  'settings.write',
  'mail.fates.read',
  'mail.fates.retry',
  'operations.read',
  'analytics.read',
  'analytics.everybody',
  'rules.try',
  'customers.erase',
  'audit.read',
  'sla.extend',
  'approvals.decide',
  'cases.import',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * What an entry of the log says. `mail.fated` is the fate of a mail that is on no case, `mail.followed` a mail that went
 * on to the case its own was merged into, and `operation.step` a part of a change to several cases of which only the
 * end matters to people. `case.erased` and `mail.erased`: personal data was taken out, also from earlier entries.
 * `survey.answered`: the customer said how content they are.
 */
export const caseEventKinds = [
  'case.opened',
  'case.changed',
  'case.analysed',
  'message.added',
  'mail.fated',
  'message.delivery',
  'message.withdrawn',
  'mail.released',
  'mail.seen_again',
  'case.merged',
  'case.unmerged',
  'case.linked',
  'message.moved',
  'mail.followed',
  'operation.step',
  'sla.at_risk',
  'sla.breached',
  'sla.escalated',
  'sla.recalculated',
  'sla.extended',
  'sla.acknowledged',
  'task.created',
  'task.changed',
  'task.deleted',
  'case.erased',
  'mail.erased',
  'survey.answered',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** How a condition of a rule compares a field with a value. Each is explained in `domain/workflow/operators.ts`. */
export const conditionOperators = [
  'is',
  'is not',
  'is any of',
  'is none of',
  'contains',
  'contains not',
  'contains any of',
  'contains all of',
  'contains none of',
  'contains a word of',
  'starts with',
  'starts with one of',
  'ends with',
  'ends with one of',
  'matches regex',
  'does not match regex',
  'sender pattern',
  'is set',
  'is not set',
  'is under',
  'greater than',
  'less than',
  'before (absolute)',
  'after (absolute)',
  'before (relative)',
  'after (relative)',
  'till (relative)',
  'from (relative)',
  'within last (relative)',
  'within next (relative)',
  'today',
  'has changed',
  'has changed to',
  'has changed from',
] as const;
export type ConditionOperator = (typeof conditionOperators)[number];

export const timeUnits = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** Why we send a mail; all but `reply` and `assignment`, which somebody here asks for, are automatic. */
export const outgoingKinds = [
  'acknowledgement',
  'reply',
  'still_working',
  'confirm_solved',
  'closing',
  'assignment',
  'survey',
] as const;
export type OutgoingKind = (typeof outgoingKinds)[number];

/** How far a mail of ours has come. `bounced`: it was sent and came back. */
export const deliveryStates = ['queued', 'sent', 'failed', 'bounced'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** How a linked case relates to the case that holds the link. */
export const linkKinds = [
  'mentions',
  'forward_of',
  'related',
  'duplicate',
  'duplicated_by',
  'parent',
  'child',
  'split_from',
  'split_into',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a field of a category holds. */
export const fieldTypes = ['text', 'number', 'boolean', 'date', 'choice'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const taskStatuses = ['new', 'in_progress', 'resolved', 'closed'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Statuses in which nothing is left to do on a task. */
export const endedTaskStatuses: readonly TaskStatus[] = ['resolved', 'closed'];

/**
 * Of what somebody who works here is told without asking. `rule`: whatever a rule was written to tell; `contractor`:
 * somebody outside wrote about a task of theirs, or could not be reached.
 */
export const noticeKinds = [
  'assigned',
  'mentioned',
  'at_risk',
  'overdue',
  'escalated',
  'hand_over',
  'rule',
  'contractor',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `teams` is a card in the chat with the bot, `activity` a line in the activity feed of Teams. */
export const noticeChannels = ['teams', 'activity', 'email', 'off'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What somebody does with a case that is open before them. */
export const presenceDoings = ['viewing', 'replying'] as const;
export type PresenceDoing = (typeof presenceDoings)[number];

/** Where somebody may be while they are at a case. */
export const presenceSurfaces = ['tab', 'outlook', 'teams', 'api'] as const;
export type PresenceSurface = (typeof presenceSurfaces)[number];

/** What is kept for whoever has to account for it. */
export const auditKinds = [
  'settings.changed',
  'list.exported',
  'customer.exported',
  'customer.erased',
  'retention.applied',
  'sign_in.refused',
  'role.changed',
  'bulk.run',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Fields that cases are grouped by in figures. */
export const caseGroupings = [
  'assignee',
  'team',
  'category',
  'priority',
  'status',
  'sentiment',
  'source',
  'language',
] as const;
export type CaseGrouping = (typeof caseGroupings)[number];

/** The figures about cases that a question in plain words may ask for; `contracts/metric-catalogue.ts` tells what each means. */
export const metricNames = [
  'open',
  'new',
  'unassigned',
  'atRisk',
  'breached',
  'created',
  'resolved',
  'firstResponseMinutes',
  'resolutionMinutes',
  'slaMetPercent',
  'backlog',
  'csatPercent',
  'csatResponsePercent',
] as const;
export type MetricName = (typeof metricNames)[number];
/** Every figure about cases. */
export type FigureName = MetricName | 'reopened' | 'reopenPercent' | 'backlogAge';

/** Figures of this moment; the others are of a period. */
export const momentMetrics: readonly MetricName[] = ['open', 'new', 'unassigned', 'atRisk', 'breached', 'backlog'];
export const minuteMetrics: readonly MetricName[] = ['firstResponseMinutes', 'resolutionMinutes'];
/** What can be told for each stretch of a period. */
export const trendMetrics: readonly MetricName[] = [
  'open',
  'backlog',
  'created',
  'resolved',
  'slaMetPercent',
  'csatPercent',
  'csatResponsePercent',
  'firstResponseMinutes',
  'resolutionMinutes',
];

/** What a column of an imported file may mean. */
export const importFields = [
  'externalId',
  'subject',
  'description',
  'customerEmail',
  'customerName',
  'status',
  'priority',
  'category',
  'tags',
  'assignee',
  'team',
  'createdAt',
  'endedAt',
  'resolution',
  'number',
] as const;
export type ImportField = (typeof importFields)[number];

/** What becomes of a row of an imported file. */
export const importOutcomes = ['made', 'present', 'refused', 'changed'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** What becomes of cases that are there already: nothing, or what the row says of them. */
export const importExisting = ['keep', 'change'] as const;
export type ImportExisting = (typeof importExisting)[number];

export const importStates = ['checked', 'running', 'done', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];
export const bulkStates = ['running', 'done', 'cancelled'] as const;
export type BulkState = (typeof bulkStates)[number];
/** What a report can measure; medians and 90th percentiles are measures of their own. */
export const reportMeasures = [
  'created',
  'resolved',
  'open',
  'new',
  'unassigned',
  'atRisk',
  'breached',
  'firstResponseMedian',
  'firstResponseP90',
  'resolutionMedian',
  'resolutionP90',
  'slaMetPercent',
  'reopened',
  'reopenPercent',
  'backlogAgeMedian',
  'backlogAgeP90',
  'csatPercent',
  'csatResponsePercent',
] as const;
export type ReportMeasure = (typeof reportMeasures)[number];

/** The documents of the settings, by their word in the address. */
export const settingsNames = [
  'agents',
  'teams',
  'categories',
  'templates',
  'rules',
  'macros',
  'mailboxes',
  'ai',
  'sla-policies',
  'calendars',
  'retention',
  'notifications',
] as const;
export type SettingsName = (typeof settingsNames)[number];

/** What the analyst says of a mail and people correct. */
export const taughtQuestions = ['category', 'complaint', 'sentiment', 'priority'] as const;
export type TaughtQuestion = (typeof taughtQuestions)[number];

/** How content a customer is, from 1, very dissatisfied, to 5, very satisfied. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

/** Languages in which a customer is asked how content they are. */
export const surveyLanguages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
export type SurveyLanguage = (typeof surveyLanguages)[number];

/** Files that a report can be had as. */
export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];
