import type { Rate, RateKey, RateTable } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const ratesKey = ['rates']

/** What foreign currencies are worth. */
export const useRates = () =>
  useQuery({ queryKey: ratesKey, queryFn: ({ signal }) => get<RateTable>('/api/rates', [], signal) })

/** Spend has changed wherever it is shown: everything that was read so far is old. */
function useRateChange<Given>(change: (given: Given) => Promise<RateTable>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (table) => {
      client.setQueryData(ratesKey, table)
      void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' && first !== 'rates' })
    },
  })
}

/** Sets a rate from a day on (`rate_of_reporting` for the reporting currency). */
export const useRateSetting = () => useRateChange((rate: Rate) => send<RateTable>('PUT', '/api/rates', rate))

export const useRateRemoval = () =>
  useRateChange(({ currency, day }: RateKey) => send<RateTable>('DELETE', `/api/rates/${currency}/${day}`))
