import { MailState } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../deps.ts'
import { countWaitingMails, listFailedMails } from './mails.queries.ts'

const mostFailed = 20

/** Whether mail goes out, and what became of it. */
export const mailMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/mail',
      { schema: { summary: 'Whether mail goes out, what waits, and what was given up', response: { 200: MailState } } },
      async ({ workspace, member }): Promise<MailState> => {
        const { read } = deps.store
        const { settings, missing } = deps.mail
        return {
          on: settings !== null,
          missing,
          from: settings?.from.address ?? null,
          waiting: await countWaitingMails(read, workspace.id),
          failed: ['owner', 'admin'].includes(member.role) ? await listFailed(deps, workspace.id) : null,
        }
      },
    )
  }

const listFailed = async ({ store }: Deps, workspaceId: string): Promise<MailState['failed']> =>
  (await listFailedMails(store.read, workspaceId, mostFailed)).map(
    ({ kind, address, subject, attempts, failure, createdAt }) => ({
      kind,
      address,
      subject,
      attempts,
      failure: failure ?? '',
      createdAt: createdAt.toISOString(),
    }),
  )
