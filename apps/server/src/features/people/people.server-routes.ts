import { AccountDetail, Erasure, PersonDetail } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { clean } from '../../http/clean-input.ts'
import { readHostsAccount } from './account-detail.ts'
import { erasePerson } from './erasure/erase-person.ts'
import { readHostsPerson, rowsOfHostsPerson } from './person-detail.ts'

/** An id of the host's, of which nobody knows what it is made; in an address percent-encoded. */
const HostId = z
  .string()
  .min(1)
  .max(255)
  .transform((id) => String(clean(id)))

/** What Heed knows of a customer, and an end to it, for the host's own server. */
export const peopleServerRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps
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

    app.delete(
      '/people/:userId',
      {
        schema: {
          summary: 'Erase a person by your own id, with all that they said, asked and did; what went, and what stayed',
          params: z.object({ userId: HostId }),
          response: { 200: Erasure },
        },
      },
      ({ workspace: { id }, params }) =>
        erasePerson(deps, id, (handle) => rowsOfHostsPerson(handle, id, params.userId)),
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
