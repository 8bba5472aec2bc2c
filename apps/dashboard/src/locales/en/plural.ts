import { formatCount } from '../../ui/numbers.ts'

const rules = new Intl.PluralRules('en')

/** "1 answer", "1,204 answers". Languages with more forms add arguments. */
export const counted = (count: number, one: string, other: string): string =>
  `${formatCount(count)} ${rules.select(count) === 'one' ? one : other}`
