import {
  AccountDetail,
  AccountId,
  AccountPage,
  AccountQuery,
  Erasure,
  PersonDetail,
  PersonId,
  PersonPage,
  PersonQuery,
  TimelinePage,
  TimelineQuery,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { readAccount, rowsOfAccount } from './account-detail.ts'
import { readAccountPage, readPersonPage } from './customer-pages.ts'
import { erasePerson, readErasure } from './erasure/erase-person.ts'
import { readPerson, rowsOfPerson } from './person-detail.ts'
import { readTimeline } from './timeline.ts'

const PersonParams = z.object({ personId: PersonId })
const AccountParams = z.object({ accountId: AccountId })
const { segment } = segmentParams

/** People and accounts: lists of a segment, each with all that is known of it and what happened. */
export const peopleMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now, customersOf } = deps
    app.get(
      '/people',
      {
        schema: {
          summary: 'People of a segment, as of now',
          querystring: PersonQuery.extend({ segment }).strict(),
          response: { 200: PersonPage },
        },
      },
      async ({ workspace, query }) => {
        const filter = await filterOf(store.read, workspace.id, query)
        const scope = scopeOf(workspace, now())
        const from = { handle: store.read, customers: customersOf(scope) }
        return readPersonPage(from, scope, filter.segment, query)
      },
    )

    app.get(
      '/people/:personId',
      {
        schema: {
          summary: 'A person, with who said what, and when',
          params: PersonParams,
          response: { 200: PersonDetail },
        },
      },
      ({ workspace, params }) => readPerson(store.read, workspace.id, params.personId, now()),
    )

    app.get(
      '/people/:personId/erasure',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'What would go if this person were erased, and what would stay',
          params: PersonParams,
          response: { 200: Erasure },
        },
      },
      async ({ workspace: { id }, params }) =>
        readErasure(store.read, id, await rowsOfPerson(store.read, id, params.personId)),
    )

    app.delete(
      '/people/:personId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Erase a person with all that they said, asked and did; what went, and what stayed',
          params: PersonParams,
          response: { 200: Erasure },
        },
      },
      ({ workspace: { id }, params }) => erasePerson(deps, id, (handle) => rowsOfPerson(handle, id, params.personId)),
    )

    app.get(
      '/people/:personId/timeline',
      {
        schema: {
          summary: 'What happened with a person, newest first',
          params: PersonParams,
          querystring: TimelineQuery.strict(),
          response: { 200: TimelinePage },
        },
      },
      async ({ workspace: { id: workspaceId }, params, query }) => {
        const personIds = await rowsOfPerson(store.read, workspaceId, params.personId)
        return readTimeline(store.read, { workspaceId, personIds }, query)
      },
    )

    app.get(
      '/accounts',
      {
        schema: {
          summary: 'Accounts that have somebody in a segment, as of now',
          querystring: AccountQuery.extend({ segment }).strict(),
          response: { 200: AccountPage },
        },
      },
      async ({ workspace, query }) => {
        const filter = await filterOf(store.read, workspace.id, query)
        return readAccountPage(store.read, scopeOf(workspace, now()), filter.segment, query)
      },
    )

    app.get(
      '/accounts/:accountId',
      {
        schema: {
          summary: 'An account, with who said what, and when',
          params: AccountParams,
          response: { 200: AccountDetail },
        },
      },
      ({ workspace, params }) => readAccount(store.read, workspace.id, params.accountId, now()),
    )

    app.get(
      '/accounts/:accountId/timeline',
      {
        schema: {
          summary: 'What happened with the people of an account, newest first',
          params: AccountParams,
          querystring: TimelineQuery.strict(),
          response: { 200: TimelinePage },
        },
      },
      async ({ workspace: { id: workspaceId }, params, query }) => {
        const accountIds = await rowsOfAccount(store.read, workspaceId, params.accountId)
        return readTimeline(store.read, { workspaceId, accountIds }, query)
      },
    )
  }
