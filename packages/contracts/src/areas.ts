import { z } from 'zod'
import { AreaId } from './ids.ts'

/** A functional block of the host's product: added, or under another name. */
export const NewArea = z.strictObject({ name: z.string().trim().min(1, 'must not be empty').max(60) })
export type NewArea = z.infer<typeof NewArea>

/** What carries an area. */
export const AreaUse = z.object({
  areaId: AreaId,
  tickets: z.int(),
  responses: z.int(),
  articles: z.int(),
  ideas: z.int(),
})
export type AreaUse = z.infer<typeof AreaUse>
export const AreaUses = z.object({ items: z.array(AreaUse) })

export const AreaRemoval = z.strictObject({
  moveTo: AreaId.optional().describe('The area that takes over what carries this one'),
})

export const areaProblems = {
  area_name_taken: [409, 'Another area has this name.'],
  area_in_use: [409, 'Something carries this area. Name another one that takes it over.'],
} as const
