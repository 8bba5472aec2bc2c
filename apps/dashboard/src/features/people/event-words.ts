import { displayName } from '../../ui/names.ts'
import { traitText } from '../../ui/trait-text.ts'

const most = 6

/** What came with an event, in one line: the first few values that are no objects, then "…". */
export function propertiesInWords(properties: Record<string, unknown>): string {
  const said = Object.entries(properties).flatMap(([name, value]) => {
    const words = valueInWords(value)
    return words === undefined ? [] : [`${displayName(name)}: ${words}`]
  })
  const isWhole = said.length <= most && said.length === Object.keys(properties).length
  return [...said.slice(0, most), ...(isWhole || said.length === 0 ? [] : ['…'])].join(' · ')
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

const valueInWords = (value: unknown): string | undefined => {
  if (isPlain(value)) return traitText(value)
  return Array.isArray(value) && value.every(isPlain) ? traitText(value) : undefined
}
