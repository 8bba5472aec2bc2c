import type { PersonClaim } from '@heed/contracts'
import { recordPerson } from '../features/people/record-person.ts'
import { newToken } from '../http/tokens.ts'
import type { Heed } from '../testing/heed.ts'
import { createMail } from './mail.ts'
import { type NewMail, queueMail } from './queue-mail.ts'

/** A workspace whose server sends mail, and people that the host's server vouches for. */
export const readersOf = async (heed: Heed, smtpUrl = 'smtp://127.0.0.1:1') => {
  Object.assign(
    heed.deps.mail,
    createMail({ smtpUrl, mailFrom: 'ideas@heed.example', publicUrl: 'https://heed.example' }),
  )
  const made = await heed.workspace()
  const { workspaceId } = made
  const claim = (said: PersonClaim, source: 'server' | 'browser' = 'server') =>
    recordPerson(heed.deps, { workspaceId, source, visitorHash: newToken() }, said)
  const planned = (over: Partial<NewMail> = {}): NewMail => ({
    kind: 'idea_answer',
    id: heed.deps.newId('ideaAnswer'),
    idea: { title: 'Export as PDF', state: 'planned' },
    answer: 'Next month.',
    ...over,
  })
  return {
    ...made,
    planned,
    person: async (said: PersonClaim = {}, source: 'server' | 'browser' = 'server') => {
      const userId = newToken()
      return (await claim({ userId, email: `${userId.toLowerCase()}@acme.example`, ...said }, source)).person
    },
    queue: (mail: NewMail, people: Parameters<typeof queueMail>[4]) =>
      heed.store.write((tx) => queueMail(tx, heed.deps, workspaceId, mail, people)),
  }
}
