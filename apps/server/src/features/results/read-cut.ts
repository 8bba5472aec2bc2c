import type { CutQuery, SurveyCut } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { proposeSpendCuts } from '@heed/stats'
import type { Customers } from '../people/customers.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import type { Picked } from './count-answers.ts'
import { cutOf } from './cut-of.ts'
import type { Dimension, SpendBounds } from './dimensions-sql.ts'
import { topOption } from './distribution-of.ts'
import { accountsIn } from './figure-of-voices.ts'
import { isHeardOnce } from './known-base.ts'
import { measureOf } from './measure-of.ts'
import { periodOf } from './period.ts'
import type { Reading } from './read-result.ts'
import { readOptions } from './survey-options.ts'

/** A survey's figure by plan, tenure, spend, version, language or a trait. @throws Problem invalid_input */
export async function readCut(
  handle: Handle,
  { query, ...reading }: Reading & { query: CutQuery },
): Promise<SurveyCut> {
  const { survey, scope, filter, customers, counts, defaultLocale } = reading
  const { unit } = query
  const by = query.by as Dimension
  const period = periodOf(query, scope.now)
  const spendBounds = by === 'spend' ? await boundsOf(survey, customers) : []
  const picked: Picked = { survey, since: period.since, until: period.until, version: query.version, spendBounds }
  const baseBy = by === 'plan' || by === 'tenure' || by === 'spend' ? by : null
  const of = unit === 'people' ? ('people' as const) : ('accounts' as const)
  const measure = measureOf(survey.kind)
  const [answers, options, shown, base, heardOnce] = await Promise.all([
    // With accounts as the unit only the option is chosen by them, where there is one.
    unit === 'people' || measure === 'choices' ? counts.answers(picked, unit === 'people' ? [by] : []) : [],
    readOptions(handle, survey, defaultLocale),
    by === 'locale' ? null : counts.shown(picked, [by]),
    baseBy && customers.base(filter.segment, [baseBy], { of, spendBounds }),
    unit === 'people' ? isHeardOnce(handle, scope.workspaceId, survey, period) : true,
  ])
  // The same option in every part, or there would be nothing to compare.
  const option = topOption(
    answers,
    options.map(({ id }) => id),
  )
  const voice = { measure, option }
  const [voices = null, accounts = []] =
    unit === 'people' ? [] : await counts.voices(picked, [[by], []], { ...voice, unit })
  return cutOf({
    kind: survey.kind,
    by,
    option,
    spendBounds,
    asOfAnswer: filter.asOf === 'answer',
    answers,
    voices,
    accounts: accountsIn(accounts),
    base,
    shown,
    heardOnce,
  })
}

/** Where the survey's own bands of spend begin, else such as fit what the workspace's accounts spend. */
const boundsOf = async ({ sampling }: SurveyRow, customers: Customers): Promise<SpendBounds> => {
  const own = sampling?.mode === 'target' ? sampling.spendCutsMinor : undefined
  return own ? own.toSorted((a, b) => a - b) : proposedFor(await customers.spends())
}

/** Sorting what all accounts spend takes longer than counting them, so it is done once for a list. */
const proposedFor = (spends: readonly (number | null)[]): SpendBounds => {
  const known = proposed.get(spends) ?? proposeSpendCuts(spends)
  proposed.set(spends, known)
  return known
}
const proposed = new WeakMap<readonly (number | null)[], SpendBounds>()
