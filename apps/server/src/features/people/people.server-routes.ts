import { AccountDetail, PersonDetail } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { clean } from '../../http/clean-input.ts'
import { readHostsAccount } from './account-detail.ts'
import { readHostsPerson } from './person-detail.ts'

/** An id of the host's, of which nobody knows what it is made; in an address percent-encoded. */
const HostId = z
  .string()
  .min(1)
  .max(255)
  .transform((id) => String(clean(id)))

/** What Heed knows of a customer, for the host's own server. */
export const peopleServerRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/people/:userId',
      {
        schema: {
          summary: 'A person by your own id, with who said what, and when',
          params: z.object({ userId: HostId }),
          response: { 200: PersonDetail },
        },
      },
      ({ workspace, params }) => readHostsPerson(store.read, workspace.id, params.userId, now()),
    )

    app.get(
      '/accounts/:accountId',
      {
        schema: {
          summary: 'An account by your own id, with who said what, and when',
          params: z.object({ accountId: HostId }),
          response: { 200: AccountDetail },
        },
      },
      ({ workspace, params }) => readHostsAccount(store.read, workspace.id, params.accountId, now()),
    )
  }
