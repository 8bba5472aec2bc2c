import { openSqliteStore } from '@heed/db'
import { loadSqlite } from '@heed/db/sqlite-library'

const Sqlite = await loadSqlite()

const dayMs = 86_400_000
/** Answers lie over so many days before now. */
const daysOfAnswers = 365

/** The same numbers each time: a multiplicative generator is even enough to fill tables with. */
const numbers = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const industries = ['Retail', 'Energy', 'Health', 'Education', 'Logistics']
const plans = ['starter', 'growth', 'scale', 'enterprise']
const id = (kind: string, n: number) => `${kind}_${n.toString(36).padStart(21, '0')}`

/** The survey that they answer. */
export const surveyOfAnswers = id('srv', 1)

/**
 * So many answers to one NPS survey, from a quarter as many people in a fortieth as many accounts, each shown twice as
 * often as answered, in a store of real migrations without statistics.
 */
export async function fillAnswers(file: string, workspaceId: string, now: Date, answers: number): Promise<void> {
  await (await openSqliteStore(file)).close()
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  const next = numbers(4747)
  const pick = <T>(values: readonly T[]): T | undefined => values[next(values.length)]
  const insert = (table: string, columns: string) =>
    database.prepare(
      `insert into ${table} (workspace_id, ${columns}) values ('${workspaceId}', ${columns
        .split(', ')
        .map(() => '?')
        .join(', ')})`,
    )
  const surveyId = surveyOfAnswers
  const begin = now.getTime() - daysOfAnswers * dayMs
  insert('surveys', 'id, kind, name, state, texts, "trigger", repeat_after_days, created_at, launched_at').run(
    ...[surveyId, 'nps', 'Relationship', 'running', '{}', '{"delayMs":0}', 90, begin, begin],
  )

  const accountCount = Math.ceil(answers / 40)
  const peopleCount = Math.ceil(answers / 4)
  const accounts = Array.from({ length: accountCount }, (_, n) => {
    const plan = pick(plans)
    const spend = 1_900 + next(500_000)
    const since = now.getTime() - next(1_000) * dayMs
    const traits = JSON.stringify({
      industry: pick(industries),
      country: pick(['DE', 'FR', 'LT', 'US']),
      seats: next(99),
    })
    return { id: id('acc', n), plan, spend, since, traits }
  })
  const account = insert(
    'accounts',
    'id, external_id, trust, name, plan, spend_minor, currency, reporting_spend_minor, traits, sources, customer_since, created_at, updated_at',
  )
  const person = insert(
    'people',
    'id, user_id, trust, account_id, traits, sources, last_seen_at, created_at, updated_at',
  )
  const shown = insert(
    'exposures',
    'id, survey_id, survey_version, person_id, account_id, plan, spend_minor, currency, reporting_spend_minor, tenure_days, traits, trust, values_trust, created_at, dismissed_at',
  )
  const answer = insert(
    'responses',
    'id, survey_id, survey_version, exposure_id, person_id, account_id, score, comment, locale, plan, spend_minor, currency, reporting_spend_minor, tenure_days, traits, trust, values_trust, created_at, updated_at',
  )
  database.transaction(() => {
    for (const { id: accountId, plan, spend, since, traits } of accounts)
      account.run(accountId, accountId, 'verified', null, plan, spend, 'EUR', spend, traits, '{}', since, since, since)
    for (let n = 0; n < peopleCount; n++) {
      const of = accounts[n % accountCount]
      person.run(id('ppl', n), `u${n}`, 'verified', of?.id, '{}', '{}', now.getTime(), of?.since, of?.since)
    }
  })()
  database.transaction(() => {
    for (let n = 0; n < 2 * answers; n++) {
      const who = next(peopleCount)
      const of = accounts[who % accountCount]
      if (!of) continue
      const at = begin + Math.floor(((n + next(1000) / 1000) / (2 * answers)) * daysOfAnswers * dayMs)
      const tenure = Math.max(0, Math.floor((at - of.since) / dayMs))
      const version = at > begin + (daysOfAnswers / 2) * dayMs ? 2 : 1
      const kept = [of.plan, of.spend, 'EUR', of.spend, tenure, of.traits, 'verified', 'verified', at]
      const exposureId = id('exp', n)
      const answered = n % 2 === 0
      shown.run(exposureId, surveyId, version, id('ppl', who), of.id, ...kept, answered ? null : at)
      if (!answered) continue
      const score = next(10) < 6 ? 9 + next(2) : next(11)
      const comment = next(3) === 0 ? 'The export takes long, and then it is empty.' : null
      answer.run(
        ...[
          id('rsp', n),
          surveyId,
          version,
          exposureId,
          id('ppl', who),
          of.id,
          score,
          comment,
          pick(['en', 'de', 'fr']),
        ],
        ...[...kept, at],
      )
    }
  })()
  database.close()
}
