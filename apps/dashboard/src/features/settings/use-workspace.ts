import type { WorkspacePatch, WorkspaceSettings } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import { sessionKey } from '../sign-in/use-session.ts'

const workspaceKey = ['workspace']

export const useWorkspace = () =>
  useQuery({
    queryKey: workspaceKey,
    queryFn: ({ signal }) => get<WorkspaceSettings>('/api/workspace', [], signal),
  })

/** Changes what is given. Name, accent and currency also stand in the session. Fails with `currency_fixed`. */
export function useWorkspaceChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: WorkspacePatch) => send<WorkspaceSettings>('PATCH', '/api/workspace', patch),
    onSuccess: (settings) => {
      client.setQueryData(workspaceKey, settings)
      return client.invalidateQueries({ queryKey: sessionKey })
    },
    onError: () => client.invalidateQueries({ queryKey: workspaceKey }),
  })
}
