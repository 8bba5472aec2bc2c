import type { OutboxItem } from './outbox-store.ts'
import type { Room } from './room.ts'
import type { Scene } from './scene.ts'

/** What panels say and ask beyond what a prompt does: with `rooms.ts`, so that a first prompt does without. */
export function panelTransport({
  link,
  downloads,
  transport,
}: Pick<Scene, 'link' | 'downloads' | 'transport'>): Pick<Room, 'send' | 'sendFile' | 'waiting'> {
  const { visitor } = transport

  return {
    send(path, body, watch) {
      // There may be replies from now on.
      if (path.startsWith('tickets/')) visitor().keep({ tickets: true })
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
