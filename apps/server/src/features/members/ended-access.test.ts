import type { Handle } from '@heed/db'
import { expect, it } from 'vitest'
import type { Deps } from '../../deps.ts'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signedIn } from '../../testing/signed-in.ts'
import { changePassword } from './change-password.ts'
import { renewAccess } from './manage-members.ts'
import {
  changeMemberRow,
  countSessions,
  deleteSessions,
  findMember,
  findMemberByEmail,
  lockMembers,
} from './members.queries.ts'
import { signIn } from './sign-in.ts'

const password = 'a long password'

/** Something that happens after a password was looked at, and before anything is written about it. */
const meanwhile = (deps: Deps, happens: () => Promise<unknown>): Deps => ({
  ...deps,
  store: {
    ...deps.store,
    write: async (work) => {
      await happens()
      return deps.store.write(work)
    },
  },
})

const signal = () => {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

describeOnBothStores('access that is ended', (heed) => {
  /** SQLite has one write after another, so that none can begin within another. */
  const takesTurns = heed.storeName === 'sqlite'
  /** With a handle in writes that tells how far they are. */
  const within = (told: (tx: Handle) => Handle): Deps => {
    const { store } = heed
    const write: Deps['store']['write'] = (work) => store.write((tx) => work(told(tx)))
    return { ...heed.deps, store: { ...store, write } }
  }
  const setUp = async () => {
    const { workspaceId, email } = await heed.workspace()
    const ownerEmail = `${workspaceId}@o.example`
    await signedIn(heed.deps, workspaceId, { name: 'Olu', email: ownerEmail, role: 'owner' })
    const memberOf = async (address: string) => {
      const member = await findMemberByEmail(heed.store.read, address)
      if (!member) throw new Error('no such member')
      return member
    }
    const [owner, ada] = [await memberOf(ownerEmail), await memberOf(email)]
    const session = hashToken(await signIn(heed.deps, { email, password }))
    const read = heed.store.read
    return {
      workspaceId,
      email,
      ada,
      session,
      endAccess: (deps = heed.deps) => renewAccess(deps, owner, ada.id),
      sessions: () => countSessions(read, workspaceId, ada.id),
      passwordHash: async () => (await findMember(read, workspaceId, ada.id))?.passwordHash,
    }
  }
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code: string }) => error.code,
    )

  it('lets nobody in by a password that was right when it was looked at', async () => {
    const { email, endAccess, sessions } = await setUp()

    const tried = code(
      signIn(
        meanwhile(heed.deps, () => endAccess()),
        { email, password },
      ),
    )

    expect(await tried).toBe('wrong_credentials')
    expect(await sessions()).toBe(0)
  })

  it('lets nobody in who comes while it is being ended', async () => {
    const { workspaceId, ada, email, sessions } = await setUp()
    const [begun, goOn] = [signal(), signal()]
    const ending = heed.store.write(async (tx) => {
      await lockMembers(tx, workspaceId)
      await deleteSessions(tx, workspaceId, ada.id)
      begun.give()
      await goOn.given
      await changeMemberRow(tx, workspaceId, ada.id, { passwordHash: null })
    })
    await begun.given
    const deps = within((tx) => ({
      ...tx,
      lock: (name) => {
        goOn.give()
        return tx.lock(name)
      },
    }))
    if (takesTurns) goOn.give()

    const tried = code(signIn(deps, { email, password })).finally(goOn.give)

    expect(await tried).toBe('wrong_credentials')
    await ending
    expect(await sessions()).toBe(0)
  })

  it('ends the session of a link that is just being used', async () => {
    const { endAccess, sessions } = await setUp()
    const link = await endAccess()
    const [used, goOn] = [signal(), signal()]
    const { store } = heed
    const write: Deps['store']['write'] = (work) =>
      store.write(async (tx) => {
        const done = await work(tx)
        used.give()
        await goOn.given
        return done
      })
    const signingIn = signIn({ ...heed.deps, store: { ...store, write } }, { linkToken: link.linkToken })
    await used.given
    // Its link is held by who uses it: there the two meet.
    const deps = within((tx) => ({
      ...tx,
      db: new Proxy(tx.db, {
        get: (db, name) => {
          const member: unknown = Reflect.get(db, name)
          if (name !== 'delete') return member
          return (table: typeof tx.tables.signInLinks) => {
            if (table === tx.tables.signInLinks) goOn.give()
            return db.delete(table)
          }
        },
      }),
    }))
    if (takesTurns) goOn.give()

    await endAccess(deps)

    await signingIn
    expect(await sessions()).toBe(0)
  })

  it('does not come back by a change of the password that had begun', async () => {
    const { ada, session, endAccess, passwordHash } = await setUp()
    let linkToken = ''
    const deps = meanwhile(heed.deps, async () => {
      linkToken = (await endAccess()).linkToken
    })

    const tried = code(changePassword(deps, ada, session, { current: password, password: 'another password' }))

    expect(await tried).toBe('not_signed_in')
    expect(await passwordHash()).toBeNull()
    expect(await code(signIn(heed.deps, { linkToken }))).toBe('done')
  })

  it('does not come back by the choice of a first password that had begun', async () => {
    const { ada, endAccess, passwordHash } = await setUp()
    const first = await endAccess()
    const session = hashToken(await signIn(heed.deps, { linkToken: first.linkToken }))
    let linkToken = ''
    const deps = meanwhile(heed.deps, async () => {
      linkToken = (await endAccess()).linkToken
    })

    const tried = code(changePassword(deps, { ...ada, passwordHash: null }, session, { password: 'another password' }))

    expect(await tried).toBe('not_signed_in')
    expect(await passwordHash()).toBeNull()
    expect(await code(signIn(heed.deps, { linkToken }))).toBe('done')
  })

  it('does not follow from a change of the password that another one came before', async () => {
    const { ada, email, session } = await setUp()
    const change = (deps: Deps, next: string) =>
      changePassword(deps, ada, session, { current: password, password: next })
    const deps = meanwhile(heed.deps, () => change(heed.deps, 'the first to come'))

    expect(await code(change(deps, 'the second to come'))).toBe('wrong_password')

    expect(await code(signIn(heed.deps, { email, password: 'the first to come' }))).toBe('done')
    expect(await code(signIn(heed.deps, { email, password: 'the second to come' }))).toBe('wrong_credentials')
  })
})
