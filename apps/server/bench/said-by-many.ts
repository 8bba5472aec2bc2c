import { loadSqlite } from '@heed/db/sqlite-library'

const Sqlite = await loadSqlite()

const dayMs = 86_400_000

/** A quarter of all people gave an NPS score within a year, and a tenth filed a ticket each, half of which are open. */
export function fillScoresAndTickets(file: string, workspaceId: string, now: Date): void {
  const database = new Sqlite(file)
  database.pragma('synchronous = OFF')
  const run = (text: string) => database.prepare(text).run({ workspaceId, now: now.getTime() })
  run(`
    insert into surveys (workspace_id, id, kind, name, state, texts, trigger, created_at)
    values (@workspaceId, 'srv_scores', 'nps', 'NPS', 'running', '{}', '{}', @now)`)
  run(`
    insert into responses (workspace_id, id, survey_id, exposure_id, person_id, score, traits, trust, values_trust,
      created_at, updated_at)
    select workspace_id, 'rsp_score' || rowid, 'srv_scores', 'exp_score' || rowid, id, rowid * 7919 % 11, '{}', 'verified',
      'verified', @now - (rowid % 365) * ${dayMs}, @now
    from people where workspace_id = @workspaceId and rowid % 4 = 0`)
  run(`
    insert into tickets (workspace_id, id, number, state, person_id, preview, context, articles_offered, articles_read,
      traits, trust, values_trust, created_at, last_message_at, awaiting_reply)
    select workspace_id, 'tkt_' || rowid, rowid, case when rowid % 20 = 0 then 'open' else 'closed' end, id, '', '{}', '[]',
      '[]', '{}', 'verified', 'verified', @now - (rowid % 365) * ${dayMs}, @now, 0
    from people where workspace_id = @workspaceId and rowid % 10 = 0`)
  database.close()
}
