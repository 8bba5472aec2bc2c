import type { Notice } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { formatMoney } from '../../ui/numbers.ts'
import { resultsAddress } from '../results/result-addresses.ts'

const words = text.notices.kinds
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const signed = (value: number) => decimal.format(value).replace('-', '−')

type Told = Pick<Notice, 'kind' | 'surveyName' | 'facts'>

/** A notice in a sentence. @param currency that spend is reported in */
export function noticeInWords({ kind, surveyName, facts }: Told, currency: string): string {
  const { personName, score, spendMinor, before, now, answers } = facts
  switch (kind) {
    case 'low_score': {
      const who = personName ?? words.somebody
      const said = score === undefined ? '–' : decimal.format(score)
      return spendMinor === undefined
        ? words.lowScore(who, said)
        : words.lowScoreSpend(who, said, text.common.perMonth(formatMoney(spendMinor, currency)))
    }
    case 'drop':
      return before === undefined || now === undefined
        ? words.dropPlain(surveyName)
        : words.drop(surveyName, ...pairInWords(before, now))
    case 'survey_ended':
      return answers === undefined ? words.ended(surveyName) : words.endedAnswers(surveyName, answers)
  }
}

/** Points as whole numbers; where both may be the mean of a short scale, with a decimal. */
function pairInWords(before: number, now: number): [string, string] {
  const isMean = [before, now].every((value) => value >= 1 && value <= 7)
  return isMean ? [signed(before), signed(now)] : [signed(Math.round(before)), signed(Math.round(now))]
}

/** Where a notice leads: to the answer, else to the survey. */
export const noticeAddress = ({ responseId, surveyId }: Pick<Notice, 'responseId' | 'surveyId'>): string =>
  responseId === null ? resultsAddress(surveyId) : `/responses/${encodeURIComponent(responseId)}`
