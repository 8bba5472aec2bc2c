import type { MailState } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { createMail } from './mail.ts'
import { sendDueMails } from './send-due-mails.ts'
import { readersOf } from './testing-readers.ts'
import { SendFailure, type Transport } from './transport.ts'

const refusing: Transport = {
  send: async () => {
    throw new SendFailure('mail', '550 No such mailbox', undefined)
  },
  close: () => {},
}

describeOnBothStores('the state of mail', (heed) => {
  it('says what waits, and to admins alone what was given up', async () => {
    const { person, queue, planned, workspaceId, ada } = await readersOf(heed)
    const admin = await signInAs(heed, workspaceId, 'admin')
    await queue(planned(), [await person({ email: 'gone@acme.example' })])
    await sendDueMails(heed.deps, refusing)
    await queue(planned(), [await person()])

    expect((await admin.get<MailState>('/mail')).body).toEqual({
      on: true,
      missing: [],
      from: 'ideas@heed.example',
      waiting: 1,
      failed: [
        {
          kind: 'idea_answer',
          address: 'gone@acme.example',
          subject: 'Planned: Export as PDF',
          attempts: 1,
          failure: '550 No such mailbox',
          createdAt: heed.clock.now().toISOString(),
        },
      ],
    })
    expect((await ada.get<MailState>('/mail')).body).toMatchObject({ on: true, waiting: 1, failed: null })
  })

  it('says which settings are missing, and nothing of another workspace', async () => {
    const { person, queue, planned } = await readersOf(heed)
    await queue(planned(), [await person()])
    const there = await heed.workspace()
    const admin = await signInAs(heed, there.workspaceId, 'admin')
    Object.assign(heed.deps.mail, createMail())

    expect((await admin.get<MailState>('/mail')).body).toEqual({
      on: false,
      missing: ['HEED_SMTP_URL', 'HEED_MAIL_FROM', 'HEED_PUBLIC_URL'],
      from: null,
      waiting: 0,
      failed: [],
    })
  })
})
