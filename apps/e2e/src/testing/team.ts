import { sampleSignIn } from './sample.ts'

/** What a member sees of what reached the server. */
export type Team = {
  /** The answer of the member API at that path below `/api`. */
  read: <T>(path: string) => Promise<T>
  /** Changes something by the member API, and answers with what it says. */
  change: <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, json?: object) => Promise<T>
  /** The file at that path below `/api`, and its media type. */
  readFile: (path: string) => Promise<{ bytes: Buffer; type: string }>
  /** Id of the first survey of a kind. */
  surveyOf: (kind: string) => Promise<string>
  /** How many answers of that score have exactly this comment. */
  countAnswers: (score: number, comment: string) => Promise<number>
  /** How many open tickets begin with exactly these words. */
  countTickets: (words: string) => Promise<number>
}

/** Signs in, as the sample's owner where nobody else is named. The server lets ten sign-ins a minute through, so once a file is enough. */
export const joinTeam = async (serverUrl: string, member = sampleSignIn): Promise<Team> => {
  const session = await fetch(`${serverUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(member),
  })
  const cookie = String(session.headers.get('set-cookie')).split(';')[0] ?? ''
  const get = async (path: string) => {
    const reply = await fetch(`${serverUrl}/api${path}`, { headers: { cookie } })
    if (!reply.ok) throw new Error(`GET ${path} answered ${reply.status}`)
    return reply
  }
  const read = async <T>(path: string) => (await (await get(path)).json()) as T
  const list = async <T>(path: string) => (await read<{ items: T[] }>(path)).items

  const change = async <T>(method: string, path: string, json?: object) => {
    const reply = await fetch(`${serverUrl}/api${path}`, {
      method,
      headers: { cookie, ...(json && { 'content-type': 'application/json' }) },
      ...(json && { body: JSON.stringify(json) }),
    })
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`)
    return (await reply.json()) as T
  }

  return {
    read,
    change,
    readFile: async (path) => {
      const reply = await get(path)
      return { bytes: Buffer.from(await reply.arrayBuffer()), type: reply.headers.get('content-type') ?? '' }
    },
    surveyOf: async (kind) => {
      const surveys = await list<{ id: string; kind: string }>('/surveys')
      return surveys.find((survey) => survey.kind === kind)?.id ?? ''
    },
    countAnswers: async (score, comment) => {
      const items = await list<{ comment: string | null }>(`/responses?commented=true&score=${score}&limit=100`)
      return items.filter((item) => item.comment === comment).length
    },
    countTickets: async (words) => {
      const items = await list<{ preview: string }>('/tickets?state=open&limit=100')
      return items.filter(({ preview }) => preview === words).length
    },
  }
}
