import type { Member } from '@heed/contracts'
import { ChevronDown, Keyboard, LogOut } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useSignOut } from '../features/sign-in/use-session.ts'
import { text } from '../locales/text.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { chooseTheme, readTheme, type Theme } from '../ui/theme.ts'
import { useDisclosure } from '../ui/use-disclosure.ts'

const words = text.common.member
const themes: [Theme, string][] = [
  ['system', words.themeSystem],
  ['light', words.themeLight],
  ['dark', words.themeDark],
]

/** The member's own menu: theme, keys, signing out. */
export function MemberMenu({ member, onKeys }: { member: Member; onKeys: () => void }) {
  const { route } = useLocation()
  const { isOpen, setOpen, place, button, closeOnEscape } = useDisclosure()
  const [theme, setTheme] = useState(readTheme)
  const signOut = useSignOut(() => route('/sign-in'))

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div class="member-menu" ref={place} onKeyDown={closeOnEscape}>
      <button
        ref={button}
        type="button"
        class="member-button"
        aria-expanded={isOpen}
        aria-controls="member-panel"
        onClick={() => setOpen(!isOpen)}
      >
        <span class="member-initial" aria-hidden="true">
          {[...member.name][0]}
        </span>
        <span class="member-name">{member.name}</span>
        <span class="visually-hidden">{words.menu}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {isOpen && (
        <div class="member-panel card" id="member-panel">
          <p class="member-email">
            {member.email}
            <span class="soft"> · {words.role[member.role]}</span>
          </p>
          <fieldset>
            <legend class="soft">{words.theme}</legend>
            <div class="segmented">
              {themes.map(([value, label]) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="theme"
                    checked={theme === value}
                    onChange={() => {
                      chooseTheme(value)
                      setTheme(value)
                    }}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          <button
            type="button"
            class="button"
            data-look="quiet"
            onClick={() => {
              setOpen(false)
              onKeys()
            }}
          >
            <Keyboard size={16} aria-hidden="true" />
            {words.keys}
          </button>
          <button type="button" class="button" data-look="quiet" onClick={() => signOut.mutate()}>
            <LogOut size={16} aria-hidden="true" />
            {words.signOut}
          </button>
          {signOut.isError && <ProblemNotice error={signOut.error} />}
        </div>
      )}
    </div>
  )
}
