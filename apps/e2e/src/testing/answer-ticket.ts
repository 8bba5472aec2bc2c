import { sampleSignIn } from './sample.ts'

/**
 * As the sample's owner, replies to the open ticket that begins with exactly these words.
 * @returns its id. The server lets ten sign-ins a minute through
 */
export const answerTicket = async (serverUrl: string, question: string, reply: string): Promise<string> => {
  const ask = async (path: string, body?: object, cookie = '') => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${serverUrl}/api${path}`, {
      headers,
      method: body ? 'POST' : 'GET',
      body: body ? JSON.stringify(body) : null,
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }
  const cookie = String((await ask('/session', sampleSignIn)).headers.get('set-cookie')).split(';')[0]
  const open = await ask('/tickets?state=open&limit=100', undefined, cookie)
  const { items } = (await open.json()) as { items: { id: string; preview: string }[] }
  const ticket = items.find(({ preview }) => preview === question)
  if (!ticket) throw new Error(`no open ticket says: ${question}`)
  await ask(`/tickets/${ticket.id}/messages`, { body: reply }, cookie)
  return ticket.id
}
