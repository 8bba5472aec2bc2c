import type { TicketPage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('the tickets of an inbox', (heed) => {
  it('begin with who has waited longest, page by page, where only those who wait are asked for', async () => {
    const { ada, visitor } = await heed.workspace()
    const ids: string[] = []
    for (const body of ['first', 'second', 'answered', 'third', 'fourth']) {
      const ticketId = heed.deps.newId('ticket')
      await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body })
      if (body === 'answered') await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Here you are' })
      ids.push(ticketId)
      // The last two at one moment.
      if (body !== 'third') heed.clock.advance('1m')
    }
    const list = async (query: string) => {
      const previews: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: string = cursor && `&cursor=${cursor}`
        const { body }: { body: TicketPage } = await ada.get<TicketPage>(`/tickets?${query}&limit=1${page}`)
        previews.push(...body.items.map(({ preview }) => preview))
        cursor = body.nextCursor
      }
      return previews
    }
    const [third = '', fourth = ''] = ids.slice(-2)
    const lastTwo = third < fourth ? ['third', 'fourth'] : ['fourth', 'third']

    expect(await list('awaitingReply=true')).toEqual(['first', 'second', ...lastTwo])
    expect(await list('state=open&awaitingReply=true')).toEqual(['first', 'second', ...lastTwo])
    expect(await list('state=open')).toEqual([...lastTwo.toReversed(), 'answered', 'second', 'first'])
    expect(await list('awaitingReply=false')).toEqual(['answered'])
    expect((await ada.get<TicketPage>('/tickets?state=closed&awaitingReply=true')).body.items).toEqual([])
  })
})
