import { text } from '../../locales/text.ts'
import { holdOutEffect } from '../deflection/hold-out-effect.ts'
import { useDeflection } from '../deflection/use-deflection.ts'

const words = text.settings.help.holdOut
const days = 90

/** What a hold-out share costs and gives, by what was asked lately. @param share 0 … 1 */
export function HoldOutNote({ share }: { share: number }) {
  const { data } = useDeflection([['days', String(days)]], 'plan')
  if (share === 0) return <p class="fatigue-example">{words.none}</p>
  const effect = data && holdOutEffect(data.report.measure, share)
  const sentences = effect
    ? [
        effect.ofPeople === 0 ? words.nobodyYet : words.affects(effect.people, effect.ofPeople, days),
        ...(effect.moreTickets === null ? [] : [words.costs(effect.moreTickets)]),
        words.gives,
        ...(effect.marginPer100 === null ? [] : [words.margin(Math.max(1, Math.round(effect.marginPer100)))]),
      ]
    : [words.gives]
  return <p class="fatigue-example">{sentences.join(' ')}</p>
}
