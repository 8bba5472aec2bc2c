import { isUtf8 } from 'node:buffer'
import { type AttachmentType, attachmentTypes } from '@heed/contracts'
import { fileTypeFromBuffer } from 'file-type'

/**
 * The media type of a file that may be attached, read from its bytes; undefined when it may not. A claim alone is
 * worth nothing; only plain text has no mark of its own, so there the claim is held against the bytes.
 */
export async function readFileType(bytes: Buffer, claimed: string | undefined): Promise<AttachmentType | undefined> {
  const found = await markedType(bytes)
  const allowed = attachmentTypes.find((type) => type === found)
  if (allowed) return allowed
  // A few letters can look like a rare format's mark ("BM" is a bitmap): words are still words.
  const isText = claimed?.split(';')[0]?.trim().toLowerCase() === 'text/plain' && isUtf8(bytes) && !bytes.includes(0)
  return isText ? 'text/plain' : undefined
}

/** A broken file has no type. */
const markedType = async (bytes: Buffer): Promise<string | undefined> => {
  try {
    const found = await fileTypeFromBuffer(bytes)
    return found?.mime === 'image/apng' ? 'image/png' : found?.mime // an animated PNG is a PNG
  } catch {
    return undefined
  }
}
