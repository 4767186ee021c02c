/** The parts of Microsoft Graph's mail resources that the emulator speaks, named as Graph names them. */
export interface Recipient {
  emailAddress?: { address?: string | null | undefined; name?: string | null | undefined } | null | undefined;
}

export interface ItemBody {
  contentType: 'text' | 'html';
  content: string;
}

export interface GraphAttachment {
  '@odata.type': '#microsoft.graph.fileAttachment' | '#microsoft.graph.itemAttachment';
  id: string;
  name: string;
  contentType: string | null;
  size: number;
  isInline: boolean;
  lastModifiedDateTime: string;
  contentId?: string | null;
  contentBytes?: string;
}

/** What a message says, apart from where it lies and which version it is. */
export interface MessageContent {
  createdDateTime: string;
  lastModifiedDateTime: string;
  receivedDateTime: string;
  sentDateTime: string;
  internetMessageId: string;
  conversationId: string;
  conversationIndex: string;
  subject: string | null;
  bodyPreview: string;
  body: ItemBody;
  sender: Recipient | null;
  from: Recipient | null;
  toRecipients: Recipient[];
  ccRecipients: Recipient[];
  bccRecipients: Recipient[];
  replyTo: Recipient[];
  importance: 'low' | 'normal' | 'high';
  inferenceClassification: 'focused' | 'other';
  categories: string[];
  flag: { flagStatus: 'notFlagged' | 'complete' | 'flagged' };
  hasAttachments: boolean;
  isRead: boolean;
  isDraft: boolean;
  isDeliveryReceiptRequested: boolean | null;
  isReadReceiptRequested: boolean | null;
  internetMessageHeaders: { name: string; value: string }[];
}

/** A message as Graph would answer it, with everything that can be asked for. */
export interface GraphMessage extends MessageContent {
  '@odata.etag': string;
  id: string;
  changeKey: string;
  parentFolderId: string;
  webLink: string;
  attachments: GraphAttachment[];
}

export const folderNames = ['inbox', 'sentitems', 'drafts', 'archive', 'deleteditems'] as const;
export type FolderName = (typeof folderNames)[number];

export interface Subscription {
  id: string;
  resource: string;
  changeType: string;
  clientState: string | null;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  expirationDateTime: string;
  includeResourceData: boolean | null;
}

/** One message in the emulator's keeping. */
export interface StoredMessage {
  /** Counts up over all mailboxes; the ids that Graph shows are made of it. */
  serial: number;
  mailbox: string;
  folder: FolderName;
  version: number;
  content: MessageContent;
  attachments: GraphAttachment[];
}
