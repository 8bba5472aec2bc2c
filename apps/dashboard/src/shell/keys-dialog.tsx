import { Fragment } from 'preact'
import { text } from '../locales/text.ts'
import { Modal } from '../ui/modal.tsx'

const words = text.common.keys

type Row = { keys: string[]; between?: string; does: string }

const rows: Row[] = [
  { keys: ['j', 'k', '↓', '↑'], does: words.move },
  { keys: ['Enter'], does: words.open },
  { keys: ['u'], does: words.back },
  { keys: ['j', 'k'], does: words.moveTickets },
  { keys: ['r'], does: words.reply },
  { keys: ['n'], does: words.note },
  { keys: ['e'], does: words.closeTicket },
  { keys: ['s'], does: words.star },
  { keys: ['a'], does: words.areas },
  { keys: ['Ctrl', 'K'], between: '+', does: words.insertArticle },
  { keys: ['Ctrl', 'Enter'], between: '+', does: words.send },
  { keys: ['/'], does: words.filter },
  { keys: ['g', 'o'], between: words.followedBy, does: words.goOverview },
  { keys: ['g', 'i'], between: words.followedBy, does: words.goInbox },
  { keys: ['g', 'u'], between: words.followedBy, does: words.goSurveys },
  { keys: ['g', 'r'], between: words.followedBy, does: words.goResponses },
  { keys: ['g', 'd'], between: words.followedBy, does: words.goIdeas },
  { keys: ['g', 'h'], between: words.followedBy, does: words.goArticles },
  { keys: ['g', 'f'], between: words.followedBy, does: words.goDeflection },
  { keys: ['g', 'p'], between: words.followedBy, does: words.goPeople },
  { keys: ['g', 'a'], between: words.followedBy, does: words.goAccounts },
  { keys: ['g', 'e'], between: words.followedBy, does: words.goSegments },
  { keys: ['g', 's'], between: words.followedBy, does: words.goSettings },
  { keys: ['?'], does: words.help },
]

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Every key that does something here. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal title={words.title} onClose={onClose}>
      <dl class="keys">
        {rows.map(({ keys, between, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && <span class="soft"> {between ?? ''} </span>}
                  <kbd>{key === 'Ctrl' && isApple ? '⌘' : key}</kbd>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
