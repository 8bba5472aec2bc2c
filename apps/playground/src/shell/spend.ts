/** 59000 → "€590 a month"; what the customer pays the bank, which is what surveys are aimed by. */
export const spendInWords = (spendMinor: number, currency: string): string => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 0 })
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${format.format(spendMinor / 10 ** digits)} a month`
}
