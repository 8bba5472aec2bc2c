import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { recordPerson } from '../features/people/record-person.ts'
import { hashToken, newToken } from '../http/tokens.ts'
import { describeOnBothStores } from '../testing/heed.ts'
import { createMail } from './mail.ts'
import { insertStop, listStopped, moveMails } from './mails.queries.ts'
import { listMailable, queueMail } from './queue-mail.ts'
import { readersOf } from './testing-readers.ts'

describeOnBothStores('queueing mail', (heed) => {
  const mailsOf = async (workspaceId: string) => {
    const { db, tables } = heed.store.read
    return (await db.select().from(tables.mails)).filter((mail) => mail.workspaceId === workspaceId)
  }

  it('writes to each in their language, else in that of the workspace, else in English', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const people = [await person({ locale: 'de-AT' }), await person(), await person({ locale: 'nl' })]

    expect(await queue(planned({ answer: 'Next month.\n\nSaid Ada.' }), people)).toBe(3)

    const mails = await mailsOf(workspaceId)
    const byReader = people.map(({ id }) => mails.find(({ personId }) => personId === id))
    expect(byReader.map((mail) => [mail?.locale, mail?.subject])).toEqual([
      ['de-AT', 'Geplant: Export as PDF'],
      ['en', 'Planned: Export as PDF'],
      ['en', 'Planned: Export as PDF'],
    ])
    expect(byReader[0]?.body).toBe(
      'Sie haben für diese Idee gestimmt: „Export as PDF“.\n\nWir planen, sie umzusetzen.\n\nAcme Billing schreibt dazu:\n\nNext month.\n\nSaid Ada.',
    )
  })

  it('leads to the app where its one address is known', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const maria = await person()
    await queue(planned(), [maria])
    await heed.store.write(async ({ db, tables }) => {
      await db.update(tables.keys).set({ origins: ['https://app.acme.example'] })
    })

    await queue(planned(), [maria])

    const leads = (await mailsOf(workspaceId)).map(({ body }) => body.includes('https://app.acme.example'))
    expect(leads.sort()).toEqual([false, true])
  })

  it('is told once of one event', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const maria = await person()
    const mail = planned()

    expect(await queue(mail, [maria])).toBe(1)
    expect(await queue(mail, [maria, await person()])).toBe(1)

    expect(await mailsOf(workspaceId)).toHaveLength(2)
  })

  it('keeps nothing of a write that fails', async () => {
    const { person, planned, workspaceId } = await readersOf(heed)
    const maria = await person()

    await expect(
      heed.store.write(async (tx) => {
        await queueMail(tx, heed.deps, workspaceId, planned(), [maria])
        throw new Error('it breaks after that')
      }),
    ).rejects.toThrow()

    expect(await mailsOf(workspaceId)).toEqual([])
  })

  it('passes over those who are not vouched for, have no address, or stopped it', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const claimed = await person({}, 'browser')
    const without = await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: newToken() })
    const stopped = await person()
    await heed.store.write((tx) =>
      insertStop(tx, { workspaceId, personId: stopped.id, kind: 'idea_answer', createdAt: heed.clock.now() }),
    )
    const people = [claimed, without.person, stopped]

    expect(await queue(planned(), people)).toBe(0)

    expect(await mailsOf(workspaceId)).toEqual([])
    expect(await listMailable(heed.store.read, heed.deps, workspaceId, 'idea_answer', people)).toEqual([])
  })

  it('passes over everybody of the sample, whose people do not exist', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    await heed.store.write(async ({ db, tables }) => {
      await db.update(tables.workspaces).set({ sample: true }).where(eq(tables.workspaces.id, workspaceId))
    })

    expect(await queue(planned(), [await person()])).toBe(0)
  })

  it('does nothing while mail is off', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const maria = await person()
    Object.assign(heed.deps.mail, createMail({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'ideas@heed.example' }))

    expect(await queue(planned(), [maria])).toBe(0)

    expect(heed.deps.mail.missing).toEqual(['HEED_PUBLIC_URL'])
    expect(await mailsOf(workspaceId)).toEqual([])
  })

  it('takes more readers than one statement can', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const maria = await person()
    const people = Array.from({ length: 1_100 }, () => ({ ...maria, id: heed.deps.newId('person') }))

    expect(await queue(planned(), people)).toBe(1_100)

    expect(await mailsOf(workspaceId)).toHaveLength(1_100)
  })

  it('goes along with a person who turns out to be somebody else, and so does their wish for no more', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const visitorHash = hashToken(newToken())
    const server = { workspaceId, source: 'server' as const, visitorHash }
    const { person: nameless } = await recordPerson(heed.deps, server, { email: 'maria@acme.example' })
    await queue(planned(), [nameless])
    await heed.store.write((tx) =>
      insertStop(tx, { workspaceId, personId: nameless.id, kind: 'idea_answer', createdAt: heed.clock.now() }),
    )
    const maria = await person({ userId: 'maria' })

    await recordPerson(heed.deps, server, { userId: 'maria' })

    expect((await mailsOf(workspaceId)).map(({ personId }) => personId)).toEqual([maria.id])
    const ids = [nameless.id, maria.id]
    expect(await listStopped(heed.store.read, workspaceId, 'idea_answer', ids)).toEqual(new Set([maria.id]))
    await heed.store.write((tx) => moveMails(tx, workspaceId, nameless.id, maria.id)) // nothing is left to move
  })

  it('sends nothing to an address that is more than one plain address', async () => {
    const { person, queue, planned, workspaceId } = await readersOf(heed)
    const maria = await person()
    const people = [
      'maria@acme.example, mallory@evil.example',
      'maria@acme.example\r\nBcc: mallory@evil.example',
      'maria@acme.example\nRCPT TO:<mallory@evil.example>',
      '"maria@acme.example, mallory"@evil.example',
      'Maria <mallory@evil.example>',
      '<mallory@evil.example>',
      'maria@acme.example (mallory@evil.example)',
      'maria(comment)@acme.example',
      'team: maria@acme.example, mallory@evil.example;',
      'maria@acme.example@evil.example',
      'maria@[127.0.0.1]',
      'maria@acme.example\u0000',
      'maria@acme.example ',
      'maria @acme.example',
      'maria@acme',
      '@acme.example',
      'maria@',
      'мария@acme.example',
      'maria@аcme.example',
      'maria＠acme.example',
      'maria@acme。example',
      '=?utf-8?q?maria?=@acme.example',
      `${'a'.repeat(65_000)}@acme.example`,
      '',
    ].map((email) => ({ ...maria, email, id: heed.deps.newId('person') }))

    expect(await queue(planned(), people)).toBe(0)

    expect(await mailsOf(workspaceId)).toEqual([])
    expect(await queue(planned(), [maria])).toBe(1)
  })
})
