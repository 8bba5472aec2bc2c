import { type HelpSettings, type Suggestion, type SuggestionList, standardHelp } from '@heed/contracts'
import type { Heed } from '../../testing/heed.ts'
import { createArticle } from '../articles/create-article.ts'
import { setHelp } from '../workspaces/workspaces.queries.ts'

type Workspace = Awaited<ReturnType<Heed['workspace']>>
type Browser = ReturnType<Workspace['visitor']>

const idsOf = (items: Suggestion[]) => items.map((item) => (item.kind === 'idea' ? item.ideaId : item.articleId))

/** A workspace of three articles, to which people come with what they want. */
export const askingIn = async (heed: Heed, help: Partial<HelpSettings> = { holdOutShare: 0 }) => {
  const workspace = await heed.workspace()
  const { workspaceId, visitor } = workspace
  const settings = (changed: Partial<HelpSettings>) =>
    heed.store.write((tx) => setHelp(tx, workspaceId, { ...standardHelp, ...changed }))
  await settings(help)
  const publish = (slug: string, title: string, body: string, more: { knownIssue?: boolean; audience?: string } = {}) =>
    createArticle(heed.deps, workspaceId, { slug, locale: 'en', title, body, areaId: null, ...more })
  const cardId = await publish('card', 'My card has not arrived', 'Cards arrive within five days.')
  const feesId = await publish('fees', 'Fees for transfers abroad', 'Transfers abroad cost a small fee.')
  const pinId = await publish('pin', 'Change your PIN', 'At a cash machine.')
  heed.clock.advance('6s')

  const ask = async (browser: Browser, text: string, more: object = {}) => {
    const requestId = heed.deps.newId('request')
    const { body } = await browser.post<SuggestionList>('/suggestions', { text, requestId, locale: 'en', ...more })
    return { requestId, items: body.items, ids: idsOf(body.items) }
  }
  return {
    ...workspace,
    settings,
    publish,
    cardId,
    feesId,
    pinId,
    ask,
    read: (browser: Browser, requestId: string, articleId: string, helped?: false) =>
      browser.put(`/requests/${requestId}/readings`, { articleId, ...(helped === false && { helped }) }),
    solve: (browser: Browser, requestId: string | undefined, articleId: string, text: string) =>
      browser.put(`/deflections/${heed.deps.newId('deflection')}`, {
        articleId,
        text,
        ...(requestId && { requestId }),
      }),
    file: async (browser: Browser, requestId: string | undefined, body: string) => {
      const ticketId = heed.deps.newId('ticket')
      const messageId = heed.deps.newId('message')
      await browser.put(`/tickets/${ticketId}`, { messageId, body, ...(requestId && { requestId }) })
      return ticketId
    },
    vote: (browser: Browser, requestId: string | undefined, ideaId: string, voted = true) =>
      browser.put(`/ideas/${ideaId}/vote`, { voted, ...(requestId && { requestId }) }),
    /** The request as it is stored. */
    stored: async (requestId: string) => {
      const { db, tables } = heed.store.read
      return (await db.select().from(tables.requests)).find(({ id }) => id === requestId)
    },
    /** Browsers of newcomers, of which some are held out and some are not. */
    browsers: (count: number) => Array.from({ length: count }, () => visitor()),
  }
}
