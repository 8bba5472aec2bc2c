import { SurveyId } from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Editor } from './check-definition.ts'

export const SurveyParams = z.object({ surveyId: SurveyId })

/** The member who sent this request, as one who changes surveys. */
export const editorOf = ({ workspace, member }: Pick<FastifyRequest, 'workspace' | 'member'>): Editor => ({
  workspace,
  memberId: member.id,
})
