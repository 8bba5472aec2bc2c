import type { FatigueRule } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const fatigueKey = ['fatigue']

/** How often the workspace lets one person be asked, whichever survey it is. */
export const useFatigue = () =>
  useQuery({ queryKey: fatigueKey, queryFn: ({ signal }) => get<FatigueRule>('/api/fatigue', [], signal) })

/** @throws ApiProblem `role_too_low`, `invalid_input` */
export function useFatigueChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (rule: FatigueRule) => send<FatigueRule>('PUT', '/api/fatigue', rule),
    onSuccess: (rule) => client.setQueryData(fatigueKey, rule),
  })
}
