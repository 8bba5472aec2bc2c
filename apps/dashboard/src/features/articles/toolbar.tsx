import {
  Bold,
  Code,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Table,
  TextQuote,
} from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import type { MarkdownAct } from './markdown-edits.ts'

const words = text.articles.editor.toolbar

export type ToolAct = MarkdownAct | 'link' | 'image'

type Tool = { act: ToolAct; Icon: LucideIcon; keys?: string }

/** Strokes with Control (or Command), as `keyOf` names them. */
const tools: Tool[] = [
  { act: 'bold', Icon: Bold, keys: 'B' },
  { act: 'italic', Icon: Italic, keys: 'I' },
  { act: 'heading2', Icon: Heading2, keys: 'Alt+2' },
  { act: 'heading3', Icon: Heading3, keys: 'Alt+3' },
  { act: 'bullets', Icon: List, keys: 'Shift+8' },
  { act: 'numbers', Icon: ListOrdered, keys: 'Shift+7' },
  { act: 'quote', Icon: TextQuote, keys: 'Shift+9' },
  { act: 'code', Icon: Code, keys: 'E' },
  { act: 'link', Icon: Link, keys: 'K' },
  { act: 'image', Icon: Image },
  { act: 'table', Icon: Table },
]

/** The act that a stroke with Control or Command means. */
export function toolOf(event: KeyboardEvent): ToolAct | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = event
  // AltGr, which says that both are held, writes characters.
  if (!(ctrlKey || metaKey) || event.getModifierState?.('AltGraph')) return undefined
  // By the place of the key: with Shift a digit is another character on each keyboard.
  const key = code.replace(/^(Key|Digit)/, '')
  const stroke = [altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+')
  return tools.find(({ keys }) => keys === stroke)?.act
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Marks for who does not know Markdown by heart. One stop for Tab; the arrows go along. */
export function Toolbar({ onAct }: { onAct: (act: ToolAct) => void }) {
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    const isRtl = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl'
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key]
    const next = event.key === 'Home' ? buttons[0] : event.key === 'End' ? buttons.at(-1) : by && buttons[at + by]
    if (!next) return
    event.preventDefault()
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next.focus()
  }
  return (
    <div class="article-toolbar" role="toolbar" tabIndex={-1} aria-label={words.label} ref={bar} onKeyDown={move}>
      {tools.map(({ act, Icon, keys }, at) => {
        const held = keys && `${isApple ? '⌘' : 'Ctrl+'}${keys}`
        const name = held ? words.withKeys(words[act], held) : words[act]
        return (
          <button
            key={act}
            type="button"
            class="icon-button"
            tabIndex={at === 0 ? 0 : -1}
            aria-label={words[act]}
            aria-keyshortcuts={keys && `Control+${keys}`}
            title={name}
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAct(act)}
          >
            <Icon size={16} aria-hidden="true" />
          </button>
        )
      })}
    </div>
  )
}
