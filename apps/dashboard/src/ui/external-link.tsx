import { ExternalLink as Icon } from 'lucide-preact'
import { text } from '../locales/text.ts'

/** Whether an address that a browser sent us may become a link: http and https only, never `javascript:`. */
export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  return ['http:', 'https:'].includes(new URL(address).protocol)
}

/** A page of the host app. Opened apart, and told nothing about this dashboard. */
export function PageLink({ url, title }: { url: string; title?: string | undefined }) {
  const label = title?.trim() || url
  if (!isWebAddress(url)) return <span title={url}>{label}</span>
  return (
    <a href={url} title={url} target="_blank" rel="noopener noreferrer">
      {label} <Icon size={12} aria-hidden="true" />
      <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
    </a>
  )
}
