import type { ComponentChildren } from 'preact'
import { titleId } from '../runtime/frame.ts'
import type { Room } from '../runtime/room.ts'

/** Title of a panel, with the way back where there is one. */
export function Head({ title, back, room }: { title: string; back?: () => void; room: Room }) {
  return (
    <div class="head">
      {back && (
        <button type="button" class="back" aria-label={room.texts.back} onClick={back}>
          ←
        </button>
      )}
      <h2 id={titleId}>{title}</h2>
    </div>
  )
}

/** The end of a task: what happened, large, and what comes next. */
export function Done({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="done" role="status">
      <h3>{title}</h3>
      {children}
    </div>
  )
}

/** Something could not be loaded, and one button to try again. */
export function LoadFailed({ room, retry }: { room: Room; retry: () => void }) {
  return (
    <div class="done" role="status">
      <p>{room.texts.loadFailed}</p>
      <button type="button" class="plain" onClick={retry}>
        {room.texts.retry}
      </button>
    </div>
  )
}
