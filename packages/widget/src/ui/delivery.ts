import type { Delivery } from '../runtime/outbox.ts'
import type { HelpRoom } from '../runtime/room.ts'
import { element } from './element.ts'
import { done } from './view.ts'

/**
 * From sending to sent, in words. Takes the focus, which the form leaves behind, and keeps it while the words change.
 * @param sent said once the server has it
 * @param actions what can be done once it is at least safely kept
 */
export function createDelivery({ texts }: HelpRoom, sent: string, ...actions: HTMLElement[]) {
  const title = element('span', {}, texts.sending)
  const details = element('div')
  const after = element('div', { class: 'actions' }, ...actions)
  after.hidden = true

  const waiting = { offline: texts.waitingOffline, busy: texts.waitingBusy, identity: texts.waitingIdentity }
  const words = (delivery: Delivery) => {
    if (delivery.state === 'stored') return sent
    if (delivery.state !== 'waiting') return texts.sending
    return waiting[delivery.reason]
  }

  return {
    block: done(title, details, after),
    /** @param more what stands below the words once the server has it */
    tell(delivery: Delivery, ...more: Node[]) {
      const waits = delivery.state === 'waiting'
      const said = words(delivery)
      if (title.textContent !== said) title.textContent = said
      const next = waits && delivery.isKept ? texts.waitingNext : ''
      details.replaceChildren(...(waits ? [element('p', { class: 'quiet' }, next)] : more))
      if (waits || delivery.state === 'stored') after.hidden = false
    },
  }
}
