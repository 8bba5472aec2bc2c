import type { TicketDetail } from '@heed/contracts'

// For tests: a ticket as a server would send it.

export const ticketOf = (given: Partial<TicketDetail> = {}): TicketDetail => ({
  id: 'tkt_1',
  number: 1,
  state: 'open',
  preview: '',
  person: { id: 'ppl_1', userId: 'u1', name: 'Maria', email: null, locale: null, trust: 'verified' },
  account: null,
  snapshot: {
    plan: null,
    spendMinor: null,
    currency: null,
    reportingSpendMinor: null,
    tenureDays: null,
    traits: {},
    trust: 'verified',
    valuesTrust: 'verified',
  },
  area: null,
  assignee: null,
  createdAt: '2026-03-05T10:00:00Z',
  lastMessageAt: '2026-03-05T10:00:00Z',
  firstResponseMs: null,
  awaitingReply: true,
  context: { browser: null, system: null },
  messages: [],
  personMessages: 0,
  memberReplies: 0,
  articlesOffered: [],
  articlesRead: [],
  solvedBy: null,
  responses: [],
  earlierTickets: [],
  ...given,
})
