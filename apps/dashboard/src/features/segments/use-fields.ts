import type { SegmentFields, SegmentValues } from '@heed/contracts'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** Traits and events that occur in the workspace. Asked for when an editor opens. */
export const useSegmentFields = () =>
  useQuery({
    queryKey: ['segment', 'fields'],
    queryFn: ({ signal }) => get<SegmentFields>('/api/segment/fields', [], signal),
    staleTime: 300_000,
  })

/** Values of a field that occur, most frequent first. @param search part of a value; empty for all */
export const useSegmentValues = (field: string, search: string) =>
  useQuery({
    queryKey: ['segment', 'values', field, search],
    queryFn: ({ signal }) =>
      get<SegmentValues>('/api/segment/values', [['field', field], ...(search ? [pairOf(search)] : [])], signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })

const pairOf = (search: string): [string, string] => ['search', search]
