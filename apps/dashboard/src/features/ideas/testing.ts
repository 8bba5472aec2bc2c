import type { IdeaDetail, IdeaItem, IdeaList, Member, Workspace } from '@heed/contracts'

export const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Quayside',
  currency: 'EUR',
  sample: false,
  accent: '#1a6b5c',
  firstResponseTargetMs: 900_000,
}

export const memberAs = (role: Member['role']): Member => ({ id: 'mem_1', name: 'Ada', email: 'ada@example.com', role })

export const ideaItem: IdeaItem = {
  id: 'ide_1',
  title: 'Export to DATEV',
  body: null,
  state: 'open',
  votes: 1,
  accounts: 12,
  spendMinor: 1_234_500,
  balancedMinor: 400_000,
  area: null,
  createdAt: '2026-03-05T10:00:00Z',
}

/** A list of these ideas and no others. */
export const listOf = (items: IdeaItem[]): IdeaList => {
  const states = { open: 0, planned: 0, in_progress: 0, shipped: 0, closed: 0 }
  for (const { state } of items) states[state]++
  return { items, states, accountShare: 0.1 }
}

export const ideaDetail: IdeaDetail = {
  ...ideaItem,
  updatedAt: '2026-03-05T10:00:00.000Z',
  author: null,
  merged: [],
  answers: [],
  links: [],
  reach: { widget: 3, mail: 2 },
}
