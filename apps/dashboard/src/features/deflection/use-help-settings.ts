import type { HelpSettings } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const helpKey = ['help-settings']
const path = '/api/help-settings'

/** What is suggested before a ticket, to whom, and what a ticket costs. */
export const useHelpSettings = () =>
  useQuery({ queryKey: helpKey, queryFn: ({ signal }) => get<HelpSettings>(path, [], signal) })

/** Changes what is given and leaves the rest as it is now. @throws ApiProblem `role_too_low`, `invalid_input` */
export function useHelpChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (changes: Partial<HelpSettings>) =>
      send<HelpSettings>('PUT', path, { ...(await get<HelpSettings>(path)), ...changes }),
    onSuccess: (settings) => {
      client.setQueryData(helpKey, settings)
      // Hours saved go by the handling time.
      return client.invalidateQueries({ queryKey: ['deflection'] })
    },
  })
}
