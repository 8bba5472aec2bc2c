import type { HelpRoom } from '../runtime/room.ts'
import type { Further } from './further.ts'
import { head, loadFailed, quiet, reader, refill, show } from './view.ts'

/** After so long it is said that something is on its way. */
const patienceMs = 100

/**
 * Opens what was chosen once its download is there, which it is unless the connection is bad. Then that is said under
 * its title, with a way to try again; whoever went elsewhere meanwhile is left alone.
 */
export async function openOffered(
  place: HTMLElement,
  room: HelpRoom,
  title: string,
  back: () => void,
  open: (further: Further) => void,
): Promise<void> {
  const stood = place.firstChild
  const body = reader()
  body.append(quiet(room.texts.loading))
  const isHere = () => place.firstChild === stood || body.isConnected
  const tell = () => {
    if (!body.isConnected && isHere()) show(place, [head(room, title, back), body])
  }
  const timer = setTimeout(tell, patienceMs)
  const further = await room.further().catch(() => undefined)
  clearTimeout(timer)
  if (further && isHere()) return open(further)
  tell()
  refill(
    body,
    loadFailed(room, () => openOffered(place, room, title, back, open)),
  )
}
