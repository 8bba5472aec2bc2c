import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { keepSending } from './keep-sending.ts'
import { createMail } from './mail.ts'
import { openMailbox } from './testing-mailbox.ts'
import { readersOf } from './testing-readers.ts'

describeOnBothStores('the sender', (heed) => {
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  beforeAll(async () => {
    mailbox = await openMailbox()
  })
  afterAll(() => mailbox.close())

  it('sends what waits when it begins, what is queued once it is woken, and nothing after it left', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    const maria = await person()
    await queue(planned(), [maria])
    const onError = vi.fn()

    const leave = keepSending(heed.deps, onError)
    await vi.waitFor(() => expect(mailbox.received).toHaveLength(1))
    await queue(planned(), [maria])
    heed.deps.mail.wake()
    await vi.waitFor(() => expect(mailbox.received).toHaveLength(2))
    await leave()
    await queue(planned(), [maria])
    heed.deps.mail.wake()
    await leave()

    expect(mailbox.received).toHaveLength(2)
    expect(onError).not.toHaveBeenCalled()
  })

  it('is nobody while mail is off', async () => {
    Object.assign(heed.deps.mail, createMail())

    await keepSending(heed.deps, () => {
      throw new Error('it looked')
    })()
  })
})
