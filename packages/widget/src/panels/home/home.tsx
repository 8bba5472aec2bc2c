import { render } from 'preact'
import type { Room } from '../../runtime/room.ts'
import panelCss from '../../ui/panel.css?inline'
import { Head } from '../../ui/panel-parts.tsx'

export const css = panelCss

/** The help panel: where to go from here. */
function Home({ room }: { room: Room }) {
  const { texts, go } = room
  return (
    <>
      <Head title={texts.helpTitle} room={room} />
      <div class="main short">
        <ul class="rows">
          <li>
            <button type="button" class="row" data-start onClick={() => go('ticket')}>
              <b>{texts.askTitle}</b>
              <span class="quiet">{texts.askHint}</span>
            </button>
          </li>
          <li>
            <button type="button" class="row" onClick={() => go('messages')}>
              <b>{texts.messagesTitle}</b>
              <span class="quiet">{texts.messagesHint}</span>
            </button>
          </li>
        </ul>
      </div>
    </>
  )
}

export function mount(place: HTMLElement, room: Room): () => void {
  render(<Home room={room} />, place)
  return () => render(null, place)
}
