import type { ArticleImportFormat, ArticleImportReport } from '@heed/contracts'
import { useMutation, useQueryClient } from '@tanstack/preact-query'
import { upload } from '../../api.ts'

/** A file with all that says how it is taken. */
export type ImportWish = {
  file: File
  format: ArticleImportFormat
  publish: boolean
  createAreas: boolean
  overwrite: boolean
  /** Of pages that do not say; empty: the workspace's. */
  locale: string
}

/** Imports, or with `dryRun` says what would happen. @throws ApiProblem `articles_unreadable`, `too_large` */
export function useArticleImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, locale, dryRun, ...given }: ImportWish & { dryRun: boolean }) => {
      const query = new URLSearchParams(Object.entries({ ...given, dryRun }).map(([name, value]) => [name, `${value}`]))
      if (locale) query.set('locale', locale)
      const type = given.format === 'markdown' ? 'application/zip' : 'application/json'
      return upload<ArticleImportReport>(`/api/articles/imports?${query}`, file, type)
    },
    onSettled: (_report, _error, { dryRun }) => {
      if (dryRun) return
      void client.invalidateQueries({ queryKey: ['articles'] })
      void client.invalidateQueries({ queryKey: ['areas'] })
    },
  })
}
