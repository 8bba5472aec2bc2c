import { NoticeList, ReadNotices } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { countUnreadNotices, listNotices } from './notices.queries.ts'
import { readNotices } from './read-notices.ts'

/** What the team is told of. */
export const noticeMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store } = deps

    app.get(
      '/notices',
      { schema: { summary: 'What the team is told of, newest first', response: { 200: NoticeList } } },
      async ({ workspace }) => {
        const [items, unread] = await Promise.all([
          listNotices(store.read, workspace.id),
          countUnreadNotices(store.read, workspace.id),
        ])
        return { items, unread }
      },
    )

    app.put(
      '/notices/read',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Mark notices as read, for the whole team',
          body: ReadNotices,
          response: { 200: NoticeList },
        },
      },
      ({ workspace, body }) => readNotices(deps, workspace.id, body),
    )
  }
