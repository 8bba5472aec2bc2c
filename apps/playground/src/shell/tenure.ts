const years = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'year',
  unitDisplay: 'long',
  maximumFractionDigits: 0,
})
const months = new Intl.NumberFormat('en', { style: 'unit', unit: 'month', unitDisplay: 'long' })
const days = new Intl.NumberFormat('en', { style: 'unit', unit: 'day', unitDisplay: 'long' })

/** 5 → "5 days", 426 → "14 months", 1108 → "3 years". */
export const tenureInWords = (tenureDays: number): string => {
  if (tenureDays < 60) return days.format(tenureDays)
  const wholeMonths = Math.round(tenureDays / 30.44)
  return wholeMonths < 36 ? months.format(wholeMonths) : years.format(Math.floor(wholeMonths / 12))
}
