import type { Session } from '@heed/contracts'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import './sign-in.css'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-session.ts'

const words = text.signIn.again

/** Signs in over the page when the session has ended, so that nothing that was typed there is lost. */
export function SignInAgain({ session, onClose }: { session: Session; onClose: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const signIn = useSignIn()
  return (
    <Modal title={words.title} onClose={onClose}>
      <div class="sign-in-again" ref={place}>
        <p class="soft">{words.lead}</p>
        <SignInForm
          signIn={signIn}
          email={session.member.email}
          // Closed, not taken away: then the focus goes back to where it was.
          onDone={() => place.current?.closest('dialog')?.close()}
        />
      </div>
    </Modal>
  )
}
