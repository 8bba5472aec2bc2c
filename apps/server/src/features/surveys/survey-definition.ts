import type { SurveyDefinition } from '@heed/contracts'
import type { SurveyRow } from './surveys.queries.ts'

/** The columns that hold a definition. */
type DefinitionColumns = Pick<
  SurveyRow,
  | 'name'
  | 'kind'
  | 'form'
  | 'texts'
  | 'trigger'
  | 'targeting'
  | 'sampling'
  | 'repeatAfterDays'
  | 'priority'
  | 'startsAt'
  | 'endsAt'
  | 'answerLimit'
  | 'alerts'
>

/** A row's definition, with what it leaves out filled in. */
export const definitionOf = (row: DefinitionColumns): SurveyDefinition => ({
  name: row.name,
  kind: row.kind,
  form: row.form ?? {},
  texts: row.texts,
  trigger: row.trigger,
  targeting: row.targeting ?? {},
  sampling: row.sampling ?? { mode: 'everyone' },
  repeatAfterDays: row.repeatAfterDays,
  priority: row.priority,
  schedule: {
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    answerLimit: row.answerLimit,
  },
  alerts: row.alerts ?? {},
})

/** The columns of a definition. */
export const columnsOf = ({ schedule, ...definition }: SurveyDefinition): DefinitionColumns => ({
  ...definition,
  startsAt: schedule.startsAt === null ? null : new Date(schedule.startsAt),
  endsAt: schedule.endsAt === null ? null : new Date(schedule.endsAt),
  answerLimit: schedule.answerLimit,
})
