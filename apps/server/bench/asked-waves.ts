import { loadSqlite } from '@heed/db/sqlite-library'
import { peopleCount } from './million-people.ts'

const Sqlite = await loadSqlite()

const dayMs = 86_400_000

/**
 * Fills a survey's wave with asks, three quarters of which were let alone; of those asked one in four answered and the
 * others closed the prompt. The people are every so many-th, so that all plans are in it.
 */
export function fillWave(
  file: string,
  workspaceId: string,
  { surveyId, asks, now, days }: { surveyId: string; asks: number; now: Date; days: number },
): void {
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  database.pragma('temp_store = MEMORY')
  const each = Math.floor(peopleCount / asks)
  const spanMs = days * dayMs
  const run = (text: string) =>
    database.prepare(text).run({ workspaceId, surveyId, each, asks, from: now.getTime() - spanMs, spanMs })
  database.exec('drop table if exists temp.came')
  run(`
    create temp table came as
    select p.id, p.account_id, a.plan, a.spend_minor, row_number() over () as n,
      (@from - a.customer_since) / ${dayMs} as tenure,
      @from + cast(@spanMs * (1.0 * p.rowid / ${peopleCount}) as integer) as at
    from people p join accounts a on a.workspace_id = p.workspace_id and a.id = p.account_id
    where p.workspace_id = @workspaceId and p.user_id is not null and p.rowid % @each = 1 limit @asks`)
  run(`
    insert into asks (workspace_id, survey_id, wave, person_id, stratum, decided_at, granted_at, exposure_id)
    select @workspaceId, @surveyId, 0, id,
      json_array(plan, case when tenure >= 365 then 365 when tenure >= 180 then 180 when tenure >= 90 then 90 else 0 end, 1),
      at, case when n % 4 = 0 then at end, case when n % 4 = 0 then @surveyId || n end
    from came`)
  run(`
    insert into exposures (workspace_id, id, survey_id, person_id, account_id, plan, spend_minor, currency,
      reporting_spend_minor, tenure_days, traits, trust, values_trust, created_at, dismissed_at)
    select @workspaceId, @surveyId || n, @surveyId, id, account_id, plan, spend_minor, 'EUR', spend_minor, max(tenure, 0),
      '{}', 'verified', 'verified', at, case when n % 16 <> 0 then at + 5000 end
    from came where n % 4 = 0`)
  run(`
    insert into responses (workspace_id, id, survey_id, exposure_id, person_id, account_id, score, plan, spend_minor,
      currency, reporting_spend_minor, tenure_days, traits, trust, values_trust, created_at, updated_at)
    select @workspaceId, @surveyId || n, @surveyId, @surveyId || n, id, account_id, 8, plan, spend_minor, 'EUR', spend_minor,
      max(tenure, 0), '{}', 'verified', 'verified', at + 5000, at + 5000
    from came where n % 16 = 0`)
  database.close()
}

/** Lets everybody have done one thing more, once, in the last hundred days. */
export function fillEvents(file: string, workspaceId: string, now: Date): void {
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  database
    .prepare(
      `insert into events (workspace_id, id, kind, name, person_id, properties, rest, at, created_at)
       select workspace_id, 'evt_more' || rowid, 'track', 'Export finished', id, '{}', '{}',
         @now - (rowid % 100) * ${dayMs}, @now from people where workspace_id = @workspaceId`,
    )
    .run({ workspaceId, now: now.getTime() })
  database.close()
}

/** Gives so many people a browser each, from the `first` on. @returns the hash of the browser of each */
export function fillBrowsers(file: string, workspaceId: string, now: Date, count: number): string[] {
  const database = new Sqlite(file)
  const bind = database.prepare(
    `insert into visitors (workspace_id, hash, person_id, created_at)
     select workspace_id, @hash, id, @now from people where workspace_id = @workspaceId and user_id = @userId`,
  )
  const hashes = Array.from({ length: count }, (_, n) => `browser ${n}`)
  // Not among every hundred-thousandth, nor the others that waves are filled with.
  hashes.forEach((hash, n) => void bind.run({ workspaceId, hash, now: now.getTime(), userId: `u${n * 5 + 2}` }))
  database.close()
  return hashes
}
