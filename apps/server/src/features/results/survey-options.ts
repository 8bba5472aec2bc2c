import type { SurveyDefinition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, desc, eq } from 'drizzle-orm'
import { choiceLabels } from '../responses/choice-labels.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import type { OptionWords } from './distribution-of.ts'

/** Definitions of a survey that were launched, newest first. */
const listDefinitions = async (
  { db, tables: { surveyVersions } }: Handle,
  workspaceId: string,
  surveyId: string,
): Promise<SurveyDefinition[]> =>
  (
    await db
      .select({ definition: surveyVersions.definition })
      .from(surveyVersions)
      .where(and(eq(surveyVersions.workspaceId, workspaceId), eq(surveyVersions.surveyId, surveyId)))
      .orderBy(desc(surveyVersions.version))
  ).map(({ definition }) => definition)

/** The options of a survey in their order, then those that it had before, each in its newest words. */
export async function readOptions(handle: Handle, survey: SurveyRow, defaultLocale: string): Promise<OptionWords[]> {
  const now = { form: survey.form, texts: survey.texts }
  if (!now.form?.options) return []
  const asked = [now, ...(await listDefinitions(handle, survey.workspaceId, survey.id))]
  const words = new Map<string, string>()
  for (const { form, texts } of asked)
    for (const { id, label } of choiceLabels(form?.options ?? [], texts, defaultLocale))
      if (!words.has(id)) words.set(id, label)
  return [...words].map(([id, label]) => ({ id, label }))
}
