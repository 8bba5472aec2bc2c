import type { ResultQuery, SurveyResult } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { conditionsOf } from '@heed/segments'
import type { Customers } from '../people/customers.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import type { Picked } from './count-answers.ts'
import type { BaseCount, BaseDimension } from './count-base.ts'
import { countAsks, findFirstAsk, findFirstShown } from './count-shown.ts'
import type { Counts } from './counts.ts'
import type { Dimension } from './dimensions-sql.ts'
import { topOption } from './distribution-of.ts'
import { isHeardOnce } from './known-base.ts'
import { measureOf } from './measure-of.ts'
import { type Period, periodOf } from './period.ts'
import { type CountedVoices, resultOf } from './result-of.ts'
import { readOptions } from './survey-options.ts'

export type Reading = {
  survey: SurveyRow
  /** In which members read options. */
  defaultLocale: string
  scope: Scope
  filter: Filter
  customers: Customers
  /** Of this filter. */
  counts: Counts
  query: ResultQuery
}

/** All figures of a survey for a segment, a period and a unit. @throws Problem invalid_input */
export async function readResult(handle: Handle, reading: Reading): Promise<SurveyResult> {
  const { survey, scope, filter, customers, counts, query } = reading
  const period = periodOf(query, scope.now)
  const picked: Picked = { survey, since: period.since, until: period.until, version: query.version }
  // What counts by spend is weighted already.
  const strata: BaseDimension[] = query.unit === 'spend' ? [] : ['plan', 'tenure']
  const [answers, options, shown, asks, base, accounts, heardOnce] = await Promise.all([
    counts.answers(picked, isByAccount(reading) ? [] : [period.step, ...strata]),
    readOptions(handle, survey, reading.defaultLocale),
    counts.shown(picked, []),
    readAsks(handle, reading, picked),
    customers.base(filter.segment, strata, { of: query.unit === 'people' ? 'people' : 'accounts' }),
    query.unit === 'people' ? null : countAccounts(reading),
    isEachOnce(handle, reading, period),
  ])
  const option = topOption(
    answers,
    options.map(({ id }) => id),
  )
  const voices = await readVoices(reading, { picked, cuts: [[], [period.step], strata], option })
  return resultOf({
    kind: survey.kind,
    period,
    unit: query.unit,
    option,
    options,
    answers,
    voices,
    base,
    size: accounts ?? sizeOf(base),
    heardOnce,
    shown,
    asks,
  })
}

/**
 * Accounts of the segment now, each once, though its people may stand in several strata. By spend those that pay: the others
 * have no weight.
 */
async function countAccounts(reading: Reading): Promise<number> {
  const { filter, customers, query } = reading
  const of = 'accounts'
  if (query.unit !== 'spend' || !isByAccount(reading)) return sizeOf(await customers.base(filter.segment, [], { of }))
  const bySpend = await customers.base(filter.segment, ['spend'], { of, spendBounds: [] })
  return sizeOf(bySpend.filter(({ parts: [band] }) => Number(band) > 0))
}

const sizeOf = (base: BaseCount[]) => base.reduce((total, { count }) => total + count, 0)

/** An account has one voice however often its people answer; words are no voices, and their people no accounts. */
const isEachOnce = async (handle: Handle, reading: Reading, period: Period): Promise<boolean> =>
  reading.query.unit === 'people'
    ? isHeardOnce(handle, reading.scope.workspaceId, reading.survey, period)
    : isByAccount(reading)

/** Words have no figure that could be an account's voice. */
const isByAccount = ({ survey, query }: Reading) => query.unit !== 'people' && survey.kind !== 'text'

async function readVoices(
  reading: Reading,
  { picked, cuts, option }: { picked: Picked; cuts: Dimension[][]; option: string | null },
): Promise<CountedVoices | null> {
  const { survey, counts, query } = reading
  if (query.unit === 'people' || !isByAccount(reading)) return null
  const voice = { measure: measureOf(survey.kind), option, unit: query.unit }
  // Each by itself: an account's voice in a month is not a part of its voice in a year.
  const [whole = [], bySpan = [], byStratum = []] = await counts.voices(picked, cuts, voice)
  return { whole, bySpan, byStratum }
}

/**
 * Decisions know no version, nor since when somebody was a customer at the time; and where they began to be kept within the
 * period, they would tell of a part alone.
 */
async function readAsks(handle: Handle, { survey, scope, filter }: Reading, picked: Picked) {
  const asksTenure = conditionsOf(filter.segment).some(({ field }) => field === 'tenure')
  if (picked.version !== undefined || (asksTenure && filter.asOf === 'answer')) return null
  const [firstAsk, firstShown] = await Promise.all([
    findFirstAsk(handle, scope.workspaceId, survey.id),
    findFirstShown(handle, scope, picked),
  ])
  if (firstShown && (!firstAsk || firstShown < firstAsk)) return null
  return countAsks(handle, scope, filter, picked)
}
