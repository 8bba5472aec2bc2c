import type { BatchResult } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import type { Heed } from '../../testing/heed.ts'
import { findAccountByExternalId, findCustomerByUserId } from '../people/people.queries.ts'

/** A workspace with the server of its host, which says things, and a look at what is stored then. */
export const hostOf = async (heed: Heed) => {
  const made = await heed.workspace({})
  const { workspaceId } = made
  const authorization = `Basic ${Buffer.from(`${made.keys.secret}:`).toString('base64')}`
  /** Sends text as it is, which need not be JSON that an object could become. */
  const postText = (path: string, payload: string, headers: Record<string, string> = { authorization }) =>
    heed.call<BatchResult>({
      method: 'POST',
      url: `/v1/${path}`,
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    })
  const { db, tables } = heed.store.read
  return {
    ...made,
    postText,
    post: (path: string, json: unknown) => postText(path, JSON.stringify(json)),
    person: async (userId: string) => {
      const found = await findCustomerByUserId(heed.store.read, workspaceId, userId, 'verified')
      if (!found) throw new Error(`${userId} is not there`)
      return found
    },
    account: async (accountId: string) => {
      const found = await findAccountByExternalId(heed.store.read, workspaceId, accountId, 'verified')
      if (!found) throw new Error(`${accountId} is not there`)
      return found
    },
    people: () => db.select().from(tables.people).where(eq(tables.people.workspaceId, workspaceId)),
    events: () => db.select().from(tables.events).where(eq(tables.events.workspaceId, workspaceId)),
    eventsOf: (name: string) =>
      db
        .select()
        .from(tables.events)
        .where(and(eq(tables.events.workspaceId, workspaceId), eq(tables.events.name, name))),
  }
}
