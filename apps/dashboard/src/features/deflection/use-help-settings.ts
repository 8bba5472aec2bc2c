import type { HelpSettings } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const helpKey = ['help-settings']
const path = '/api/help-settings'

/** What is suggested before a ticket, to whom, and what a ticket costs. */
export const useHelpSettings = () =>
  useQuery({ queryKey: helpKey, queryFn: ({ signal }) => get<HelpSettings>(path, [], signal) })

/** Replaces all of them. @throws ApiProblem `role_too_low`, `invalid_input` */
export const useHelpChange = () => useStored((settings: HelpSettings) => send<HelpSettings>('PUT', path, settings))

/** Changes what a ticket costs, in milliseconds, and leaves the rest as it is now. @throws ApiProblem as `useHelpChange` */
export const useHandlingChange = () =>
  useStored(async (handlingMs: number) =>
    send<HelpSettings>('PUT', path, { ...(await get<HelpSettings>(path)), handlingMs }),
  )

function useStored<T>(store: (change: T) => Promise<HelpSettings>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: store,
    onSuccess: (settings) => {
      client.setQueryData(helpKey, settings)
      // Hours saved go by the handling time.
      return client.invalidateQueries({ queryKey: ['deflection'] })
    },
  })
}
