import * as z from 'zod';
import { badRequest, GraphError } from './graph-error.ts';
import { type Routes, readJson } from './router.ts';

const activity = z.object({
  topic: z.object({
    source: z.literal('text'),
    value: z.string().min(1),
    webUrl: z.string().max(1024).startsWith('https://teams.microsoft.com/l/'),
  }),
  activityType: z.string().min(1),
  chainId: z.int().optional(),
  previewText: z.object({ content: z.string().max(150) }),
  templateParameters: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});
export type ShownActivity = z.infer<typeof activity>;

/** What stands in people's activity feeds, and who does not have the app. */
export interface ActivityBook {
  /** Of one person, oldest first. */
  shown(user: string): ShownActivity[];
  post(user: string, activity: ShownActivity): void;
  /** As somebody takes the app out of their Teams. */
  uninstall(user: string): void;
  hasApp(user: string): boolean;
  clear(): void;
}

export function createActivityBook(): ActivityBook {
  const feeds = new Map<string, ShownActivity[]>();
  const without = new Set<string>();
  const shown = (user: string) => feeds.get(user.toLowerCase()) ?? [];
  return {
    shown,
    post(user, posted) {
      const { chainId } = posted;
      const others = shown(user).filter((one) => chainId === undefined || one.chainId !== chainId);
      feeds.set(user.toLowerCase(), [...others, posted].slice(-mostKept));
    },
    uninstall: (user) => void without.add(user.toLowerCase()),
    hasApp: (user) => !without.has(user.toLowerCase()),
    clear() {
      feeds.clear();
      without.clear();
    },
  };
}

/** Teams keeps a feed for a month; here the newest do. */
const mostKept = 200;

/** Lines in activity feeds. */
export function activityRoutes(book: ActivityBook): Routes {
  return {
    'POST /users/{user}/teamwork/sendActivityNotification': (request) => {
      const { user = '' } = request.path;
      const parsed = activity.safeParse(readJson(request));
      if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
      if (!book.hasApp(user)) throw new GraphError(404, 'NotFound', 'The app is not installed for this user.');
      book.post(user, parsed.data);
      return { status: 204 };
    },
  };
}
