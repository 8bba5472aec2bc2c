import type { Resources } from './resources.ts'

const descriptors = ['font-family', 'font-weight', 'font-style', 'font-stretch', 'unicode-range']

/** The fonts the page has loaded, as rules that carry them. Those of a sheet that cannot be read are left out. */
export async function embedFonts(resources: Resources): Promise<string> {
  const used = new Set([...(document.fonts ?? [])].flatMap((face) => (face.status === 'loaded' ? keyOf(face) : [])))
  if (!used.size) return ''
  const sheets = await Promise.all(
    [...document.styleSheets].map(async (sheet) => fontRules(await rulesOf(sheet, resources), sheet.href)),
  )
  const rules = [...sheets.flat(), ...document.adoptedStyleSheets.flatMap((sheet) => fontRules(sheet.cssRules, null))]
  const embedded = rules.map(async ({ style, base }) => {
    const said = (name: string) => style.getPropertyValue(name)
    const key = keyOf({
      family: said('font-family'),
      weight: said('font-weight'),
      style: said('font-style'),
      unicodeRange: said('unicode-range'),
    })
    const addresses = [...said('src').matchAll(/url\("?([^")]+)"?\)/g)].map(([, url = '']) => url)
    const address = addresses.find((url) => url.includes('woff2')) ?? addresses[0]
    if (!address || !used.has(key)) return ''
    const data = address.startsWith('data:') ? address : await resources.read(new URL(address, base).href)
    const declared = descriptors.map((name) => said(name) && `${name}:${said(name)};`).join('')
    return data ? `@font-face{${declared}src:url("${data}")}` : ''
  })
  return (await Promise.all(embedded)).join('')
}

type Face = Pick<FontFace, 'family' | 'weight' | 'style' | 'unicodeRange'>

/** A rule and the face that the browser made of it have the same key. */
const keyOf = ({ family, weight, style, unicodeRange }: Face) =>
  [
    family.replace(/["']/g, ''),
    weight.replace('bold', '700').replace('normal', '') || '400',
    style.replace('normal', ''),
    unicodeRange.toUpperCase().replace(/\s/g, '').replace('U+0-10FFFF', ''),
  ].join('|')

/** A sheet of another origin says nothing until it is fetched; it is one that the page itself uses. */
async function rulesOf(sheet: CSSStyleSheet, resources: Resources): Promise<CSSRuleList | undefined> {
  try {
    return sheet.cssRules
  } catch {
    const text = sheet.href && (await resources.readText(sheet.href))
    if (!text) return undefined
    const read = new CSSStyleSheet()
    read.replaceSync(text)
    return read.cssRules
  }
}

type FontRule = { style: CSSStyleDeclaration; base: string }

function fontRules(rules: CSSRuleList | undefined, href: string | null): FontRule[] {
  return [...(rules ?? [])].flatMap((rule): FontRule[] => {
    if (rule instanceof CSSFontFaceRule) return [{ style: rule.style, base: href ?? document.baseURI }]
    const inner = rule as CSSRule &
      Partial<Pick<CSSGroupingRule, 'cssRules'>> &
      Partial<Pick<CSSImportRule, 'styleSheet'>>
    try {
      return inner.styleSheet
        ? fontRules(inner.styleSheet.cssRules, inner.styleSheet.href)
        : fontRules(inner.cssRules, href)
    } catch {
      return []
    }
  })
}
