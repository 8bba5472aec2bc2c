import type { Link } from '../loader/link.ts'
import type { Watch } from './outbox.ts'
import type { OutboxItem } from './outbox-store.ts'
import type { Carry, Transport } from './transport.ts'

/** What carries things that are said to the server, once they are kept. */
export type Carrier = {
  /** Takes over what was said; the last of it is watched. */
  take(items: OutboxItem[], watch?: Watch): unknown
  stop(): void
}

/** What it is given besides the loader's side of things. */
export type CarrierLink = Link &
  Pick<Transport, 'hand' | 'askAs'> & {
    /** Whether the outbox is there, or on its way: then it has what was said before. */
    hasOutbox(): unknown
  }

/** Comes with the second half of a prompt, which every prompt fetches. */
export type StraightModule = { startDeliver(link: CarrierLink, carry: Carry): Carrier }

/** Sends one thing after the other, each once, for as long as they get through; the rest it hands to the outbox. */
export function startDeliver({ memory, hand, askAs, hasOutbox }: CarrierLink, carry: Carry): Carrier {
  let turn: Promise<unknown> = Promise.resolve()
  /** What waits for its turn. */
  const next = new Set<OutboxItem>()
  let stopped = false

  const put = ({ path, body, token, user, queuedAt }: OutboxItem) => {
    const tell = askAs(() => ({ user, token: () => token }), carry)
    const ageMs = Math.max(0, Date.now() - queuedAt)
    return tell(path, { ...body, ageMs }, { method: 'PUT', keepalive: true })
  }

  const sendNext = async (item: OutboxItem, watch: Watch | undefined) => {
    next.delete(item)
    if (stopped) return
    const answer = hasOutbox() ? undefined : await put(item)
    if (answer?.kind === 'ok') {
      // Another tab may have taken all of it.
      const left = ((memory.get('early') ?? []) as OutboxItem[]).filter(({ id }) => id !== item.id)
      memory.set('early', left[0] && left)
      memory.set('waiting', Number(memory.get('waiting')) - 1 || undefined)
      watch?.({ state: 'stored', reply: answer.value })
    } else if (!stopped) hand([item], watch)
  }

  /** The page is going: what still waits for its turn leaves at once. The same id stores it once. */
  const partWith = () => next.forEach(put)
  addEventListener('pagehide', partWith)

  return {
    take(items, watch) {
      for (const item of items) {
        next.add(item)
        turn = turn.then(() => sendNext(item, watch))
      }
    },
    stop() {
      stopped = true
      removeEventListener('pagehide', partWith)
    },
  }
}
