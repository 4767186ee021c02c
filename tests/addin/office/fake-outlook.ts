import { OfficeMockObject } from 'office-addin-mock';

type Done = (result: object) => void;

/** A mail as Outlook would show it, with only what differs. */
export interface FakeItem {
  itemId: string;
  subject?: string | object;
  itemType?: string;
  bodyDelayMs?: number;
  owner?: string;
  internetMessageId?: string;
  from?: undefined;
  /** Outlook refuses to show the body. */
  locked?: boolean;
}

/** Outlook around the pane: selects mails, changes its looks, signs in. */
export interface FakeOutlook {
  select(item: FakeItem | null): void;
  changeTheme(ground: string): void;
  restore(): void;
}

const ready = { host: 'Outlook', platform: 'OfficeOnline' };

export function fakeOutlook(signIn: () => Promise<string> = async () => 'token-1'): FakeOutlook {
  const handlers = new Map<string, Set<() => void>>();
  const office = new OfficeMockObject(
    {
      host: 'outlook',
      context: {
        officeTheme: { bodyBackgroundColor: '#FFFFFF' },
        mailbox: {
          userProfile: { emailAddress: 'jonas.weber@contoso.example', displayName: 'Jonas Weber' },
          addHandlerAsync(event: string, handler: () => void, done: Done) {
            handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
            done({ status: 'succeeded' });
          },
          removeHandlerAsync(event: string, done: Done) {
            handlers.delete(event);
            done({ status: 'succeeded' });
          },
        },
      },
      AsyncResultStatus: { Failed: 'failed', Succeeded: 'succeeded' },
      EventType: { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' },
      auth: { getAccessToken: signIn },
      onReady: async () => ready,
    },
    undefined,
  );
  Reflect.set(globalThis, 'Office', office);
  const raise = (event: string) => {
    for (const handler of handlers.get(event) ?? []) handler();
  };
  return {
    select(item) {
      office.context.mailbox.item = item === null ? null : itemOf(item);
      raise('olkItemSelectedChanged');
    },
    changeTheme(ground) {
      office.context.officeTheme.bodyBackgroundColor = ground;
      raise('officeThemeChanged');
    },
    restore() {
      Reflect.deleteProperty(globalThis, 'Office');
    },
  };
}

function itemOf(fake: FakeItem): object {
  const nadia = { emailAddress: 'nadia.haddad@example.com', displayName: 'Nadia Haddad' };
  const support = { emailAddress: 'support@contoso.example', displayName: '' };
  const { bodyDelayMs, owner, locked, ...given } = fake;
  return {
    itemType: 'message',
    internetMessageId: `<${fake.itemId}@example.com>`,
    conversationId: 'conversation-1',
    subject: 'Water is coming through the ceiling',
    from: nadia,
    to: [support],
    cc: [],
    dateTimeCreated: new Date('2026-11-24T13:06:00Z'),
    attachments: [{ id: 'a1', name: 'photo.jpg', contentType: 'image/jpeg', size: 1200, isInline: false }],
    body: {
      getAsync(type: string, done: Done) {
        if (locked) return done({ status: 'failed', error: { code: 9031, name: 'x', message: 'protected' } });
        const value = type === 'html' ? `<p>Body of ${fake.itemId}</p>` : `Body of ${fake.itemId}`;
        setTimeout(() => done({ status: 'succeeded', value }), bodyDelayMs ?? 0);
      },
    },
    ...(owner !== undefined && {
      getSharedPropertiesAsync: (done: Done) => done({ status: 'succeeded', value: { owner } }),
    }),
    ...given,
  };
}
