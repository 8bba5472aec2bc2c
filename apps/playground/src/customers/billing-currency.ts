const storageKey = 'northbank.currency'

/**
 * In which currency the made-up bank bills, as Heed is told: that which the address names (`?currency=USD`), kept for as
 * long as the tab, else the euro. A workspace that reports in another currency would have no spend without a rate.
 */
export const billingCurrency = (search: string, storage: Pick<Storage, 'getItem' | 'setItem'>): string => {
  const named = new URLSearchParams(search).get('currency')
  const wanted = named !== null && /^[A-Z]{3}$/.test(named) ? named : null
  try {
    if (wanted !== null) storage.setItem(storageKey, wanted)
    return storage.getItem(storageKey) ?? 'EUR'
  } catch {
    return wanted ?? 'EUR' // blocked storage: it holds until the page is left
  }
}
