import type { IdeaState } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { currencyDigits, formatMoney } from '../../ui/numbers.ts'

/** How far an idea can have come, in the order of its life. */
export const ideaStates = Object.keys(text.ideas.state) as IdeaState[]

/** An amount without cents: the balanced figure is reckoned, and nobody pays it. */
export const formatWhole = (minor: number, currency: string): string => {
  const whole = 10 ** currencyDigits(currency)
  return formatMoney(Math.round(minor / whole) * whole, currency)
}
