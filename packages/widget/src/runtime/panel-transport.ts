import type { OutboxItem } from './outbox-store.ts'
import type { PromptRoom, Room } from './room.ts'
import type { Scene } from './scene.ts'

/** What panels say and ask beyond what a prompt does: with `rooms.ts`, so that a first prompt does without. */
export function panelTransport({
  link,
  downloads,
  transport,
  newId,
}: Pick<Scene, 'link' | 'downloads' | 'transport'> & Pick<PromptRoom, 'newId'>): Pick<
  Room,
  'send' | 'sendFile' | 'waiting' | 'ask' | 'newRequestId'
> {
  const { visitor } = transport
  const { allowed } = link.memory
  const askNameless = transport.askAs(
    () => ({ ...visitor(), token: () => '' }),
    (_, send) => send(),
  )

  // `is-signed.ts` would be a download of its own if two used it.
  const isSigned = () => {
    const { token, userHash } = link.claim()
    return token ?? userHash
  }

  /** Whether the server may know who reads: nobody gets a name by reading who does not want to be remembered. */
  const isKnown = () => allowed() || isSigned() || visitor().kept().token

  return {
    async ask(path, body, how) {
      if (/^(articles|suggestions)/.test(path) && !isKnown()) return askNameless(path, body, how)
      // Whether this person is of the control share is decided with the first suggestions of a request.
      if (body?.requestId) await transport.introduce()
      return transport.ask(path, body, how)
    },
    newRequestId: () => (allowed() ? newId('req') : undefined),
    send(path, body, watch) {
      // There may be replies from now on, and answers to what was wished for.
      if (/^(tickets|ideas)\//.test(path)) visitor().keep({ tickets: true })
      return transport.send(path, body, watch)
    },
    sendFile(path, file, watch) {
      const items = [{ ...transport.item(path, {}), file }]
      transport.count(items)
      return transport.hand(items, watch)
    },
    async waiting() {
      const token = visitor().token()
      // Without the outbox there is what it would have taken over.
      const came = await downloads('outbox').then(transport.deliver, () => undefined)
      const items = came ? await came.waiting() : ((link.memory.get('early') ?? []) as OutboxItem[])
      return items.filter((waits) => waits.token === token && waits.said === undefined)
    },
  }
}
