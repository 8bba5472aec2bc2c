import type { ImportPreview, ImportReport, ImportSource, NewImport } from '@heed/contracts'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { send } from '../../api.ts'

/** How the columns of a file would be read (`csv_unreadable`, `too_large`). */
export const usePreview = () =>
  useMutation({ mutationFn: (source: ImportSource) => send<ImportPreview>('POST', '/api/imports/preview', source) })

/** Imports, or with `dryRun` says what would happen. The same twice changes nothing the second time. */
export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: NewImport) => send<ImportReport>('POST', '/api/imports', given),
    // Customers have changed wherever they are shown.
    onSettled: (_report, _error, { dryRun }) => {
      if (!dryRun) void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' })
    },
  })
}
