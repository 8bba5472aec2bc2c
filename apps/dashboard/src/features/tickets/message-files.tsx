import type { Attachment } from '@heed/contracts'
import { FileText } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { formatBytes } from './file-size.ts'

const words = text.tickets.files

type Props = { ticketId: string; files: Attachment[] }

/** The files that came with a message: pictures small, each opening large in a tab of its own; others by name. */
export function MessageFiles({ ticketId, files }: Props) {
  if (files.length === 0) return null
  return (
    <ul class="files" aria-label={words.label}>
      {files.map((file) => (
        <li key={file.id}>
          {file.type.startsWith('image/') ? (
            <Picture file={file} url={fileUrl(ticketId, file.id)} />
          ) : (
            <FileLink file={file} url={fileUrl(ticketId, file.id)} />
          )}
        </li>
      ))}
    </ul>
  )
}

type FileProps = { file: Attachment; url: string }

function Picture({ file: { name, sizeBytes }, url }: FileProps) {
  return (
    <a
      class="file-picture"
      href={url}
      title={`${name} · ${formatBytes(sizeBytes)}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <img src={url} alt={name} width={160} height={120} loading="lazy" decoding="async" />
      <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
    </a>
  )
}

/** The server sends these to be saved, so no tab is opened for them. */
function FileLink({ file: { name, sizeBytes }, url }: FileProps) {
  return (
    <a class="file-link" href={url} title={name} download>
      <FileText size={16} aria-hidden="true" />
      <bdi class="clamp file-name">{name}</bdi>
      <bdi class="soft small numbers">{formatBytes(sizeBytes)}</bdi>
    </a>
  )
}

const fileUrl = (ticketId: string, fileId: string): string =>
  `/api/tickets/${encodeURIComponent(ticketId)}/attachments/${encodeURIComponent(fileId)}`
