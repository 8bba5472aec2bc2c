import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../app.ts'
import { insertMember } from '../features/members/members.queries.ts'
import { describeOnBothStores } from '../testing/heed.ts'
import { loggedError } from './logged-error.ts'

const words = 'what a customer wrote'

describeOnBothStores('the log', (heed) => {
  const lines: string[] = []
  let app: Awaited<ReturnType<typeof buildApp>>
  beforeAll(async () => {
    app = await buildApp(heed.deps, {
      logLevel: 'error',
      trustedProxies: [],
      onlyLoopback: false,
      signUp: 'first',
      logTo: { write: (line) => void lines.push(line) },
    })
    const { workspaceId } = await heed.workspace()
    const row = { workspaceId, id: 'mem_1', email: words, role: 'agent', passwordHash: null, removedAt: null } as const
    const broken = { ...row, name: null as unknown as string, createdAt: heed.clock.now() }
    app.get('/insert', () => heed.store.write((tx) => insertMember(tx, broken)))
    app.get('/wrapped', () =>
      heed.store
        .write((tx) => insertMember(tx, broken))
        .catch((cause: unknown) => {
          throw new Error('The import stopped.', { cause })
        }),
    )
  })
  afterAll(() => app.close())

  const logged = async (url: string) => {
    lines.length = 0
    const reply = await app.inject({ method: 'GET', url })
    expect(reply.json()).toMatchObject({ status: 500, code: 'internal' })
    expect(reply.body).not.toContain(words)
    const [line = '', ...others] = lines
    expect(others).toEqual([])
    return { line, err: JSON.parse(line).err }
  }

  it('says what the store refused, and nothing of the row', async () => {
    const { line, err } = await logged('/insert')

    expect(line).not.toContain(words)
    expect(line).not.toContain('params')
    expect(err).toMatchObject(
      heed.storeName === 'postgres'
        ? { code: '23502', table: 'members', column: 'name', message: expect.stringContaining('column "name"') }
        : { code: 'SQLITE_CONSTRAINT_NOTNULL', message: expect.stringContaining('members.name') },
    )
    expect(Object.keys(err)).not.toContain('detail')
  })

  it('says nothing of it where another error stands around it', async () => {
    const { line, err } = await logged('/wrapped')

    expect(line).not.toContain(words)
    expect(err).toMatchObject({
      message: 'The import stopped.',
      cause: { code: expect.stringMatching(/23502|NOTNULL/) },
    })
  })
})

describe('an error in the log', () => {
  it('tells of each address that was tried', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED ::1:5432'), { code: 'ECONNREFUSED' })

    expect(loggedError(new AggregateError([refused]))).toMatchObject({
      type: 'AggregateError',
      errors: [{ message: 'connect ECONNREFUSED ::1:5432', code: 'ECONNREFUSED' }],
    })
  })

  it('repeats nothing that is no error', () => {
    expect(loggedError(words)).toEqual({ type: 'string', message: 'What was thrown is no error.', stack: '' })
  })
})
